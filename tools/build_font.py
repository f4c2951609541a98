"""Build "Youcheng Sans", the one family the atlas is written and drawn in, regular and bold.

It joins two families, so that 上海, Łódź, Hồ Chí Minh and Санкт-Петербург look alike in one line,
in the browser and in pictures drawn on a server that does not fall back letter by letter:

- Noto Sans for Latin, Greek, Cyrillic and punctuation: pip package fontpkg-noto-sans 2.15, OFL-1.1

      pip download --no-deps fontpkg-noto-sans==2.15
      unzip fontpkg_noto_sans-2.15-py3-none-any.whl       # gives fontpkg_noto_sans/

- Noto Sans SC for Chinese and signs: npm package @expo-google-fonts/noto-sans-sc 0.4.3, OFL-1.1

      npm pack @expo-google-fonts/noto-sans-sc@0.4.3
      tar xzf expo-google-fonts-noto-sans-sc-0.4.3.tgz    # gives package/

Then, in an environment with fonttools and brotli:

    python tools/build_font.py fontpkg_noto_sans package

writes TTF (for pictures; tools/split_font.py makes of it what browsers fetch), OFL.txt and
ORIGIN.md into static/fonts. Of Chinese it keeps the 3,755 common characters of GB 2312 and every
character that the data, the gazetteer, the messages and the pages of the project use: run it again
when those have grown.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import lzma
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.merge import Merger
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

ROOT = Path(__file__).resolve().parents[1]

FAMILY = "Youcheng Sans"
VERSION = "1.0"


class Weight(NamedTuple):
    """One style of the family: its weight, its name, and its file in the npm package."""

    value: int
    style: str
    han_file: str


WEIGHTS = (
    Weight(400, "Regular", "400Regular/NotoSansSC_400Regular.ttf"),
    Weight(700, "Bold", "700Bold/NotoSansSC_700Bold.ttf"),
)

LATIN_FILE = "files/NotoSans[wdth,wght].ttf"

LATIN_RANGES = (
    (0x0020, 0x007E),  # Basic Latin
    (0x00A0, 0x024F),  # Latin-1, Extended-A, Extended-B
    (0x0300, 0x036F),  # combining marks
    (0x0370, 0x052F),  # Greek, Cyrillic
    (0x1E00, 0x1EFF),  # Extended Additional: Vietnamese
    (0x2010, 0x205E),  # punctuation
    (0x2070, 0x209F),  # superscripts and subscripts
    (0x20A0, 0x20BF),  # currencies
    (0x2116, 0x2122),  # № ™
    (0x2212, 0x2212),  # minus
)

HAN_RANGES = (
    (0x2150, 0x218F),  # fractions, Roman numerals
    (0x2190, 0x2199),  # arrows
    (0x21C4, 0x21C6),  # there and back
    (0x2200, 0x22FF),  # mathematics: ≤ ≥ ≈
    (0x2460, 0x2473),  # ① to ⑳
    (0x25A0, 0x25FF),  # geometric marks
    (0x2605, 0x2606),  # stars
    (0x2713, 0x2717),  # check marks and crosses
    (0x3000, 0x301F),  # Chinese punctuation
    (0xFF01, 0xFF5E),  # full-width forms
    (0xFFE0, 0xFFE6),  # full-width currencies
)

PLACE_NAMES = "岑斐梵楠榈汶滕珀瑙璐矶腓讷"
"""Rare characters that transcribe foreign names (腓特烈, 讷韦尔): for lists of the reader's own."""

WIDE_IN_CHINESE = "—…"
"""In a Chinese run these take the Chinese form: two dashes join, the dots stand at mid-height."""

FEATURES = ["ccmp", "kern", "locl", "mark", "mkmk", "pnum", "tnum"]
"""Features kept of Noto Sans. Its figures are tabular from the start; tnum says so by name."""

UNUSED_TABLES = ["vhea", "vmtx", "VORG", "BASE", "GPOS", "STAT"]
"""Tables of Noto Sans SC for vertical writing and for widths that a mixed line does not use."""

SCANNED = ("app.py", "data/*.csv", "data/gazetteer/*", "geo/i18n/**/*", "pages/**/*")
"""Where the project keeps what readers see, the names of places of their own lists among it."""

PACKED = ".xz"
TEXT_KINDS = frozenset(
    {PACKED, ".csv", ".json", ".md", ".po", ".py", ".toml", ".txt", ".yaml", ".yml"}
)


