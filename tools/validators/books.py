"""EPUB: EPUBCheck 5.3 and 4.2, and DAISY Ace."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from validators.archives import changed, replaced_once
from validators.gate import Complaints, Control, Gate, ImpossibleFaultError, ToolError
from validators.programs import bundled_jar, debian_jar, npm_program, program, run, run_java

_SEVERE = frozenset({"FATAL", "ERROR", "WARNING"})
#: What 5.3 thinks unwise counts too; 4.2.6 has such words for every NCX there is.
_ANY = _SEVERE | {"USAGE", "INFO"}
#: Says that a style sheet names a font, and nothing else.
_FONT_NAMED = "CSS-028"


def _epubcheck(
    jar: str, books: Sequence[Path], scratch: Path, counted: frozenset[str]
) -> Complaints:
    reports = {book: scratch / f"{number}.json" for number, book in enumerate(books)}
    arguments = [path for pair in reports.items() for path in pair]
    printed = run_java("CheckBooks.java", [jar], arguments)
    codes = {
        Path(name): int(code)
        for code, name in re.findall(r"^CHECKED\t(\d+)\t(.+)$", printed, flags=re.MULTILINE)
    }
    complaints: Complaints = {}
    for book, report in reports.items():
        if book not in codes or not report.exists():
            raise ToolError(f"EPUBCheck says nothing of {book.name}")
        complaints[book] = _messages(report, counted)
        if codes[book] and not complaints[book]:
            complaints[book] = [f"exit code {codes[book]} without a message"]
    return complaints


def _messages(report: Path, counted: frozenset[str]) -> list[str]:
    messages = json.loads(report.read_text("utf-8"))["messages"]
    return [
        f"{one['severity']} {one['ID']} {_place(one)}{one['message']}"
        for one in messages
        if one["severity"] in counted and one["ID"] != _FONT_NAMED
    ]


def _place(message: dict[str, list[dict[str, object]]]) -> str:
    locations = message.get("locations") or []
    return f"{locations[0].get('path')}:{locations[0].get('line')}: " if locations else ""


def _epubcheck_5(books: Sequence[Path], scratch: Path) -> Complaints:
    return _epubcheck(bundled_jar("epubcheck", "epubcheck.jar"), books, scratch, _ANY)


def _epubcheck_4(books: Sequence[Path], scratch: Path) -> Complaints:
    return _epubcheck(debian_jar("epubcheck.jar"), books, scratch, _SEVERE)


def _ace(books: Sequence[Path], scratch: Path) -> Complaints:
    # Two at a time: each waits for a browser more than it works.
    with ThreadPoolExecutor(2) as pool:
        said = pool.map(lambda book: _ace_on(book, scratch / book.stem), books)
    return dict(zip(books, said, strict=True))


def _ace_on(book: Path, out: Path) -> list[str]:
    # Without -E Ace exits with 0 whatever it finds.
    command = [npm_program("ace-cli"), "-E", "-s", "-f", "-o", out, book]
    done = run(command, variables={"PUPPETEER_EXECUTABLE_PATH": program("chromium")})
    report = out / "report.json"
    if not report.exists():
        raise ToolError(f"Ace gives no report on {book.name}: {done.stderr[-300:]}")
    found = json.loads(report.read_text("utf-8"))
    said = [
        f"{one['earl:test']['earl:impact']} {one['earl:test']['dct:title']}: "
        f"{one['earl:result']['dct:description']}"
        for page in found["assertions"]
        for one in page["assertions"]
    ]
    outcome = found["earl:result"]["earl:outcome"]
    if not said and (done.returncode or outcome != "pass"):
        said.append(f"exit code {done.returncode}, outcome {outcome}")
    return said


def _without_alt(data: bytes) -> bytes:
    def change(name: str, content: bytes) -> bytes:
        if not name.endswith((".xhtml", ".html")):
            return content
        return re.sub(rb'(<img\b[^>]*?)\salt="[^"]*"', rb"\1", content)

    return changed(data, change)


def _with_printed_date(data: bytes) -> bytes:
    """Put a date that is no W3C date: a warning, so only the strict setting sees it."""

    def change(name: str, content: bytes) -> bytes:
        if not name.endswith(".opf"):
            return content
        bare = re.sub(rb"<dc:date\b.*?</dc:date>", b"", content, flags=re.DOTALL)
        date = "<dc:date>2026年1月1日</dc:date></metadata>".encode()
        if b"</metadata>" not in bare:
            raise ImpossibleFaultError
        return bare.replace(b"</metadata>", date)

    return changed(data, change)


_NO_NAVIGATION = Control(
    "no navigation document", replaced_once(".opf", b'properties="nav"', b'properties=""')
)
_TWINS = Control(
    "the same id twice",
    replaced_once(".xhtml", b"</body>", b'<p id="twin">1</p><p id="twin">2</p></body>'),
)
_PRINTED_DATE = Control("a date in words (a warning)", _with_printed_date)
_NO_ALT = Control("pictures without alt", _without_alt)

GATES = (
    Gate("EPUBCheck 5.3.0", ".epub", _epubcheck_5, (_NO_NAVIGATION, _TWINS, _PRINTED_DATE)),
    Gate("EPUBCheck 4.2.6", ".epub", _epubcheck_4, (_NO_NAVIGATION, _TWINS, _PRINTED_DATE)),
    Gate("Ace 1.4.6", ".epub", _ace, (_NO_ALT,), leaves=("books", "large")),
)
