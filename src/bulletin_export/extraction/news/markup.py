"""XHTML and NITF inside messages, given the plain HTML names that the block converter knows.

Trees are renamed in place, in one pass: they are ours, and nobody reads them twice.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxml import etree

from bulletin_export.diagnostics import Diagnostic
from bulletin_export.extraction.blocks.elements import BLOCKS
from bulletin_export.extraction.fragment import blocks_of_element, blocks_of_html
from bulletin_export.extraction.naming import words_of
from bulletin_export.extraction.news.elements import below, children, value, words
from bulletin_export.extraction.news.pictures import picture
from bulletin_export.extraction.outline import INLINE, UNSEEN
from bulletin_export.model.nodes import Block
from bulletin_export.patterns import lazy_pattern

_HTML = (
    INLINE
    | UNSEEN
    | frozenset(BLOCKS)
    | words_of("""
    html body p div section article main header footer aside address center br dl dt dd thead
    tbody tfoot colgroup col details summary hgroup form fieldset nav
""")
)
#: What ``<fn>`` is called until it is set.
_FOOTNOTE = "fn"
#: What would be furniture on a page.
_XHTML = {"header": "div", "footer": "div", "nav": "div", "aside": "div", "form": "div"}
#: NITF 3.x names whose HTML name is another; what stands in neither table is part of a line.
_NITF = {
    "block": "div", "body": "div", "body.head": "div", "body.content": "div", "body.end": "div",
    "bq": "blockquote", "credit": "p", "note": "div", "hedline": "div", "hl1": "h2", "hl2": "h2",
    "byline": "p", "dateline": "p", "abstract": "div", "distributor": "p", "tagline": "p",
    "bibliography": "p", "nitf-table": "div", "nitf-table-summary": "p", "datasource": "p",
    "copyrite": "p", "content": "div", "nitf-col": "col", "nitf-colgroup": "colgroup",
    "fn": _FOOTNOTE,
}  # fmt: skip
#: Facts about a part, made for machines.
_SILENT = ("nitf-table-metadata", "alt-code", "media-metadata", "media-object", "ds", "key-list")
_WIRE_LINE = lazy_pattern(r"\s*\S.{38,80}\s")
#: Characters of a line on the wire.
_WIRE = 90
_HAN_GAP = lazy_pattern(r"([\u3000-\u9fff\uff00-\uffef])\n([\u3000-\u9fff\uff00-\uffef])")
_MARKUP = lazy_pattern(r"<\s*(?:p|br|div|table|ul|h\d|span|b|strong|em|i|img)\b[^>]*>")


def xhtml_blocks(element: Any, base: str = "") -> tuple[tuple[Block, ...], tuple[Diagnostic, ...]]:
    """Return the blocks of *element*, which holds XHTML of any namespace, and remarks.

    Elements of other vocabularies (``<Company>``) are taken for parts of their line.
    """
    if _is_escaped(element):
        return text_blocks("".join(element.itertext()), base)
    for one in element.iter(etree.Element):
        name = one.tag
        one.tag = _XHTML.get(name) or (name if name in _HTML else "span")
        _unnamed(one)
    return _built(element, base)


def nitf_blocks(element: Any, base: str = "") -> tuple[tuple[Block, ...], tuple[Diagnostic, ...]]:
    """Return the blocks of *element*, NITF's ``body.content`` or a part of it, and remarks."""
    if _is_escaped(element):
        return text_blocks("".join(element.itertext()), base)
    for one in [*below(element, *_SILENT)]:
        _emptied(one)
    for one in [*below(element, "media")]:
        figure = picture(one)
        figure.tail = one.tail
        one.getparent().replace(one, figure)
    for one in element.iter(etree.Element):
        name = one.tag
        one.tag = _NITF.get(name) or (name if name in _HTML else "span")
        _unnamed(one)
        if name == "frac":
            _as_fraction(one)
        elif name == "pronounce" and (guide := value(one, "guide")):
            one.tag = "ruby"
            etree.SubElement(one, "rt").text = guide
        elif name == "p":
            _unwrap(one)
    _set_footnotes(element)
    return _built(element, base)