def within(ranges: Iterable[tuple[int, int]]) -> set[int]:
    """Return the code points of some ranges, both ends included."""
    return {point for first, last in ranges for point in range(first, last + 1)}


def common_chinese() -> set[int]:
    """Return the 3,755 characters of GB 2312 level 1 (rows 16 to 55)."""
    pairs = (bytes([row + 0xA0, cell + 0xA0]) for row in range(16, 56) for cell in range(1, 95))
    return {ord(character) for pair in pairs for character in pair.decode("gb2312", "ignore")}


def used_characters(root: Path, more: Iterable[Path]) -> set[int]:
    """Return every code point in the project's texts, and in some more files."""
    found = (path for pattern in SCANNED for path in root.glob(pattern))
    texts = [path for path in found if path.is_file() and path.suffix in TEXT_KINDS]
    read = (text_of(path) for path in (*texts, *more))
    return {ord(character) for text in read for character in text if character.isprintable()}


def text_of(path: Path) -> str:
    """Return the text of a file, unpacked if it is packed."""
    packed = path.suffix == PACKED
    return (lzma.decompress(path.read_bytes()) if packed else path.read_bytes()).decode("utf-8-sig")


def subset(font: TTFont, points: set[int], drop: Iterable[str] = ()) -> TTFont:
    """Reduce a font to some code points, without hinting."""
    options = Options(hinting=False, notdef_outline=True, layout_features=FEATURES)
    options.drop_tables += list(drop)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=points)
    subsetter.subset(font)
    return font


def latin_part(path: Path, weight: int, points: set[int]) -> TTFont:
    """Return Noto Sans at one weight and normal width, reduced to some code points."""
    font = TTFont(path, recalcTimestamp=False)
    fixed = instantiateVariableFont(font, {"wght": weight, "wdth": 100})
    return subset(fixed, points, drop=["STAT"])


def han_part(path: Path, points: set[int]) -> TTFont:
    """Return Noto Sans SC reduced to some code points.

    Its own substitutions go. In their place stands an empty feature for the script Han, in which
    the merger then puts the Chinese forms of what both fonts have (see WIDE_IN_CHINESE).
    """
    font = subset(TTFont(path, recalcTimestamp=False), points, drop=[*UNUSED_TABLES, "GSUB"])
    dash = font.getBestCmap()[ord("—")]
    seed = f"languagesystem hani dflt; feature locl {{ sub {dash} by {dash}; }} locl;"
    addOpenTypeFeaturesFromString(font, seed)
    return font


def merged(parts: Iterable[TTFont]) -> TTFont:
    """Join fonts into one; where two have a character, the first one's form is the default."""
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for number, part in enumerate(parts):
            paths.append(Path(folder) / f"{number}.ttf")
            part.save(paths[-1])
        joined = Merger().merge([str(path) for path in paths])
        copy = io.BytesIO()
        joined.recalcTimestamp = False
        joined.save(copy)
    return TTFont(copy, recalcTimestamp=False)


def set_metrics(font: TTFont, latin: TTFont, han: TTFont) -> None:
    """Give all lines the height of Noto Sans, without a gap, whatever script is in them."""
    line, box = font["hhea"], font["OS/2"]
    line.ascent, line.descent, line.lineGap = latin["hhea"].ascent, latin["hhea"].descent, 0
    box.sTypoAscender, box.sTypoDescender, box.sTypoLineGap = line.ascent, line.descent, 0
    box.usWinAscent = max(part["OS/2"].usWinAscent for part in (latin, han))
    box.usWinDescent = max(part["OS/2"].usWinDescent for part in (latin, han))


def set_style(font: TTFont, weight: Weight) -> None:
    """Set weight and style bits; bit 7 makes the typographic line height count everywhere."""
    bold = weight.style == "Bold"
    font["OS/2"].usWeightClass = weight.value
    font["OS/2"].fsSelection = 1 << 7 | (1 << 5 if bold else 1 << 6)
    font["head"].macStyle = int(bold)
    font["head"].fontRevision = float(VERSION)


def set_age(font: TTFont, latin: TTFont) -> None:
    """Give the font the dates of Noto Sans, so that building it twice gives the same bytes."""
    font["head"].created = latin["head"].created
    font["head"].modified = latin["head"].modified


