"""Word: the Open XML SDK, openxml-audit, ooxml-integrity, and LibreOffice as a reader."""

from __future__ import annotations

import json
import re
import shutil
import zipfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from validators.archives import changed
from validators.gate import Complaints, Control, Gate, ImpossibleFaultError, ToolError
from validators.programs import last_line, npm_program, program, python_program, run

_PAGES = re.compile(r"^Pages:\s+(\d+)", re.MULTILINE)
_LETTERS = re.compile(r"<w:t[^>]*>([^<]*)")
#: So many paragraphs that a page for each is more than any layout needs.
_MANY = 60
_W = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def _sdk(files: Sequence[Path], _scratch: Path) -> Complaints:
    with ThreadPoolExecutor(2) as pool:
        return dict(zip(files, pool.map(_sdk_on, files), strict=True))


def _sdk_on(file: Path) -> list[str]:
    done = run([npm_program("ooxml-validator"), file, "--officeVersion", "Microsoft365"])
    if done.returncode > 1:
        raise ToolError(f"ooxml-validator: {last_line(done.stderr)}")
    found = json.loads(done.stdout)
    said = [f"{one.get('path', '')}: {one.get('description', one)}" for one in found["errors"]]
    if not said and (done.returncode or not found["ok"]):
        said.append("not valid, without a message")
    return said


def _audit(files: Sequence[Path], _scratch: Path) -> Complaints:
    # A process for each file: in one run over a folder it takes one file's notes for another's.
    with ThreadPoolExecutor(2) as pool:
        return dict(zip(files, pool.map(_audit_on, files), strict=True))


def _audit_on(file: Path) -> list[str]:
    command = [python_program("openxml-audit"), "-f", "microsoft365", "-o", "json", "-m", "0", file]
    done = run(command)
    try:
        [found] = json.loads(done.stdout)
    except ValueError:
        raise ToolError(f"openxml-audit: {last_line(done.stderr)}") from None
    said = [f"{one['part_uri']}{one['path']}: {one['description']}" for one in found["errors"]]
    return said if said or found["valid"] else ["not valid, without a message"]


def _integrity(files: Sequence[Path], _scratch: Path) -> Complaints:
    return {file: _integrity_on(file) for file in files}


def _integrity_on(file: Path) -> list[str]:
    command = [python_program("ooxml-integrity"), "check", "--no-config", "--fail-on", "warn"]
    done = run([*command, "--quiet", file])
    if done.returncode not in (0, 1):
        raise ToolError(f"ooxml-integrity: {last_line(done.stderr)}")
    printed = [line.strip() for line in done.stdout.splitlines() if line.strip()]
    return (printed or ["exit code 1 without a message"]) if done.returncode else []


def _libreoffice(files: Sequence[Path], scratch: Path) -> Complaints:
    # Numbered copies: samples in different folders may share a name.
    inside, outside = scratch / "in", scratch / "out"
    inside.mkdir()
    numbered = {file: inside / f"{number:03}.docx" for number, file in enumerate(files)}
    for file, copy in numbered.items():
        shutil.copyfile(file, copy)
    # The filter is named, or LibreOffice would open any bytes as plain text.
    command = [program("soffice"), f"-env:UserInstallation=file://{scratch / 'profile'}"]
    options = ["--headless", "--infilter=MS Word 2007 XML", "--convert-to", "pdf"]
    done = run([*command, *options, "--outdir", outside, *numbered.values()])
    if done.returncode and not any(outside.glob("*.pdf")):
        raise ToolError(f"soffice: {last_line(done.stderr or done.stdout)}")
    return {
        file: list(_page_faults(file, outside / f"{copy.stem}.pdf"))
        for file, copy in numbered.items()
    }


def _page_faults(file: Path, pdf: Path) -> Iterator[str]:
    """Yield what is wrong with the pages that *file* became; a grave fault of layout makes many."""
    if not pdf.exists():
        yield "LibreOffice cannot open it"
        return
    told = _PAGES.search(run([program("pdfinfo"), pdf]).stdout)
    pages = int(told[1]) if told else 0
    with zipfile.ZipFile(file) as archive:
        body = archive.read("word/document.xml").decode()
    letters = sum(map(len, _LETTERS.findall(body)))
    things = sum(
        body.count(mark) for mark in ("<w:sectPr", "<w:pageBreakBefore", 'pStyle w:val="Heading1"')
    )
    most = 4 + things + letters // 150 + body.count("<w:p>") // 8 + body.count("<w:drawing>")
    if not letters // 6000 <= pages <= most or not pages:
        yield f"{pages} pages; {letters // 6000} to {most} could be"


def _scattered(data: bytes) -> bytes:
    """Return *data* with each of its many paragraphs on a page of its own."""

    def change(entry: str, content: bytes) -> bytes:
        if entry == "word/document.xml" and content.count(b"<w:p>") < _MANY:
            raise ImpossibleFaultError
        if entry != "word/styles.xml":
            return content
        return content.replace(b"<w:widowControl", b"<w:pageBreakBefore/><w:widowControl", 1)

    return changed(data, change)


def _with_block(block: bytes) -> Control:
    """Put *block* before the last section properties of the document."""
    name = re.sub(rb'\sxmlns:\w="[^"]*"', b"", block).decode()

    def change(entry: str, content: bytes) -> bytes:
        if entry != "word/document.xml":
            return content
        head, mark, tail = content.rpartition(b"<w:sectPr")
        if not mark:
            raise ImpossibleFaultError
        return head + block + mark + tail

    return Control(name[:70], lambda data: changed(data, change))


_P = b'<w:p xmlns:w="' + _W + b'">'
_WRONG_ORDER = _with_block(
    _P + b'<w:r><w:rPr><w:sz w:val="24"/><w:b/></w:rPr><w:t>1</w:t></w:r></w:p>'
)
_EMPTY_CELL = _with_block(
    b'<w:tbl xmlns:w="' + _W + b'"><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>'
    b'<w:gridCol w:w="900"/></w:tblGrid><w:tr><w:tc><w:tcPr><w:tcW w:w="9" w:type="dxa"/></w:tcPr>'
    b"</w:tc></w:tr></w:tbl>" + _P + b"</w:p>"
)
_DANGLING = _with_block(
    _P
    + b'<w:hyperlink xmlns:r="'
    + _R
    + b'" r:id="rIdNowhere"><w:r><w:t>1</w:t></w:r></w:hyperlink></w:p>'
)
_NO_STYLE = _with_block(_P + b'<w:pPr><w:pStyle w:val="NoSuchStyle"/></w:pPr></w:p>')
_NO_ARCHIVE = Control("not an archive", lambda data: b"PK\x05\x06 no longer" + data[64:2048])
_SCATTERED = Control("each paragraph on a page of its own", _scattered)

GATES = (
    Gate("Open XML SDK", ".docx", _sdk, (_WRONG_ORDER, _DANGLING)),
    Gate("openxml-audit", ".docx", _audit, (_EMPTY_CELL, _NO_STYLE)),
    Gate("ooxml-integrity", ".docx", _integrity, (_DANGLING, _NO_STYLE)),
    Gate("LibreOffice", ".docx", _libreoffice, (_NO_ARCHIVE, _SCATTERED)),
)
