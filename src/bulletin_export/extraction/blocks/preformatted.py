"""Text whose line ends count: ``<pre>``, and tables that show code beside line numbers."""

from __future__ import annotations

from typing import Any

from lxml import etree

from bulletin_export.model.nodes import CodeBlock
from bulletin_export.patterns import lazy_pattern

_HAN = lazy_pattern("[\u4e00-\u9fff]")
_CODE_MARK = lazy_pattern(r"[{}=<>\\]|[A-Za-z]\(")
_NUMBERS = lazy_pattern(r"\s*\d+(?:\s+\d+)*\s*\.?\s*")
_LANGUAGE = lazy_pattern(
    r"(?:^|\s)(?:language|lang|highlight-source|brush:?|highlight|sourceCode)[-:\s]+([A-Za-z][\w+#-]*)"
)
_PLAIN = frozenset(("text", "plain", "plaintext", "none", "nohighlight", "code"))
_LINES = frozenset(("li", "div", "p", "tr"))


def raw_text(element: Any) -> str:
    """Return the text of *element* with its line ends; ``<br>`` and rows of boxes are ends too."""
    pieces: list[str] = []
    for event, part in etree.iterwalk(element, events=("start", "end")):
        is_start, tag = event == "start", part.tag
        if part is not element and ((tag == "br" and is_start) or tag in _LINES):
            is_open = bool(pieces) and not pieces[-1].endswith("\n")
            if tag == "br" or is_open:
                pieces.append("\n")
        text = part.text if is_start else part.tail if part is not element else ""
        if text:
            pieces.append(text)
    return "".join(pieces).replace("\r\n", "\n").replace("\r", "\n")


def is_prose(element: Any) -> bool:
    """Whether what stands in ``<pre>`` is Chinese prose and no code."""
    if element.find(".//code") is not None or language_of(element):
        return False
    if element.find(".//table") is not None:
        return True
    text = "".join(element.itertext())
    size, han = len("".join(text.split())), len(_HAN.findall(text))
    if han * 2 <= size:
        return False
    lines = [line for line in text.splitlines() if line.strip()]
    marked = sum(_CODE_MARK.search(line) is not None for line in lines)
    return not marked or (han * 10 > size * 6 and marked * 5 <= len(lines))


def language_of(element: Any) -> str:
    """Return the programming language that *element*, or the code in it, is said to be in."""
    for part in (element, *element.iter("code")):
        named = part.get("data-lang") or part.get("data-language") or ""
        match = _LANGUAGE.search(part.get("class") or "")
        name = (named or (match[1] if match else "")).lower()
        if name and name not in _PLAIN:
            return name
    return ""


def code_block(element: Any) -> CodeBlock | None:
    """Return the code in *element*, or nothing when there is none."""
    return _block(raw_text(element), language_of(element))


def listing(table: Any, rows: list[list[Any]]) -> CodeBlock | None:
    """Return the code that *table*, whose cells are *rows*, shows beside its line numbers."""
    if not rows or any(len(row) != 2 for row in rows):
        return None
    numbers = [("".join(row[0].itertext()), row[0]) for row in rows]
    if not all(
        _NUMBERS.fullmatch(text) or (not text.strip() and cell.get("data-line-number"))
        for text, cell in numbers
    ):
        return None
    if not any(_is_code(row[1]) for row in rows) and not _is_code(table):
        return None
    text = "\n".join(raw_text(row[1]).strip("\n") for row in rows)
    return _block(text, language_of(table) or language_of(rows[0][1]))


def _is_code(element: Any) -> bool:
    names = (element.get("class") or "").lower()
    return (
        any(word in names for word in ("code", "highlight", "line", "src"))
        or next(element.iter("pre", "code"), None) is not None
    )


def _block(text: str, language: str) -> CodeBlock | None:
    text = text.strip("\n").rstrip()
    return CodeBlock(text, language) if text.strip() else None