def text_blocks(text: str, base: str = "") -> tuple[tuple[Block, ...], tuple[Diagnostic, ...]]:
    """Return the blocks of *text*: HTML written as characters, or plain lines."""
    if _MARKUP.search(text):
        return blocks_of_html(text, base=base)
    root = etree.Element("div")
    for paragraph in plain_paragraphs(text):
        etree.SubElement(root, "p").text = "".join(filter(_is_printable, paragraph))
    return _built(root, base)


def plain_paragraphs(text: str) -> Iterator[str]:
    """Yield the paragraphs of plain *text*: parted by blank lines, by indents, or by lines.

    Lines no wider than a teletype's, of a text that has blank lines or indents, are parts of
    one paragraph.
    """
    lines = text.expandtabs().splitlines()
    is_wrapped = any(not one.strip() or one[:1].isspace() for one in lines[1:])
    is_wrapped = is_wrapped and max(map(len, lines)) <= _WIRE
    paragraph: list[str] = []
    for line in lines:
        if paragraph and (not is_wrapped or not line.strip() or line[:1].isspace()):
            yield _one_line(paragraph)
            paragraph = []
        if line.strip():
            paragraph.append(line.strip())
    if paragraph:
        yield _one_line(paragraph)


def _one_line(lines: list[str]) -> str:
    """Return *lines* in one, with a blank between words and none between Han characters."""
    return _HAN_GAP.sub(r"\1\2", "\n".join(lines)).replace("\n", " ")


def _is_printable(character: str) -> bool:
    return character >= " "


def _is_escaped(element: Any) -> bool:
    """Whether what *element* holds is markup written as characters, and no elements."""
    names = {one.tag for one in element.iterdescendants(etree.Element)}
    return names <= {"html", "head", "title", "body"} and bool(
        _MARKUP.search("".join(element.itertext()))
    )


def _unnamed(element: Any) -> None:
    """Take the names off *element*: those of pages tell furniture, which agencies do not send."""
    for name in ("id", "class"):
        element.attrib.pop(name, None)


def _built(element: Any, base: str) -> tuple[tuple[Block, ...], tuple[Diagnostic, ...]]:
    etree.strip_elements(element, "script", "style", "title", "head", with_tail=False)
    return blocks_of_element(element, base=base)


def _emptied(element: Any) -> None:
    tail = element.tail
    element.clear()
    element.tail = tail


def _as_fraction(element: Any) -> None:
    """Put the bar into ``<frac>`` where no ``frac-sep`` draws it."""
    parts = [*children(element, "frac-num")]
    if parts and not [*children(element, "frac-sep")] and not words(parts[0]).endswith("/"):
        parts[0].tail = "/" + (parts[0].tail or "").strip()


def _set_footnotes(element: Any) -> None:
    """Put a mark where each ``<fn>`` stood, and the note at the end, as pages have them."""
    for number, note in enumerate([*below(element, _FOOTNOTE)], 1):
        mark = etree.Element("sup")
        etree.SubElement(mark, "a", href=f"#fn{number}").text = f"[{number}]"
        mark.tail = note.tail
        note.getparent().replace(note, mark)
        note.tag, note.tail = "div", None
        note.set("id", f"fn{number}")
        element.append(note)


def _unwrap(paragraph: Any) -> None:
    """Take the breaks out of *paragraph* that only end a line of the wire's width.

    Such a break follows a blank and a line of some fifty to eighty characters.
    """
    before = paragraph.text or ""
    for br in [*children(paragraph, "br")]:
        after = br.tail or ""
        if _WIRE_LINE.fullmatch(before) and after[:1].strip():
            br.tag = "wbr"
        before = after
