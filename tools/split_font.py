"""Split "Youcheng Sans" for the browser, so that who reads English does not fetch Chinese.

Of every weight it makes two WOFF2 files out of the TTF in static/fonts (tools/build_font.py): one
with all that stands below U+3000, which is Latin, Greek, Cyrillic, punctuation and signs, and the
two characters of 中文, which stand on every page; one with the Chinese. Which characters a file is
fetched for, ``unicodeRange`` in .streamlit/config.toml says, and the start of its own SHA-256 in
its address lets a browser keep it for good. In an environment with fonttools and brotli:

    python tools/split_font.py

writes the files and prints what belongs into .streamlit/config.toml.
"""

from __future__ import annotations

import argparse
import hashlib
from collections.abc import Iterator
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

ROOT = Path(__file__).resolve().parents[1]
WEIGHTS = {"Regular": 400, "Bold": 700}
CHINESE = 0x3000
"""From this code point on a character is fetched with the Chinese."""
EVERYWHERE = "中文"
"""The name of the other language, on every page."""
RANGES = {"Chinese": "U+3000-10FFFF", "Latin": "U+0-2FFF, U+4E2D, U+6587"}
"""In the order in which they are declared: of two that have a character the later one counts."""


def points_of(part: str, font: TTFont) -> set[int]:
    """Return the code points of a part that the font has."""
    every = {ord(sign) for sign in EVERYWHERE}
    chinese = {point for point in font.getBestCmap() if point >= CHINESE}
    return chinese - every if part == "Chinese" else set(font.getBestCmap()) - chinese | every


def split(style: str, folder: Path) -> Iterator[tuple[str, Path]]:
    """Write the parts of one style, and return which they are and where."""
    for part in RANGES:
        font = TTFont(folder / f"YouchengSans-{style}.ttf", recalcTimestamp=False)
        options = Options(hinting=False, notdef_outline=True, layout_features=["*"])
        options.flavor = "woff2"
        subsetter = Subsetter(options)
        subsetter.populate(unicodes=points_of(part, font))
        subsetter.subset(font)
        font.flavor = "woff2"
        path = folder / f"YouchengSans-{style}-{part}.woff2"
        font.save(path)
        yield part, path


def face(part: str, path: Path, weight: int) -> str:
    """Return how .streamlit/config.toml names a file."""
    version = hashlib.sha256(path.read_bytes()).hexdigest()[:12]
    return (
        f'[[theme.fontFaces]]\nfamily = "Youcheng Sans"\n'
        f'url = "app/static/fonts/{path.name}?v={version}"\n'
        f'weight = {weight}\nunicodeRange = "{RANGES[part]}"\n'
    )


def main() -> None:
    """Write all parts, and print how the configuration names them."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--fonts", type=Path, default=ROOT / "static" / "fonts")
    asked = parser.parse_args()
    for style, weight in WEIGHTS.items():
        for part, path in split(style, asked.fonts):
            print(face(part, path, weight))


if __name__ == "__main__":
    main()
