"""Word: official documents as LibreOffice sets them, measured (GB/T 9704-2012, 5.2.3 and 7.5).

The sample is the one that holds `MARK`: page after page of text and headings, from `made.py`.
Positions are measured, not names of faces: no machine has those of the standard.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from validators.archives import changed
from validators.gate import Complaints, Control, Gate, ImpossibleFaultError, ToolError
from validators.programs import last_line, program, run

#: What the sample begins with.
MARK = "每页二十二行每行二十八字"
_MM = 72 / 25.4
_LINES, _CHARACTERS = 22, 28
_LEFT, _RIGHT, _TOP, _FOOT = 28 * _MM, 184 * _MM, 37 * _MM, 262 * _MM
_PITCH = (_FOOT - _TOP) / _LINES
#: A character of 四号; the dashes of page numbers stand so far below the type area.
_FOUR, _NUMBER = 14.0, 7 * _MM
_LINE = re.compile(
    r'<line xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</line>', re.DOTALL
)


class Line(NamedTuple):
    """A line of a page; lengths in points, from the upper left corner of the sheet."""

    left: float
    middle: float
    right: float
    text: str


def lines_of(pdf: Path) -> list[list[Line]]:
    """Return the lines of each page of *pdf*, from top to bottom, as poppler finds them."""
    done = run([program("pdftotext"), "-bbox-layout", pdf, "-"])
    if done.returncode:
        raise ToolError(f"pdftotext: {last_line(done.stderr)}")
    return [sorted(_lines(page), key=lambda line: line.middle) for page in _pages(done.stdout)]


def _pages(text: str) -> list[str]:
    return re.findall(r"<page .*?</page>", text, re.DOTALL)


def _lines(page: str) -> Iterator[Line]:
    for left, top, right, foot, words in _LINE.findall(page):
        text = "".join(re.findall(r"<word [^>]*>(.*?)</word>", words))
        yield Line(float(left), (float(top) + float(foot)) / 2, float(right), text)


def judged(pages: Sequence[Sequence[Line]]) -> Iterator[str]:
    """Yield what is wrong with *pages* of running text; the last need not be full."""
    for number, page in enumerate(pages, 1):
        body = [line for line in page if line.middle < _FOOT]
        if number < len(pages) and len(body) != _LINES:
            yield f"page {number} has {len(body)} lines, not {_LINES}"
        yield from (f"page {number}: {said}" for said in _body(body))
        yield from (f"page {number}: {said}" for said in _number(page, number))


def _body(body: Sequence[Line]) -> Iterator[str]:
    if body and abs(body[0].middle - _TOP - _PITCH / 2) > _MM:
        yield f"the first line stands {(body[0].middle - _TOP) / _MM:.1f} mm below the top"
    for above, below in pairwise(body):
        if abs(below.middle - above.middle - _PITCH) > 0.5:
            yield f"lines are {below.middle - above.middle:.2f} pt apart before {below.text[:6]}"
    for line in body:
        indent = round((line.left - _LEFT) / (_RIGHT - _LEFT) * _CHARACTERS)
        is_full = line.right > _RIGHT - _FOUR
        if is_full and len(line.text) + indent != _CHARACTERS:
            yield f"a full line has {len(line.text) + indent} characters: {line.text[:6]}"


def _number(page: Sequence[Line], number: int) -> Iterator[str]:
    found = [line for line in page if line.middle > _FOOT]
    if [line.text for line in found] != [f"—{number}—"]:
        yield f"its number is {[line.text for line in found]}"
        return
    [line] = found
    if abs(line.middle - _FOOT - _NUMBER) > 1.5 * _MM:
        yield f"its number stands {(line.middle - _FOOT) / _MM:.1f} mm below the text"
    edge = line.right + _FOUR - _RIGHT if number % 2 else line.left - _FOUR - _LEFT
    if abs(edge) > _MM:
        yield f"its number is {edge / _MM:.1f} mm off its place one character from the edge"


def _judge(files: Sequence[Path], scratch: Path) -> Complaints:
    outside = scratch / "out"
    own = [file for file in files if MARK.encode() in _part(file)]
    if not own:
        raise ToolError(f"no sample begins with {MARK}")
    command = [program("soffice"), f"-env:UserInstallation=file://{scratch / 'profile'}"]
    options = ["--headless", "--infilter=MS Word 2007 XML", "--convert-to", "pdf"]
    complaints: Complaints = {}
    for number, file in enumerate(own):
        folder = outside / str(number)
        done = run([*command, *options, "--outdir", folder, file])
        if not (folder / f"{file.stem}.pdf").exists():
            raise ToolError(f"soffice: {last_line(done.stderr or done.stdout)}")
        complaints[file] = list(judged(lines_of(folder / f"{file.stem}.pdf")))
    return complaints


def _part(file: Path) -> bytes:
    with zipfile.ZipFile(file) as package:
        return package.read("word/document.xml")


def _fault(name: str, part: str, old: str, new: str) -> Control:
    def change(entry: str, content: bytes) -> bytes:
        return re.sub(old.encode(), new.encode(), content) if entry == part else content

    return Control(name, _of_sample(lambda data: changed(data, change)))


def _of_sample(make: Callable[[bytes], bytes]) -> Callable[[bytes], bytes]:
    def made(data: bytes) -> bytes:
        from io import BytesIO

        with zipfile.ZipFile(BytesIO(data)) as package:
            if MARK.encode() not in package.read("word/document.xml"):
                raise ImpossibleFaultError
        return make(data)

    return made


GATES = (
    Gate(
        "Word, 22 × 28",
        ".docx",
        _judge,
        (
            _fault("pitch of 600", "word/document.xml", 'w:linePitch="\\d+"', 'w:linePitch="600"'),
            _fault("no tracking", "word/styles.xml", '<w:spacing w:val="-5"/>', ""),
            _fault("low number", "word/document.xml", 'w:footer="\\d+"', 'w:footer="800"'),
        ),
    ),
)
