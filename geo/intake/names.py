"""Names of places as a data package wants them: both languages, a kind, a key."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from geo.i18n.escape import FORMULA
from geo.i18n.folding import has_han, simplified
from geo.intake.name_parts import HAN
from geo.place.candidate import Candidate
from geo.place.country_names import STROKES

KINDS = (
    ("prefecture", r"(?:府|県|縣|都)$|\bprefecture\b"),
    ("province", r"(?:省|도)$|\bprovince\b|\boblast\b"),
    ("state", r"州$|^state of\b|\bstate$"),
    ("county", r"(?:县|郡|군)$|\bcounty\b"),
    ("district", r"(?:区|區|구)$|\bdistrict\b"),
)
"""Kinds of places by how their names end, in the words of :data:`geo.i18n.phrases.KIND`."""

CHINESE_COUNTY = ("CN", "TW")
"""Where 縣 is a county, not a prefecture."""

WITH_KIND = {
    "prefecture": "Prefecture",
    "province": "Province",
    "state": "State",
    "county": "County",
    "district": "District",
}


class Named(NamedTuple):
    """A place's names and kind."""

    en: str
    zh: str
    kind: str


def named(text: str, country: str, place: Candidate | None) -> Named:
    """What a partner or home is called in English and Chinese.

    Args:
        text: as the file has it, in one language or both.
        country: ISO 3166-1 alpha-2.
        place: what a gazetteer takes it for; without one the text stands for both languages.
    """
    outside = " ".join(re.sub(r"[(（].*?[)）]", " ", text).split())
    if not any(map(str.isalnum, outside)):
        outside = " ".join(text.split())
    han = re.search(r"[\u4e00-\u9fff][\u4e00-\u9fff·・\-]*", outside)
    latin = " ".join(re.sub(rf"[{HAN}]+", " ", outside).split()).strip(" ,·・-")
    kind = kind_of_name(han[0] if han else latin or outside, country)
    both = latin if han and any(map(str.isalpha, latin)) else ""  # the list has its own spelling
    if place and place.approximate and place.kind == "city":  # a district that stands at its city
        place = None
    english = both or (place.name_en if place else "") or latin or outside
    if kind != "city" and place and place.kind == "city" and WITH_KIND[kind] not in english:
        english = f"{english} {WITH_KIND[kind]}"
    known = place.name_zh if place and (kind == "city" or not han) else ""
    chinese = known or (han[0] if han else english)
    return Named(_begun(english), _begun(chinese), kind)


def romanised(name: str) -> str:
    """The name of a Chinese district in Latin letters: Jiading District for 嘉定區; what is in
    other letters stays as it is."""
    if not has_han(name):
        return name
    from pypinyin import lazy_pinyin  # a second to load, and only districts need it

    bare = re.sub(r"(?<=..)[区县市镇]$", "", simplified(name))
    latin = "".join(lazy_pinyin(bare)).capitalize()
    if bare.startswith("长"):  # long, not to grow, in all names of districts
        latin = re.sub("^Zhang", "Chang", latin)
    return f"{latin} District" if name[-1] in "区區" else latin


def _begun(name: str) -> str:
    """A name from its first letter or digit on: before it stands what a spreadsheet might run."""
    start = next((at for at, sign in enumerate(name) if sign.isalnum()), len(name))
    return name[start:] or "?" if name[:1] in FORMULA else name


def kind_of_name(name: str, country: str) -> str:
    """The kind of place that a name says it is; ``city`` if it says nothing."""
    for kind, pattern in KINDS:
        if len(name) > 2 and re.search(pattern, name, re.IGNORECASE):
            county = kind == "prefecture" and country in CHINESE_COUNTY and name[-1] == "縣"
            return "county" if county or (name[-1] == "縣" and country != "JP") else kind
    return "city"


def slug_of(*names: str) -> str:
    """A key of small letters, digits and hyphens; "" where nothing of the names can be in one."""
    text = " ".join(names).translate(STROKES | str.maketrans("æœ", "ao"))
    apart = unicodedata.normalize("NFKD", text)
    bare = "".join(sign for sign in apart if not unicodedata.combining(sign))
    return (
        re.sub(r"[^a-z0-9]+", "-", re.sub(r"['’]", "", bare.casefold())).strip("-")[:80].strip("-")
    )
