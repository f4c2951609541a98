"""Split "Youcheng Sans" for the browser, so that who reads English does not fetch Chinese.

Of every weight it makes three WOFF2 files out of the TTF in static/fonts (tools/build_font.py): one
with what every page shows, which is the Latin of the larger European languages, punctuation, signs
and the two characters of 中文; one with the other Latin, Greek and Cyrillic; one with the Chinese.
Which characters a file is
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
RANGES = {
    "Chinese": "U+3000-10FFFF",
    "Other": "U+100-1FFF, U+2C00-2FFF",
    "Latin": "U+0-FF, U+131, U+152-153, U+2000-2BFF, U+4E2D, U+6587",
}
"""In the order in which they are declared: of two that have a character the later one counts, so
the name of the other language, on every page, is fetched without the Chinese."""


def points_of(part: str, font: TTFont) -> set[int]:
    """Return the code points of a part that the font has."""
    later = list(RANGES)[list(RANGES).index(part) + 1 :]
    others = [span for name in later for span in spans(name)]
    return {
        point
        for point in font.getBestCmap()
        if any(point in span for span in spans(part)) and not any(point in one for one in others)
    }


def spans(part: str) -> list[range]:
    """Return the code points for which a part is fetched."""
    ends = [span.strip().removeprefix("U+").split("-") for span in RANGES[part].split(",")]
    return [range(int(end[0], 16), int(end[-1], 16) + 1) for end in ends]


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
