"""The text of an entry into blocks, in whatever form the feed carries it."""

from __future__ import annotations

import re
from typing import Any

import msgspec
from lxml import etree

from bulletin_export.diagnostics import Diagnostic, Severity
from bulletin_export.errors import ReadError
from bulletin_export.extraction.feeds.words import (
    is_html,
    lines_as_paragraphs,
    plain_of_html,
    unescaped_markup,
    without_sections,
)
from bulletin_export.extraction.fragment import blocks_of_element, blocks_of_html
from bulletin_export.model.nodes import Block, Paragraph, Text
from bulletin_export.patterns import lazy_pattern

#: The text goes on elsewhere, and says so.
_MORE = lazy_pattern(
    r"(?:[\[［【（(]\s*(?:…+|\.{3,})\s*[\]］】）)]"
    r"|(?:阅读|閱讀|查看|浏览|点击|點擊)(?:全文|原文|更多|详情|詳情)|继续阅读|繼續閱讀"
    r"|[(（\[【]\s*(?:全文|更多|详情|詳情|more)\s*[)）\]】]"
    r"|(?:more|更多|详情|詳情|全文)\s*[»›>→]+"
    r"|\bread (?:more|the rest|on)\b.{0,40}|\bcontinue reading\b.{0,60})[\s.»›>→…\])）】]*$",
    re.IGNORECASE,
)
#: libxml2 waits for an end that HTML (§4.8.6) does not have, and takes what follows for its inside.
_EMBED = lazy_pattern(r"(<embed\b[^<>]*)>(?!\s*</embed)", re.IGNORECASE)
_SENTENCE_ENDS = ("。", "！", "？", "”", "；")
_ELLIPSIS = lazy_pattern(r"(?:…|\.\.\.)\s*$")


class Content(msgspec.Struct, frozen=True):
    """A text as the feed carries it: as HTML, as plain words, or as elements of XHTML."""

    text: str = ""
    #: lxml element whose inside is the text, if it came as markup.
    element: Any = None
    is_plain: bool = False
    #: What relative addresses in it start from.
    base: str = ""

    @property
    def raw(self) -> str:
        """The text with its markup, to look for addresses in."""
        if self.element is None:
            return self.text
        return etree.tostring(self.element, encoding="unicode", with_tail=False)

    @property
    def plain(self) -> str:
        """The words alone, on one line."""
        if self.element is not None:
            return " ".join("".join(self.element.itertext()).split())
        return " ".join(self.text.split()) if self.is_plain else plain_of_html(self.text)


def blocks_of(content: Content, where: str) -> tuple[tuple[Block, ...], tuple[Diagnostic, ...]]:
    """Return the blocks of *content* and remarks; what cannot be parsed keeps its words."""
    if content.element is not None:
        return blocks_of_element(
            _without_namespaces(content.element), base=content.base, where=where
        )
    text = content.text
    if not content.is_plain:
        text = unescaped_markup(without_sections(text))
    if content.is_plain or not is_html(text):
        return _paragraphs(text, content.is_plain), ()
    try:
        if "<embed" in text:
            text = _EMBED.sub(r"\1></embed>", text)
        return blocks_of_html(text, base=content.base, where=where)
    except ReadError as error:
        facts = {"reason": error.why()}
        remark = Diagnostic(
            code="entry-flattened", severity=Severity.ERROR, where=where, facts=facts
        )
        return _paragraphs(content.text, is_plain=False), (remark,)


def is_cut(text: str, is_whole: bool) -> bool:
    """Whether *text* ends in a mark that more follows elsewhere.

    Dots alone may end a story too, so they count only where the feed does not say that the
    text *is_whole*.
    """
    end = text[-80:]
    if end.endswith(_SENTENCE_ENDS) and "ead" not in end:
        return False  # as most texts do
    return _MORE.search(end) is not None or (not is_whole and _ELLIPSIS.search(end) is not None)


def _paragraphs(text: str, is_plain: bool) -> tuple[Block, ...]:
    if is_plain:
        return tuple(Paragraph((Text(one),)) for one in lines_as_paragraphs(text))
    words = map(plain_of_html, lines_as_paragraphs(text))
    return tuple(Paragraph((Text(one),)) for one in words if one)


def _without_namespaces(element: Any) -> Any:
    for one in element.iter("{*}*"):
        if "}" in one.tag:
            one.tag = one.tag.rpartition("}")[2].lower()
    return element
