"""The text in the spine of a book is the text of the model, character for character.

Of books with their JSON form beside them: those in other templates, which compose otherwise, come
without.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from validators.archives import changed, replaced_once
from validators.book_parts import book, text
from validators.gate import Complaints, Control, Gate, ImpossibleFaultError
from validators.pdf_text import faults, known

#: Words of the book, not of the publication: ways to the articles beside one, the head of a
#: table once more.
_OWN = "//*[@class='neighbours'] | //*[@class='repeated']"
_FIRST_PARAGRAPH = re.compile(rb"<p>[^<]{20,}</p>")


def _agree(books: Sequence[Path], _scratch: Path) -> Complaints:
    words = known([one for one in books if one.with_suffix(".json").exists()])
    return {file: list(faults(said, _spine(file), exactly=True)) for file, said in words.items()}


def _spine(file: Path) -> str:
    pages = [body for name, body in book(file).pages if not name.endswith("contents.xhtml")]
    for page in pages:
        for one in page.xpath(_OWN):
            one.clear(keep_tail=True)
    return "\n".join(map(text, pages))


def _without_paragraph(data: bytes) -> bytes:
    def change(name: str, content: bytes) -> bytes:
        return _FIRST_PARAGRAPH.sub(b"", content, count=1) if "/article-" in name else content

    return changed(data, change)


def _backwards(data: bytes) -> bytes:
    """Turn the order of the articles round."""

    def change(name: str, content: bytes) -> bytes:
        if not name.endswith(".opf"):
            return content
        lines = re.findall(rb"<itemref [^>]*>", content)
        if len(lines) < 2:
            raise ImpossibleFaultError
        turned = iter(lines[::-1])
        return re.sub(rb"<itemref [^>]*>", lambda _: next(turned), content)

    return changed(data, change)


_LOST = Control("a paragraph of each article is lost", _without_paragraph)
_ORDER = Control("articles from last to first", _backwards)
_ADDED = "<p>编者按编者按</p></section>".encode()
_AGAIN = Control("a paragraph that nobody wrote", replaced_once("1.xhtml", b"</section>", _ADDED))

GATES = (Gate("text, spine", ".epub", _agree, (_LOST, _ORDER, _AGAIN)),)
