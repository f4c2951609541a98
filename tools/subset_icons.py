"""Cut Streamlit's icons down to those that a page can show, so that no reader fetches 3,500.

Icons are words that the font "Material Symbols Rounded" draws as one sign. Of its 375 KB remain
those for the words that the code of the pages and Streamlit's own code write (``:material/…:``).
In an environment with streamlit, fonttools and brotli:

    python tools/subset_icons.py

writes server/icons/: the font, and the words it knows (server/fonts.py sends it).
"""

from __future__ import annotations

from itertools import groupby

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from server.fonts import ALL_ICONS, ICONS, NAMES, STREAMLIT, named

LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789_ "


def ligatures(font: TTFont) -> dict[str, str]:
    """Return the glyph that a word is drawn as, by word."""
    letters = {glyph: chr(point) for point, glyph in font.getBestCmap().items()}
    found = {}
    for lookup in font["GSUB"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            table = getattr(table, "ExtSubTable", table)
            for first, rest in table.ligatures.items():
                for one in rest:
                    word = "".join(letters.get(part, "?") for part in (first, *one.Component))
                    found[word] = one.LigGlyph
    return found


def drop_other_words(font: TTFont, glyphs: set[str]) -> None:
    """Leave only the words in the font that are drawn as one of some glyphs."""
    for lookup in font["GSUB"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            table = getattr(table, "ExtSubTable", table)
            for first, rest in list(table.ligatures.items()):
                table.ligatures[first] = [one for one in rest if one.LigGlyph in glyphs]


def main() -> None:
    """Write the font, and the words it knows."""
    (whole,) = (STREAMLIT / "static").glob(f"{ALL_ICONS}*.woff2")
    font = TTFont(whole, recalcTimestamp=False)
    known = ligatures(font)
    names = sorted(named() & set(known))
    drop_other_words(font, {known[name] for name in names})
    options = Options(hinting=False, layout_features=["*"], notdef_outline=True)
    options.flavor = "woff2"
    subsetter = Subsetter(options)
    subsetter.populate(text=LETTERS)
    subsetter.subset(font)
    font.flavor = "woff2"
    ICONS.parent.mkdir(exist_ok=True)
    font.save(ICONS)
    lines = [" ".join(group) for _, group in groupby(names, key=lambda name: name[0])]
    NAMES.write_text("\n".join(lines) + "\n", "utf-8")
    print(f"{ICONS}: {ICONS.stat().st_size:,} bytes, {len(names)} icons")


if __name__ == "__main__":
    main()
