"""PDF before programs that show it: any word of complaint is a fault.

Ghostscript, MuPDF, poppler, pdfium (Chrome) and pdf.js (Firefox) are five readings of ISO 32000
that share no code.
"""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Sequence
from pathlib import Path

import pikepdf
from pikepdf import Pdf

from validators.gate import Complaints, Control, Gate, ImpossibleFaultError, ToolError
from validators.programs import PDFIUM, TOOLS, program, run

_SHOWN = 5
_CHUNK = 20


def _ghostscript(files: Sequence[Path], _scratch: Path) -> Complaints:
    flags = "-q -dNOPAUSE -dBATCH -dSAFER -sDEVICE=nullpage -dPDFSTOPONERROR -dPDFSTOPONWARNING"
    return {file: _said([program("gs"), *flags.split(), file]) for file in files}


def _mutool(files: Sequence[Path], scratch: Path) -> Complaints:
    # -N: Debian's has no colour management, and would say so of every profile.
    page = scratch / "page.pgm"
    draw = [program("mutool"), "draw", "-q", "-N", "-r", "36", "-c", "gray", "-o", page]
    return {file: _said([*draw, file]) for file in files}


def _poppler(files: Sequence[Path], scratch: Path) -> Complaints:
    draw = [program("pdftoppm"), "-r", "36", "-gray"]
    tell = [program("pdfinfo"), "-struct"]
    return {
        file: [*_warned([*draw, file, scratch / "page"]), *_warned([*tell, file])] for file in files
    }


def _pdfium(files: Sequence[Path], _scratch: Path) -> Complaints:
    with PDFIUM:
        return {file: _pdfium_of(file) for file in files}


def _pdfium_of(file: Path) -> list[str]:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(file)
    except pypdfium2.PdfiumError as problem:
        return [str(problem)]
    try:
        said = [] if document.is_tagged() else ["not tagged"]
        for page in document:
            page.get_textpage().get_text_bounded()
            page.close()
        list(document.get_toc())
    except pypdfium2.PdfiumError as problem:
        said = [str(problem)]
    finally:
        document.close()
    return said


def _pdf_js(files: Sequence[Path], _scratch: Path) -> Complaints:
    script = Path(__file__).resolve().parent / "look.mjs"
    complaints: Complaints = {}
    for start in range(0, len(files), _CHUNK):
        some = files[start : start + _CHUNK]
        done = run([program("node"), script, TOOLS / "npm", *some])
        for line in done.stdout.splitlines():
            if line.startswith("{"):
                answer = json.loads(line)
                complaints[Path(answer["file"])] = answer["said"]
        if missing := [file.name for file in some if file not in complaints]:
            raise ToolError(f"pdf.js did not answer for {missing[0]}: {done.stderr[-300:]}")
    return complaints


def _said(command: Sequence[object]) -> list[str]:
    """Return what *command* says at all, in either channel, and a bad exit code."""
    done = run(command)
    said = [line for line in (done.stdout + done.stderr).splitlines() if line.strip()]
    return said[:_SHOWN] or ([f"exit code {done.returncode}"] if done.returncode else [])


def _warned(command: Sequence[object]) -> list[str]:
    """Return what *command* says in the channel of errors, and a bad exit code."""
    done = run(command)
    said = [line for line in done.stderr.splitlines() if line.strip()]
    return said[:_SHOWN] or ([f"exit code {done.returncode}"] if done.returncode else [])


# --- faults -------------------------------------------------------------------------------


def _halved(data: bytes) -> bytes:
    return data[: len(data) // 2]


def _changed(change: Callable[[Pdf], None]) -> Callable[[bytes], bytes]:
    """Return what puts *change* into a document and files it again."""

    def make(data: bytes) -> bytes:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            change(pdf)
            result = io.BytesIO()
            pdf.save(result, object_stream_mode=pikepdf.ObjectStreamMode.disable)
        return result.getvalue()

    return make


def _ruined_fonts(pdf: Pdf) -> None:
    programs = [
        one[key]
        for one in pdf.objects
        if isinstance(one, pikepdf.Dictionary)
        for key in ("/FontFile2", "/FontFile3")
        if key in one
    ]
    if not programs:
        raise ImpossibleFaultError
    for one in programs:
        one.write(b"no font at all")


def _ruined_page(pdf: Pdf) -> None:
    pdf.pages[0].Contents = pdf.make_stream(b"BT (open")
    pdf.pages[0].Contents.write(b"not deflated at all", filter=pikepdf.Name.FlateDecode)


def _untagged(pdf: Pdf) -> None:
    pdf.Root.MarkInfo = pikepdf.Dictionary(Marked=False)
    if "/StructTreeRoot" in pdf.Root:
        del pdf.Root.StructTreeRoot


_CUT = Control("the second half is missing", _halved)
_PAGE = Control("a page that cannot be inflated", _changed(_ruined_page))
_FONT = Control("fonts that are none", _changed(_ruined_fonts))

GATES = (
    Gate("Ghostscript", ".pdf", _ghostscript, (_CUT, _PAGE)),
    Gate("mutool", ".pdf", _mutool, (_CUT, _FONT)),
    Gate("poppler", ".pdf", _poppler, (_CUT, _FONT)),
    Gate("pdfium", ".pdf", _pdfium, (_CUT, Control("not tagged", _changed(_untagged)))),
    Gate("pdf.js", ".pdf", _pdf_js, (_CUT, _FONT, Control("not tagged", _changed(_untagged)))),
)
