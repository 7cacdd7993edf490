"""calibre: its checker of books, and what is left of a book that it turned into AZW3."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from html import unescape
from pathlib import Path
from typing import Any

from validators.archives import changed, replaced_once
from validators.book_parts import Book, book, text
from validators.gate import Complaints, Control, Gate, ImpossibleFaultError, ToolError
from validators.programs import last_line, program, run

_ASK = Path(__file__).resolve().parent / "calibre" / "ask.py"
#: Its style checker runs in a browser of Qt, which has no screen here and may run as root.
_HEADLESS = {
    "QT_QPA_PLATFORM": "offscreen",
    "QTWEBENGINE_DISABLE_SANDBOX": "1",
    "QTWEBENGINE_CHROMIUM_FLAGS": "--disable-gpu",
    "CALIBRE_NO_NATIVE_FILEDIALOGS": "1",
}
#: Larger books take calibre minutes.
_MOST_BYTES = 4_000_000
_LANGUAGES = {"zh": "zho", "en": "eng", "ja": "jpn"}
#: It knows an older type of fonts than the one that EPUBCheck 5.3 asks for.
_FONT_TYPE = re.compile(r"font-\d+\.[ot]tf has a MIME type that does not match its extension")
_BLANK = re.compile(r"\s+")


def _asked(task: str, books: Sequence[Path], scratch: Path) -> dict[Path, dict[str, Any]]:
    small = [one for one in books if one.stat().st_size <= _MOST_BYTES]
    report = scratch / f"{task}.jsonl"
    variables = {**_HEADLESS, "CALIBRE_CONFIG_DIRECTORY": str(scratch / "settings")}
    done = run(
        [program("calibre-debug"), "-e", _ASK, "--", task, report, scratch, *small],
        variables=variables,
    )
    lines = report.read_text("utf-8").splitlines() if report.exists() else []
    told = {Path(one.pop("book")): one for one in map(json.loads, lines)}
    if missing := [one.name for one in small if one not in told]:
        raise ToolError(f"calibre says nothing of {missing[0]}: {last_line(done.stderr)}")
    return told


def _checked(books: Sequence[Path], scratch: Path) -> Complaints:
    told = _asked("check", books, scratch)
    return {
        file: [line for line in one["said"] if not _FONT_TYPE.search(line)]
        if "said" in one
        else [one["error"]]
        for file, one in told.items()
    }


def _converted(books: Sequence[Path], scratch: Path) -> Complaints:
    told = _asked("kindle", books, scratch)
    return {
        file: [one["error"]] if "error" in one else list(_lost(book(file), one))
        for file, one in told.items()
    }


def _lost(before: Book, after: dict[str, Any]) -> Iterator[str]:
    """Yield what AZW3 has not, or has otherwise."""
    language = before.language.partition("-")[0]
    wanted = {
        "title": _packed(before.title),
        # calibre has an author for every book, and takes “&” for the end of one.
        "authors": [_packed(one) for whole in before.authors for one in whole.split("&")]
        or [_packed("Unknown")],
        "languages": [_LANGUAGES.get(language, language)],
        "headings": [_packed(text(one)) for _, body in before.pages for one in body.iter("{*}h1")],
        "contents": [[one.depth, _unreferred(one.title), True] for one in before.contents],
        "text": _packed("".join(text(body) for _, body in before.pages)),
    }
    found = {
        "title": _packed(after["title"]),
        "authors": [_packed(one) for one in after["authors"]],
        "languages": after["languages"],
        "headings": [_packed(one) for one in after["headings"]],
        "contents": [
            [depth, _unreferred(title), there] for depth, title, there in after["contents"]
        ],
        "text": _packed(after["text"]),
    }
    for name, value in wanted.items():
        if value != found[name]:
            yield f"{name}: {_difference(value, found[name])}"


def _difference(wanted: Any, found: Any) -> str:
    place = next(
        (n for n, pair in enumerate(zip(wanted, found, strict=False)) if pair[0] != pair[1]),
        min(len(wanted), len(found)),
    )
    around = slice(place, place + (24 if isinstance(wanted, str) else 1))
    counts = f"{len(wanted)} and {len(found)}, at {place}"
    return f"{wanted[around]!r} became {found[around]!r} ({counts})"


def _packed(words: str) -> str:
    return _BLANK.sub("", words)


def _unreferred(words: str) -> str:
    """Return *words* without references in so many letters: calibre's contents lose “&nbsp;”."""
    return _packed(unescape(words)).replace("\ufffd", "")


def _dead_entry(data: bytes) -> bytes:
    """Let the lines of all contents lead to documents that are not there."""

    def change(name: str, content: bytes) -> bytes:
        if not name.endswith(("nav.xhtml", ".ncx")):
            return content
        return content.replace(b'="article-', b'="nowhere-')

    return changed(data, change)


def _unread_chapter(data: bytes) -> bytes:
    """Take the last document out of the spine."""

    def change(name: str, content: bytes) -> bytes:
        if not name.endswith(".opf"):
            return content
        head, found, tail = content.rpartition(b"<itemref ")
        if not found:
            raise ImpossibleFaultError
        return head + tail.partition(b"/>")[2]

    return changed(data, change)


_DEAD_ENTRY = Control("an entry of the contents leads nowhere", _dead_entry)
_UNREAD = Control("a chapter is not in the spine", _unread_chapter)
_TWICE = Control(
    "the same rule twice in the style sheet",
    replaced_once(".css", b"blockquote {", b"blockquote { margin: 0; }\nblockquote {"),
)

GATES = (
    Gate("calibre check", ".epub", _checked, (_DEAD_ENTRY, _UNREAD, _TWICE), leaves=("books",)),
    Gate("AZW3 by calibre", ".epub", _converted, (_DEAD_ENTRY,), leaves=("books",)),
)
