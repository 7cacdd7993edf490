"""A reading system: epub.js in Chromium opens books, goes where contents lead and turns pages."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from validators.archives import changed, replaced_once
from validators.book_parts import Book, book, text
from validators.gate import Complaints, Control, Gate, ImpossibleFaultError, ToolError
from validators.programs import ROOT, TOOLS, last_line, program, run

_OPEN = Path(__file__).resolve().parent / "open_books.mjs"
#: epub.js unpacks a book in memory and shows it a page at a time: larger ones show nothing new.
_MOST_BYTES = 2_000_000
#: Where somebody may look at what was shown: the option ``--pictures``.
PICTURES: list[Path] = []
_BLANK = re.compile(r"\s+")


def _read(books: Sequence[Path], scratch: Path) -> Complaints:
    del scratch
    chosen = [one for one in books if one.stat().st_size <= _MOST_BYTES]
    folder = PICTURES[0] if PICTURES else ""
    done = run(
        [program("node"), _OPEN, TOOLS / "npm", program("chromium"), folder, *chosen], folder=ROOT
    )
    told = {Path(one.pop("book")): one for one in map(json.loads, done.stdout.splitlines())}
    if missing := [one.name for one in chosen if one not in told]:
        raise ToolError(f"epub.js says nothing of {missing[0]}: {last_line(done.stderr)}")
    return {file: list(_faults(book(file), told[file])) for file in chosen}


def _faults(ours: Book, told: dict[str, Any]) -> Iterator[str]:
    yield from told["said"]
    if "contents" not in told:
        return
    wanted = [(one.depth, _packed(one.title)) for one in ours.contents]
    if wanted != [(one["depth"], one["title"]) for one in told["contents"]]:
        yield "other contents than in the navigation document"
        return
    for place in told["reached"]:
        entry = ours.contents[place["at"]]
        heading = _heading(ours, entry.address)
        title = _packed(entry.title).rstrip("…")
        named = heading.startswith(title) or title in _NAMELESS
        if place["heading"] != heading or not named or not place["seen"]:
            yield f"“{entry.title}” leads to {place['heading']!r}, not to {heading!r} on the page"
    count = len(told["documents"])
    if told["stuck"] or told["documents"] != told["spine"][:count] or told["turned"] < count - 1:
        yield f"pages turn through {count} documents only: {told['documents'][-2:]}"
    for name in ("broken", "dead"):
        yield from (f"{name}: {one}" for one in told[name])


def _heading(ours: Book, address: str) -> str:
    """Return the words that *address* points to, by the bytes of the book."""
    path, _, fragment = address.partition("#")
    body = next((page for name, page in ours.pages if name == path), None)
    if body is None:
        return ""
    found = body.xpath("//*[@id=$id]", id=fragment) if fragment else body.iter(*_HEADINGS)
    return _packed(text(next(iter(found), body)))


#: What the contents call an article without a title.
_NAMELESS = ("无题", "Untitled")
_HEADINGS = ("{*}h1", "{*}h2", "{*}h3")


def _packed(words: str) -> str:
    return _BLANK.sub("", words)


def _no_picture(data: bytes) -> bytes:
    """Take away the bytes of a picture that an article shows."""

    def change(name: str, content: bytes) -> bytes | None:
        return None if "/picture-0001" in name and not name.endswith("xhtml") else content

    return changed(data, change)


def _other_chapter(data: bytes) -> bytes:
    """Let every entry of the contents that leads to an article lead to the first one."""

    def change(name: str, content: bytes) -> bytes:
        if not name.endswith("nav.xhtml"):
            return content
        if b"article-0002" not in content:
            raise ImpossibleFaultError
        return re.sub(rb'href="article-[^"]*"', b'href="article-0001.xhtml"', content)

    return changed(data, change)


_NO_PICTURE = Control("a picture that is not there", _no_picture)
_OTHER = Control("all contents lead to one article", _other_chapter)
_DEAD_NOTE = Control(
    "a note that is not there", replaced_once(".xhtml", b' id="note-', b' id="lost-')
)

GATES = (
    Gate("epub.js, Chromium", ".epub", _read, (_NO_PICTURE, _OTHER, _DEAD_NOTE), leaves=("books",)),
)
