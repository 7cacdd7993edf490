"""Fields (ISO/IEC 29500-1 §17.16): begun, divided and ended in order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bulletin_export.checking.word.document import Document
from bulletin_export.checking.word.namespaces import W
from bulletin_export.checking.word.stories import Block, Place
from bulletin_export.diagnostics import Diagnostic, Severity
from bulletin_export.patterns import lazy_pattern

_CHARACTER, _INSTRUCTION, _SIMPLE = f"{W}fldChar", f"{W}instrText", f"{W}fldSimple"
_WORD = lazy_pattern(r'"([^"]*)"|(\S+)')
#: Kinds of fields whose first word is the name of a bookmark.
_REFERENCES = frozenset({"REF", "PAGEREF", "NOTEREF"})


class Fields:
    """Finds what is begun and never ended, ended without beginning, or divided twice."""

    def __init__(self, document: Document) -> None:
        del document
        self._story: tuple[str, int] | None = None
        #: The fields that are open, the innermost last, and which of them have their result.
        self._open: list[tuple[Place, bool]] = []

    def see(self, block: Block) -> Iterator[Diagnostic]:
        """Look at one block."""
        if block.story != self._story:  # No field reaches into another story.
            yield from self.end()
            self._story = block.story
        for mark in block.element.iter(_CHARACTER):
            fault = self._fault(mark.get(f"{W}fldCharType"), block, mark)
            if fault:
                yield block.place(mark).found("field-unclosed", Severity.ERROR, mark=fault)

    def end(self) -> Iterator[Diagnostic]:
        """Say which are still open."""
        for place, _ in self._open:
            yield place.found("field-unclosed", Severity.ERROR, mark="begin")
        self._open.clear()

    def _fault(self, kind: str | None, block: Block, mark: Any) -> str:
        """Follow one mark; return its kind if it may not stand here."""
        match kind:
            case "begin":
                self._open.append((block.place(mark), False))
            case "separate" if self._open and not self._open[-1][1]:
                self._open[-1] = (self._open[-1][0], True)
            case "end" if self._open:
                self._open.pop()
            case _:
                return str(kind)
        return ""


def bookmark_in(instruction: str) -> str:
    """Return the bookmark that a field with *instruction* leads to, or nothing."""
    words: list[str] = [one[1] or one[2] or "" for one in _WORD.finditer(instruction)]
    match words:
        case [kind, name, *_] if kind.upper() in _REFERENCES and not name.startswith("\\"):
            return name
        case [kind, *rest] if kind.upper() == "HYPERLINK" and "\\l" in rest[:-1]:
            return rest[rest.index("\\l") + 1]
        case _:
            return ""


def instructions(element: Any) -> Iterator[tuple[Any, str]]:
    """Yield the instruction of each field in *element*, with the element it begins in."""
    for simple in element.iter(_SIMPLE):
        yield simple, simple.get(f"{W}instr", "")
    stack: list[tuple[Any, list[str]]] = []
    for one in element.iter(_CHARACTER, _INSTRUCTION):
        kind = one.get(f"{W}fldCharType")
        if kind == "begin":
            stack.append((one, []))
        elif one.tag == _INSTRUCTION and stack:
            stack[-1][1].append(one.text or "")
        elif kind in ("separate", "end") and stack:
            start, said = stack[-1]
            if kind == "separate" or said:
                yield start, "".join(said)
                said.clear()
            if kind == "end":
                stack.pop()