def set_names(font: TTFont, style: str, notices: Iterable[str]) -> None:
    """Write the names of the family; no name and no trademark of its sources stays."""
    postscript = f"{FAMILY.replace(' ', '')}-{style}"
    names = {
        0: "; ".join(notices),
        1: FAMILY,
        2: style,
        3: f"{VERSION};{postscript}",
        4: f"{FAMILY} {style}",
        5: f"Version {VERSION}",
        6: postscript,
        13: "This Font Software is licensed under the SIL Open Font License, Version 1.1.",
        14: "https://openfontlicense.org",
    }
    font["name"].names = []
    for number, text in names.items():
        font["name"].setName(text, number, 3, 1, 0x409)


def build(latin_file: Path, han_file: Path, weight: Weight, points: set[int]) -> TTFont:
    """Build one style of the family, still without names."""
    latin_points = within(LATIN_RANGES) | points
    latin = latin_part(latin_file, weight.value, latin_points)
    missing = latin_points | within(HAN_RANGES) | common_chinese()
    missing -= set(latin.getBestCmap())
    han = han_part(han_file, missing | {ord(sign) for sign in WIDE_IN_CHINESE})
    font = merged([latin, han])
    set_metrics(font, latin, han)
    set_style(font, weight)
    set_age(font, latin)
    return font


def save(font: TTFont, out: Path, style: str) -> Path:
    """Save a style as TTF, and return the path."""
    path = out / f"{FAMILY.replace(' ', '')}-{style}.ttf"
    font.save(path)
    return path


def notice_of(licence: Path) -> str:
    """Return the copyright notice of an OFL text: its first line."""
    return licence.read_text(encoding="utf-8").splitlines()[0].strip()


def licence_text(notices: Iterable[str], licence: Path) -> str:
    """Return our OFL.txt: both notices, what we changed, and the text of the licence."""
    head = "\n".join(notices)
    body = licence.read_text(encoding="utf-8").partition("\n")[2]
    return (
        f"{head}\n\n{FAMILY} is a modified version: subsets of Noto Sans and Noto Sans SC, merged "
        f"into one family and\nrenamed. It comes under the same licence.\n{body}"
    )


def sha256(path: Path) -> str:
    """Return the SHA-256 of a file, in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def origin_text(sources: Iterable[Path], outputs: Iterable[Path], characters: int) -> str:
    """Return ORIGIN.md: what the fonts are, what they were made of, and how to make them anew."""
    template = (Path(__file__).parent / "font_origin.md").read_text(encoding="utf-8")
    rows = {
        name: "\n".join(f"| `{path.name}` | `{sha256(path)}` |" for path in paths)
        for name, paths in (("sources", sources), ("outputs", outputs))
    }
    return template.format(family=FAMILY, characters=characters, **rows)


def named(points: Iterable[int]) -> str:
    """Return code points as a line of text."""
    return "".join(chr(point) for point in sorted(points))


def main() -> None:
    """Build both weights, write licence and origin, and say what the fonts lack."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("latin", type=Path, help="unpacked folder fontpkg_noto_sans")
    parser.add_argument("han", type=Path, help="unpacked folder of @expo-google-fonts")
    parser.add_argument("--out", type=Path, default=ROOT / "static" / "fonts")
    parser.add_argument("--text", type=Path, nargs="*", default=[], help="more texts to cover")
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    licences = [args.latin / "LICENSE", args.han / "LICENSE_FONT"]
    notices = [notice_of(licence) for licence in licences]
    points = used_characters(ROOT, args.text) | {ord(sign) for sign in PLACE_NAMES}
    sources, outputs = [args.latin / LATIN_FILE], []
    for weight in WEIGHTS:
        sources.append(args.han / weight.han_file)
        font = build(sources[0], sources[-1], weight, points)
        set_names(font, weight.style, notices)
        outputs.append(save(font, args.out, weight.style))
    covered = set(font.getBestCmap())
    origin = origin_text(sources, outputs, len(covered))
    (args.out / "OFL.txt").write_text(licence_text(notices, licences[0]), encoding="utf-8")
    (args.out / "ORIGIN.md").write_text(origin, encoding="utf-8")
    for path in outputs:
        print(f"{path.name}: {path.stat().st_size / 1000:.0f} KB")
    print(f"{len(covered)} characters; used but in neither source: {named(points - covered)}")


if __name__ == "__main__":
    main()
