"""Goes down a grid, row by row, and remembers what blank cells below a value mean."""

from __future__ import annotations

import re

from geo.i18n.dates import first_day
from geo.i18n.escape import runs_as_formula
from geo.intake import remarks as why
from geo.intake.columns import Layout
from geo.intake.dates import read_date
from geo.intake.grid import GridRow
from geo.intake.places import Places
from geo.intake.placing import Hints, placed
from geo.intake.remarks import Remark
from geo.intake.row import Defaults, Row
from geo.intake.vocabulary import NOTE, STOPPED, column_name, is_nothing, kind_in
from geo.place.country_names import country_code, is_ambiguous, is_continent, near_country

LONGEST_NAME = 120
"""Letters of the longest name of a partner; what is longer is a text."""


class RowReader:
    """Goes down a grid and remembers what blank cells below a value mean."""

    def __init__(self, layout: Layout, sheet: str, defaults: Defaults, places: Places) -> None:
        self.layout, self.sheet, self.places = layout, sheet, places
        self.defaults = defaults
        self.home, self.partner, self.country = "", "", ""
        self.kind = defaults.kind

    def cell(self, row: GridRow, of: str) -> str:
        """What a row says of a field, "" where it says that nothing is known."""
        text = " ".join(row.cell(self.layout.columns.get(of)).split())
        return "" if is_nothing(text) else text

    def read(self, row: GridRow) -> Row | None:
        """One row; ``None`` for one that only divides the table."""
        if self._is_head(row) or self._divides(row):
            return None
        if note := self._note(row):
            remark = Remark("reject", why.NOTE, note)
            return Row(self.sheet, row.number, "", note, remarks=(remark,))
        home, district, about_home = self._home(row)
        partner, about_partner = self._partner(row)
        if not any(self.cell(row, of) for of in ("partner", "date", "country", "kind")):
            return None  # nothing but a number, or a home without a tie
        country, about_country = self._country(row, partner)
        date, about_date = self._date(row)
        kind, about_kind = self._kind(row)
        found = (*about_home, *about_partner, *about_country, *about_date, *about_kind)
        lost = [cell for cell in (home, partner) if "\ufffd" in cell]
        if lost:
            found = (Remark("reject", why.UNREADABLE, lost[0]),)
        read = Row(self.sheet, row.number, home, partner, country, date, kind, district, found)
        if read.verdict == "reject":
            return read
        hints = Hints(*(self.cell(row, of)[:LONGEST_NAME] for of in ("region", "lat", "lon")))
        return placed(read, hints, self.defaults, self.places)

    def _is_head(self, row: GridRow) -> bool:
        """Whether a row says the head again, as long tables do on every page."""
        known = [cell for cell in self.layout.heads if cell]
        return len(known) > 1 and [cell for cell in row.cells if cell] == known

    def _divides(self, row: GridRow) -> bool:
        """Whether a row is a line of its own above others: a kind of ties, or a country."""
        filled = row.filled()
        if len(filled) != 1 or len(self.layout.columns) < 2:
            return False
        text = row.cells[filled[0]]
        if len(text) > 40 or NOTE.match(text):
            return False
        if kind := kind_in(text):
            self.kind = kind
            return True
        if "country" not in self.layout.columns and (code := country_code(text)):
            self.country = code
            return True
        return is_continent(text) or bool((name := column_name(text)) and name.field == "other")

    def _note(self, row: GridRow) -> str:
        """The text of a line that is a note; "" if it is none."""
        filled = row.filled()
        text = " ".join(row.cells[filled[0]].split())
        if len(filled) == 1 and (NOTE.match(text) or len(text) > LONGEST_NAME):
            return text
        alone = len(filled) == 1 and filled[0] != self.layout.columns.get("partner")
        if alone and len(self.layout.heads) > 2 and filled[0] != self.layout.columns.get("home"):
            return text if len(text) > 20 else ""
        others = [self.cell(row, of) for of in ("country", "date")]
        return text if NOTE.match(text) and not any(others) else ""

    def _home(self, row: GridRow) -> tuple[str, str, list[Remark]]:
        """Home, district, and what is said of them."""
        given = self.defaults.home
        if district := self.cell(row, "district"):
            about = Remark("warn", why.DISTRICT, self.layout.name("district"), field="district")
            return district, district, [about]
        if "home" not in self.layout.columns:
            return given, "", [] if given else [Remark("reject", why.NO_HOME, field="home")]
        text = self.cell(row, "home")
        if len(text) > LONGEST_NAME:
            return text, "", [Remark("reject", why.TOO_LONG, text, field="home")]
        self.home = text = COUNT.sub("", text) or self.home
        if not text:
            return given, "", [] if given else [Remark("reject", why.NO_HOME_ABOVE, field="home")]
        if given and not self.defaults.only:
            return given, "", []
        if given and not self.places.are_one(text, given):
            return text, "", [Remark("reject", why.OTHER_HOME, text, given, "home")]
        wrong = [Remark("reject", why.FORMULA, text, field="home")] if runs_as_formula(text) else []
        return text, "", wrong

    def _partner(self, row: GridRow) -> tuple[str, list[Remark]]:
        """Partner, and what is said of it; a row without one shows the one above it."""
        text = self.cell(row, "partner")
        if not text:
            kinds = [self.cell(row, of) for of in ("kind", "remark")]
            renewed = [kind for kind in kinds if kind_in(kind) == "renewal"]
            message = why.RENEWAL if renewed else why.NO_PARTNER
            shown = self.partner if renewed else ""
            return shown, [Remark("reject", message, "".join(renewed), field="partner")]
        self.partner = text
        wrong = ""
        if re.fullmatch(r"[QP]\d+", text):
            wrong = why.WIKIDATA
        elif not re.search(r"[^\W\d_]", text):
            wrong = why.NUMBER_FOR_NAME
        elif runs_as_formula(text):
            wrong = why.FORMULA
        elif len(text) > LONGEST_NAME:
            wrong = why.TOO_LONG
        return text, [Remark("reject", wrong, text, field="partner")] if wrong else []

    def _country(self, row: GridRow, partner: str) -> tuple[str, list[Remark]]:
        """Code of the partner's country, and what is said of it."""
        text = self.cell(row, "country") or row.cell(self.layout.columns.get("country")).strip()
        code = country_code(text) if text else None
        if code:
            self.country = code
            odd = is_ambiguous(text)
            about = Remark("warn", why.AMBIGUOUS_COUNTRY, text, code, "country")
            return code, [about] if odd else []
        if text and not is_nothing(text):
            near = near_country(text)
            if near:
                self.country = near[0]
                return near[0], [Remark("warn", why.COUNTRY_MISSPELT, text, near[1], "country")]
            return "", [Remark("reject", why.UNKNOWN_COUNTRY, text, field="country")]
        if self.defaults.country:
            return self.defaults.country, []
        if self.country:
            by_line = "country" not in self.layout.columns
            about = Remark("warn", why.COUNTRY_ABOVE, expected=self.country, field="country")
            return self.country, [] if by_line else [about]
        found = self.places.candidates(partner, None) if partner else []
        if len({place.country for place in found}) == 1:
            code = found[0].country
            return code, [Remark("warn", why.COUNTRY_BY_NAME, expected=code, field="country")]
        return "", [Remark("reject", why.NO_COUNTRY, field="country")]

    def _date(self, row: GridRow) -> tuple[str, list[Remark]]:
        """Date at its own precision, and what is said of it."""
        text = row.cell(self.layout.columns.get("date"))
        found = read_date(text, self.defaults.day_first)
        if not found.problem and not found.date:
            return "", [Remark("warn", why.NO_DATE, field="date")]
        first = first_day(found.date)
        if first and first > self.defaults.today:
            return "", [Remark("warn", why.DATE_FUTURE, text, field="date")]
        if not found.problem:
            return found.date, []
        return found.date, [Remark("warn", why.date_message(found), text, found.date, "date")]

    def _kind(self, row: GridRow) -> tuple[str, list[Remark]]:
        """Kind of the tie, and what is said of it."""
        told = [text for of in ("kind", "remark") if (text := self.cell(row, of))]
        kinds = [kind for text in told if (kind := kind_in(text))]
        kind = kinds[0] if kinds else self.kind
        about = [Remark("warn", why.NOTED, text) for text in told if STOPPED.search(text)]
        if not self.cell(row, "partner"):
            return kind, []  # which is told already
        if kind == "intent":
            about.append(Remark("warn", why.INTENT, field="kind"))
        if kind == "renewal":
            kind = self.kind
            about += [Remark("warn", why.NOTED, text) for text in told[:1]]
        return kind, about


COUNT = re.compile(r"\s*[(（]\d+[)）]$")
"""How many ties a home has, written behind it."""
