"""All pictures of a run on one sheet, to be looked at by somebody."""

from __future__ import annotations

import io
from math import ceil
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

WIDTH, HEIGHT = 560, 350
"""Of one picture on the sheet, in pixels."""
LABEL, GAP, COLUMNS = 20, 8, 5
PAPER, INK, EDGE = "#ffffff", "#111111", "#999999"


class ContactSheet:
    """Pictures with their names, in the order in which they came.

    Args:
        folder: where the pictures and the sheet are written; what stood there goes.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.pictures: list[tuple[str, Image.Image]] = []
        folder.mkdir(parents=True, exist_ok=True)
        for old in (*folder.glob("*.png"), *folder.glob("*.jpg")):
            old.unlink()

    def add(self, journey: str, name: str, picture: bytes) -> None:
        """Keep one picture (PNG or JPEG) of a journey, large and for the sheet."""
        large = Image.open(io.BytesIO(picture)).convert("RGB")
        large.save(self.folder / f"{len(self.pictures):03} {journey} {name}.jpg", quality=85)
        small = large.copy()
        small.thumbnail((WIDTH, HEIGHT))
        self.pictures.append((f"{journey}: {name}", small))

    def write(self) -> Path:
        """Put all pictures together.

        Returns:
            the file of the sheet; it is not there if there are no pictures.
        """
        path = self.folder / "contact-sheet.png"
        if not self.pictures:
            return path
        rows = ceil(len(self.pictures) / COLUMNS)
        across, down = WIDTH + GAP, HEIGHT + LABEL + GAP
        sheet = Image.new("RGB", (COLUMNS * across + GAP, rows * down + GAP), PAPER)
        pen, font = ImageDraw.Draw(sheet), ImageFont.load_default(13)
        for place, (label, picture) in enumerate(self.pictures):
            x, y = GAP + place % COLUMNS * across, GAP + place // COLUMNS * down
            pen.text((x, y), _shortened(label, font), fill=INK, font=font)
            sheet.paste(picture, (x, y + LABEL))
            corner = x + picture.width, y + LABEL + picture.height
            pen.rectangle((x, y + LABEL, *corner), outline=EDGE)
        sheet.save(path)
        return path


def _shortened(label: str, font: ImageFont.FreeTypeFont | ImageFont.ImageFont) -> str:
    """As much of a label as fits over its picture: its end says more than its beginning."""
    while font.getlength(label) > WIDTH:
        label = "… " + label[4:]
    return label
