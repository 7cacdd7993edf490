"""Draw the pictures of ``pictures.html``: a landscape, a chart and an arrow. Needs Pillow only.

The two files are committed, and the arrow stands in the page as a ``data:`` address.
``python examples/pages/pictures/draw.py`` draws the files again and prints the address.
"""

from __future__ import annotations

import base64
import io
import random
from pathlib import Path

from PIL import Image, ImageDraw, ImageFilter

HERE = Path(__file__).resolve().parent
SPECIES = (23, 29, 35, 41)


def lake() -> Image.Image:
    """Evening sky, three ranges of hills, water and reeds."""
    chance = random.Random(20240312)
    picture = Image.new("RGB", (640, 400))
    draw = ImageDraw.Draw(picture)
    for y in range(400):
        part = y / 400
        draw.line(
            [(0, y), (640, y)], (int(250 - 90 * part), int(205 - 40 * part), int(160 + 30 * part))
        )
    for base, colour in ((190, (120, 130, 150)), (215, (90, 108, 118)), (240, (62, 84, 84))):
        tops = [(x, base - chance.randint(10, 70)) for x in range(0, 720, 80)]
        draw.polygon([(0, 260), *tops, (640, 260)], colour)
    draw.rectangle([0, 250, 640, 400], (128, 150, 168))
    picture = picture.filter(ImageFilter.GaussianBlur(1.5))
    draw = ImageDraw.Draw(picture)
    draw.ellipse([470, 90, 520, 140], (255, 236, 190))
    for _ in range(240):
        x, y, height = chance.randint(0, 640), chance.randint(340, 400), chance.randint(20, 60)
        draw.line([(x, y), (x + chance.randint(-8, 8), y - height)], (58, 78, 46), 2)
    for _ in range(14):
        x, y = chance.randint(60, 560), chance.randint(150, 320)
        draw.arc([x, y, x + 14, y + 9], 180, 350, (250, 250, 250), 2)
        draw.arc([x + 13, y, x + 27, y + 9], 190, 360, (250, 250, 250), 2)
    return picture


def birds() -> Image.Image:
    """A bar chart without words: the caption tells what it shows."""
    picture = Image.new("RGB", (480, 300), "white")
    draw = ImageDraw.Draw(picture)
    draw.line([(50, 20), (50, 260), (460, 260)], (60, 60, 60), 2)
    for tick in range(10, 50, 10):
        y = 260 - tick * 5
        draw.line([(46, y), (460, y)], (222, 222, 222), 1)
        draw.text((24, y - 6), str(tick), (60, 60, 60))
    for number, species in enumerate(SPECIES):
        x = 85 + number * 95
        draw.rectangle([x, 260 - species * 5, x + 52, 259], (66, 122, 150))
        draw.text((x + 20, 260 - species * 5 - 14), str(species), (40, 40, 40))
        draw.text((x + 18, 266), f"Q{number + 1}", (60, 60, 60))
    return picture.quantize(32)


def arrow() -> Image.Image:
    """An arrow upwards, small enough for a ``data:`` address."""
    picture = Image.new("P", (16, 16), 0)
    picture.putpalette([255, 255, 255, 46, 125, 50])
    ImageDraw.Draw(picture).polygon(
        [(8, 1), (14, 8), (10, 8), (10, 15), (6, 15), (6, 8), (2, 8)], 1
    )
    return picture


def main() -> None:
    """Write the files beside this one, and print the address that is the arrow."""
    lake().save(HERE / "lake.jpg", quality=80)
    birds().save(HERE / "birds.png", optimize=True)
    small = io.BytesIO()
    arrow().save(small, "PNG", optimize=True)
    print(f"data:image/png;base64,{base64.b64encode(small.getvalue()).decode()}")


if __name__ == "__main__":
    main()
