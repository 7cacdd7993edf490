"""Put pictures of pages side by side, framed: pictures.py FROM TO."""

import sys
from pathlib import Path

from PIL import Image, ImageOps

#: Name of the sheet, and the pages on it.
SHEETS = {
    "pdf": ("pdf-01.png", "pdf-04.png", "pdf-08.png"),
    "word": ("word-01.png", "word-04.png", "word-08.png"),
    "epub": ("epub-1.png", "epub-2.png"),
    "issues": ("daily-1.png", "notice-1.png", "letter-1.png"),
}
GAP, LINE, COLOURS = 16, "#c8c8c8", 32


def sheet(pages: list[Image.Image]) -> Image.Image:
    """Return *pages* in a row on white."""
    framed = [ImageOps.expand(page.convert("RGB"), 1, LINE) for page in pages]
    width = sum(page.width + GAP for page in framed) - GAP
    result = Image.new("RGB", (width, max(page.height for page in framed)), "white")
    x = 0
    for page in framed:
        result.paste(page, (x, 0))
        x += page.width + GAP
    return result


def main(source: Path, target: Path) -> None:
    for name, pages in SHEETS.items():
        picture = sheet([Image.open(source / page) for page in pages])
        picture.quantize(COLOURS).save(target / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
