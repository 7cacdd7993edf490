"""The text that programs find in a PDF is the text of the model, character for character.

The model is the JSON form beside the file. Blanks and ends of lines are left out of account, but
for one thing: between two Han characters nobody may find a blank that the model has not.
"""

from __future__ import annotations

import io
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from pathlib import Path
from typing import Any, NamedTuple

import pikepdf

from validators.gate import Complaints, Control, Gate, ImpossibleFaultError, ToolError
from validators.glyphs import changed_text, composite_fonts, shifted
from validators.programs import PDFIUM, ROOT, program, run

_WORDS = Path(__file__).resolve().parent / "model_words.py"
_SHOWN = 24
#: What is there to be read by nobody: blanks, controls, joiners, marks of direction.
_UNSEEN = re.compile(
    r"[\s\x00-\x1f\x7f\u00ad\u034f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2064"
    r"\ufe00-\ufe0f\ufeff\ufffc\U000e0000-\U000e0fff]+"
)
_HAN = re.compile(r"[\u4e00-\u9fff]")
_APART = re.compile(r"([\u4e00-\u9fff])(?=\s+([\u4e00-\u9fff]))")
_QUOTED = re.compile(r'\s*"(.*)"')
#: Children that are enough for their order to matter.
_FEW = 4
_SPACED = re.compile(r"(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])")
#: What structure and pages add to the words: marks of lists and notes, page numbers.
_ADDED = frozenset("0123456789.●○■•◦▪–—-·…（）()[]")


class Words(NamedTuple):
    """What a publication says: its text in order, its notes, and all with what stands beside."""

    text: str
    notes: tuple[str, ...]
    all: str
    #: Han characters with a blank between them in the model.
    spaced: frozenset[str]


Extract = Callable[[Path], str]


def _agree(
    extract: Extract, files: Sequence[Path], _scratch: Path, *, exactly: bool = False
) -> Complaints:
    words = known(files)
    return {file: list(faults(words[file], extract(file), exactly=exactly)) for file in files}


def faults(words: Words, found: str, *, exactly: bool = False) -> Iterator[str]:
    """Yield what is wrong with the text *found* of a publication that says *words*.

    *exactly*: it has nothing that belongs to pages alone.
    """
    packed = _packed(found)
    for wanted in (words.text, *words.notes):
        if lost := _first_missing(wanted, packed):
            yield f"lost or out of order: {lost}"
            break
    if strange := set(packed) - _ADDED - set(words.all):
        yield f"not in the model: {''.join(sorted(strange))[:_SHOWN]}"
    added = Counter(_HAN.findall(packed)) - Counter(words.all)
    if exactly and added:
        yield f"more often than in the model: {''.join(added)[:_SHOWN]}"
    for match in _SPACED.finditer(found):
        pair = found[match.start() - 1] + found[match.end()]
        if pair not in words.spaced:
            around = found[max(0, match.start() - 8) : match.end() + 8]
            yield f"a blank that is none: {around!r}"
            break


def _first_missing(wanted: str, found: str) -> str:
    """Return what surrounds the first character of *wanted* that *found* has not in its place."""
    place = 0
    for index, character in enumerate(wanted):
        place = found.find(character, place) + 1
        if not place:
            return f"…{wanted[max(0, index - 12) : index]}▸{wanted[index : index + 12]}…"
    return ""


def _packed(text: str) -> str:
    return _UNSEEN.sub("", text)


@cache
def _known_of(models: tuple[Path, ...]) -> dict[Path, Words]:
    done = run([ROOT / ".venv" / "bin" / "python", _WORDS, *models])
    if done.returncode:
        raise ToolError(f"{_WORDS.name}: {done.stderr[-500:]}")
    told = (json.loads(line) for line in done.stdout.splitlines())
    return {Path(one["file"]): _words(**one) for one in told}


def _words(file: str, fragments: list[str], notes: list[str], beside: list[str]) -> Words:
    del file
    every = [*fragments, *notes, *beside]
    everything = "\n".join(every)
    pairs = {"".join(pair) for pair in _APART.findall(everything)}
    # Cells, and what stands in one head, have a blank between them.
    firsts, lasts = ({one[end] for one in every if one} for end in (0, -1))
    pairs |= {last + first for last in lasts for first in firsts}
    # Contents and heads say titles once more; a missing picture is described where it would be.
    return Words(
        _packed("".join(fragments)),
        tuple(map(_packed, notes)),
        _packed(everything) + _packed("".join(beside)),
        frozenset(pairs),
    )


