"""Pages as poppler, MuPDF and pdfium draw them: alike, and with the glyphs that the text says."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path

from PIL import Image, ImageChops, ImageFilter, ImageStat

from validators.gate import Complaints, Control, Gate, ToolError
from validators.glyphs import Seen, characters, misread, other_glyphs, without_actual_text
from validators.programs import PDFIUM, program, run

#: Dots to the inch, as drawn, and as compared.
_FINE, _COARSE = 150, 50
#: Radius of the blur, in dots, and side of the tiles that are compared, in dots.
_BLUR, _TILE = 1.5, 24
#: Shades of 256 by which a tile may differ in the mean: edges and thin strokes differ.
_TOLERANCE = 30.0
#: Part of the characters that may look like another one.
_DOUBTFUL = 0.2
_FEWEST = 8
#: Pages that are looked at: the first ones, and some from all over the rest.
_FIRST, _REST = 2, 4

Pages = dict[int, Image.Image]


def _look(files: Sequence[Path], scratch: Path) -> Complaints:
    return {file: _faults(file, scratch / "drawn") for file in files}


def _faults(file: Path, scratch: Path) -> list[str]:
    wanted, seen = _asked(file)
    drawn = {
        name: draw(file, wanted, scratch)
        for name, draw in (("poppler", _poppler), ("mutool", _mutool), ("pdfium", _pdfium))
    }
    return [*_apart(drawn, wanted), *_other_glyphs(drawn, seen)]


def _asked(file: Path) -> tuple[list[int], dict[int, list[Seen]]]:
    """Return the pages to look at, and characters of each."""
    import pypdfium2

    bare = without_actual_text(file)
    with PDFIUM:
        try:
            document = pypdfium2.PdfDocument(bare)
        except pypdfium2.PdfiumError as problem:
            raise ToolError(f"pdfium cannot open {file.name}: {problem}") from problem
        wanted = list(_chosen(len(document)))
        seen = {number: characters(document[number - 1]) for number in wanted}
        document.close()
    return wanted, seen


def _apart(drawn: Mapping[str, Pages], wanted: Sequence[int]) -> Iterator[str]:
    for number in wanted:
        for one, other in combinations(drawn, 2):
            worst = difference(drawn[one][number], drawn[other][number])
            if worst > _TOLERANCE:
                yield f"page {number}: {one} and {other} differ by {worst:.0f} shades"


def _other_glyphs(drawn: Mapping[str, Pages], seen: Mapping[int, list[Seen]]) -> Iterator[str]:
    count = sum(map(len, seen.values()))
    for name, pages in drawn.items():
        wrong = [
            character
            for number, some in seen.items()
            for character in misread(pages[number], some, _FINE / 72)
        ]
        if count >= _FEWEST and len(wrong) > _DOUBTFUL * count:
            yield f"{name} shows other glyphs: {len(wrong)} of {count}: {''.join(wrong[:20])}"


def difference(one: Image.Image, other: Image.Image) -> float:
    """Return the greatest mean difference of a tile of two grey pages, in shades of 256."""
    if abs(one.width - other.width) > 2 or abs(one.height - other.height) > 2:
        return 256.0
    size = (round(one.width * _COARSE / _FINE), round(one.height * _COARSE / _FINE))
    blur = ImageFilter.GaussianBlur(_BLUR)
    pair = [page.resize(size, Image.Resampling.BOX).filter(blur) for page in (one, other)]
    apart = ImageChops.difference(*pair)
    tiles = apart.resize([-(-edge // _TILE) for edge in size], Image.Resampling.BOX)
    return float(ImageStat.Stat(tiles).extrema[0][1])


def _chosen(count: int) -> Iterator[int]:
    yield from range(1, min(count, _FIRST) + 1)
    rest = range(_FIRST + 1, count + 1)
    yield from rest[:: max(1, -(-len(rest) // _REST))]


def _poppler(file: Path, numbers: Sequence[int], scratch: Path) -> Pages:
    folder = _emptied(scratch)
    draw = [program("pdftoppm"), "-r", _FINE, "-gray"]
    for number in numbers:
        run([*draw, "-f", number, "-l", number, file, folder / "p"])
    return _loaded(folder, numbers, "poppler")


def _mutool(file: Path, numbers: Sequence[int], scratch: Path) -> Pages:
    folder = _emptied(scratch)
    draw = [program("mutool"), "draw", "-q", "-r", _FINE, "-c", "gray", "-o", folder / "p-%d.pgm"]
    run([*draw, file, ",".join(map(str, numbers))])
    return _loaded(folder, numbers, "mutool")


def _pdfium(file: Path, numbers: Sequence[int], _scratch: Path) -> Pages:
    import pypdfium2

    with PDFIUM:
        document = pypdfium2.PdfDocument(file)
        drawn = {
            number: document[number - 1].render(scale=_FINE / 72, grayscale=True).to_pil()
            for number in numbers
        }
        document.close()
    return {number: picture.convert("L") for number, picture in drawn.items()}


def _emptied(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def _loaded(folder: Path, numbers: Sequence[int], who: str) -> Pages:
    files = {int(file.stem.rpartition("-")[2]): file for file in folder.iterdir()}
    if missing := set(numbers) - files.keys():
        raise ToolError(f"{who} did not draw page {min(missing)}")
    return {number: _opened(files[number]) for number in numbers}


def _opened(file: Path) -> Image.Image:
    with Image.open(file) as picture:
        return picture.convert("L")


GATES = (Gate("pages drawn", ".pdf", _look, (Control("glyphs exchanged", other_glyphs),)),)