def known(files: Sequence[Path]) -> dict[Path, Words]:
    """Return what the publications say whose JSON forms lie beside *files*."""
    models = {file: file.with_suffix(".json") for file in files}
    if missing := [file.name for file, model in models.items() if not model.exists()]:
        raise ToolError(f"no JSON form beside {missing[0]}")
    told = _known_of(tuple(sorted(models.values())))
    return {file: told[model] for file, model in models.items()}


# --- what programs find -------------------------------------------------------------------


def _structure(file: Path) -> str:
    lines = run([program("pdfinfo"), "-struct-text", file]).stdout.splitlines()
    return "\n".join(match[1] for line in lines if (match := _QUOTED.fullmatch(line)))


def _poppler(file: Path) -> str:
    return run([program("pdftotext"), "-raw", "-enc", "UTF-8", file, "-"]).stdout


def _mutool(file: Path) -> str:
    return run([program("mutool"), "draw", "-q", "-N", "-F", "txt", file]).stdout


def _pdfium(file: Path) -> str:
    import pypdfium2

    with PDFIUM:
        try:
            document = pypdfium2.PdfDocument(file)
        except pypdfium2.PdfiumError as problem:
            raise ToolError(f"pdfium cannot open {file.name}: {problem}") from problem
        text = "\n".join(page.get_textpage().get_text_range() for page in document)
        document.close()
    # So it marks a hyphen at the end of a line.
    return text.replace("\ufffe", "-")


def _pypdf(file: Path) -> str:
    from pypdf import PdfReader

    return "\n".join(page.extract_text() for page in PdfReader(file).pages)


# --- faults -------------------------------------------------------------------------------


def _emptied(data: bytes) -> bytes:
    """Return *data* with nothing on its last page."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        page = pdf.pages[-1]
        page.Contents = pdf.make_stream(b"")
        return _saved(pdf)


def _reworded(data: bytes) -> bytes:
    """Return *data* with other characters for the same glyphs."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        if not any(b"<4E" in font.ToUnicode.read_bytes() for font in composite_fonts(pdf)):
            raise ImpossibleFaultError
        for font in composite_fonts(pdf):
            font.ToUnicode.write(shifted(font.ToUnicode.read_bytes()))
        for page in pdf.pages:
            page.Contents = pdf.make_stream(changed_text(page, lambda _: "误"))
        return _saved(pdf)


def _reordered(data: bytes) -> bytes:
    """Return *data* with the paragraphs of its first article from last to first."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        node: Any = pdf.Root.get("/StructTreeRoot")
        while isinstance(node, pikepdf.Dictionary) or (_is_array(node) and len(node) <= _FEW):
            node = node[0] if _is_array(node) else node.get("/K")
        if not _is_array(node):
            raise ImpossibleFaultError
        kids = list(node)[::-1]
        for place, kid in enumerate(kids):
            node[place] = kid
        return _saved(pdf)


def _is_array(node: object) -> bool:
    return isinstance(node, pikepdf.Array) and len(node) > 0


def _saved(pdf: pikepdf.Pdf) -> bytes:
    result = io.BytesIO()
    pdf.save(result)
    return result.getvalue()


_LOST = Control("an empty page", _emptied)
_OTHER = Control("other characters for the same glyphs", _reworded)
_ORDER = Control("paragraphs from last to first", _reordered)

GATES = (
    Gate(
        "text, structure",
        ".pdf",
        partial(_agree, _structure, exactly=True),
        (_LOST, _OTHER, _ORDER),
    ),
    Gate("text, poppler", ".pdf", partial(_agree, _poppler), (_LOST, _OTHER)),
    Gate("text, pdfium", ".pdf", partial(_agree, _pdfium), (_LOST, _OTHER), is_reported=True),
    Gate("text, MuPDF", ".pdf", partial(_agree, _mutool), (_LOST, _OTHER), is_reported=True),
    Gate("text, pypdf", ".pdf", partial(_agree, _pypdf), (_LOST, _OTHER), is_reported=True),
)
