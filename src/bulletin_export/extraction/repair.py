"""Characters into a tree: mend what would make the parser lose text, then parse."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from lxml import etree

from bulletin_export.errors import MalformedSourceError
from bulletin_export.extraction.entities import refuse_declarations
from bulletin_export.extraction.swallowed import (
    open_choices,
    with_end_tags,
    with_whole_tags,
    without_open_comment,
)
from bulletin_export.extraction.unhiding import unhide
from bulletin_export.patterns import lazy_pattern
from bulletin_export.wording import phrase

#: More tags than this are no page; setting them would take longer than anybody waits.
TAG_LIMIT = 100_000
#: More attributes than this, and no tag has a thousand: the parser compares each with each.
ATTRIBUTE_LIMIT = 500_000
_TAG_ATTRIBUTE_LIMIT = 1000

#: Characters; a shorter page has no text and no value that is too long for the parser.
_LONG = 3_000_000
#: So many different things may be missing on one page.
_MENDINGS = 5

_OF_HEAD = frozenset(("title", "meta", "link", "base", "script", "style", "noscript", "template"))
_IS_HTML = lazy_pattern(r"\s*<!DOCTYPE\s+html\b", re.IGNORECASE)
_CLOSING = lazy_pattern(r"</(?:body|html)\s*>", re.IGNORECASE)
#: What a page nested too deep loses first, second, last.
_FORMATTING = lazy_pattern(
    r"</?(?:span|font|b|i|u|em|strong|small|big|s|o:p|nobr|tt)\b[^<>]*>", re.IGNORECASE
)
_CONTAINERS = lazy_pattern(
    r"</?(?:div|center|section|article|a|blockquote|ul|ol|dl|form|label|code|sub|sup|ins|del|"
    r"main|header|footer|pre)\b[^<>]*>",
    re.IGNORECASE,
)
_LONG_START = lazy_pattern("<[a-zA-Z][^>]{2000}")
_END_IN_VALUE = lazy_pattern("=\\s*+(?:\"[^\">]*+>|'[^'>]*+>)")
#: A piece of a tag as the parser reads it: a quote opens a value only behind ``=``.
_PIECE = "(?>[^<>\"'=]|=\\s*+(?:\"[^\"]*+\"|'[^']*+')?|[\"'])"
_LONG_TAG = lazy_pattern(f"<[a-z]{_PIECE}{{2000}}", re.IGNORECASE)
#: What only looks like tags inside of it.
_RAW = lazy_pattern(r"<(script|style)\b.*?(?:</\1|\Z)|<!--.*?(?:-->|\Z)", re.IGNORECASE | re.DOTALL)
_TAG = lazy_pattern(f"<[a-z]{_PIECE}*+", re.IGNORECASE)
_ATTRIBUTE = lazy_pattern("[^\\s/=\"']+(?:\\s*=\\s*(?:\"[^\"]*\"|'[^']*'|[^\\s\"'>]+))?")
_OTHERS = lazy_pattern(
    r"</?(?!/?(?:p|br|title|meta|head|body|html|script|style|h[1-6])\b)[a-z][^<>]*>", re.IGNORECASE
)


def parse(text: str, name: str = "") -> Any:
    """Return the root element of the page *text*; comments and scripts are gone.

    Nothing is lost to an early ``</html>`` or a quote that is missing, a page nested deeper
    than the parser goes is flattened and parsed again, a hidden body is shown.

    Raises:
        MalformedSourceError: The page has no element, more than `TAG_LIMIT` tags or
            `ATTRIBUTE_LIMIT` attributes, or declares entities.
    """
    _refuse_bombs(text, name)
    if not _IS_HTML.match(text):  # where nothing declares anything, whatever it says
        refuse_declarations(text, name)
    text = with_whole_tags(without_open_comment(without_early_ends(text)))
    root, too_deep = _parsed(text)
    for _ in range(_MENDINGS):
        mended = text if root is None or too_deep else with_end_tags(text, root)
        if mended == text:
            break
        text = mended
        root, too_deep = _parsed(text)
    for level, instead in ((_FORMATTING, ""), (_CONTAINERS, "<br>"), (_OTHERS, "<br>")):
        if not too_deep:
            break
        text = level.sub(instead, text)
        root, too_deep = _parsed(text)
    if too_deep or root is None:
        reason = phrase("nests-without-end" if too_deep else "no-element")
        raise MalformedSourceError(source=name, reason=reason)
    # JSON-LD stands in a script, so scripts go after the metadata is read.
    for template in root.iter("template"):
        if template.get("shadowrootmode") or template.get("shadowroot"):
            template.tag = "div"  # Saved pages keep what a component shows in one.
    etree.strip_elements(root, "style", "template", with_tail=False)
    open_choices(root)
    unhide(root)
    _empty_head(root)
    return root


def _empty_head(root: Any) -> None:
    """Move what is text out of the head: libxml2 knows no element of HTML5, and leaves it there."""
    head, body = root.find("head"), root.find("body")
    first = (
        next((one for one in head if one.tag not in _OF_HEAD), None) if head is not None else None
    )
    if first is None:
        return
    moved = [first, *first.itersiblings()]
    if body is None:
        body = etree.SubElement(root, "body")
    body[:0] = moved


def _refuse_bombs(text: str, name: str) -> None:
    tags = text.count("<")
    if tags > TAG_LIMIT:
        raise MalformedSourceError(source=name, reason=phrase("too-many-tags", limit=TAG_LIMIT))
    # Counting attributes takes time that no ordinary page needs to spend.
    is_suspect = _LONG_START.search(text) or _END_IN_VALUE.search(text)
    if len(text) > ATTRIBUTE_LIMIT or (is_suspect and _LONG_TAG.search(text)):
        _refuse_attributes(_RAW.sub("", text), name)


def _refuse_attributes(text: str, name: str) -> None:
    counts = [sum(1 for _ in _ATTRIBUTE.finditer(tag[0])) for tag in _TAG.finditer(text)]
    if sum(counts) > ATTRIBUTE_LIMIT:
        limit = ATTRIBUTE_LIMIT
    elif max(counts, default=0) > _TAG_ATTRIBUTE_LIMIT:
        limit = _TAG_ATTRIBUTE_LIMIT
    else:
        return
    raise MalformedSourceError(source=name, reason=phrase("too-many-attributes", limit=limit))


def without_early_ends(text: str) -> str:
    """Return *text* with only the last ``</body>`` and ``</html>`` left.

    libxml2 files what follows an early end outside the body, where nobody looks.
    """
    first = _CLOSING.search(text)
    if first is None:
        return text
    rest = text[first.start() :]
    if _CLOSING.sub("", rest).strip():
        return text[: first.start()] + _CLOSING.sub("", rest)
    return text


@cache
def _parser(*, is_long: bool) -> Any:
    # One parser for all pages of a process: making one costs as much as a small page.
    # The usual one stops at 256 levels, which keeps what is done a level within bounds, and at
    # 10 MB for one text or value, which pictures inside a page may need.
    return etree.HTMLParser(
        encoding="utf-8", huge_tree=is_long, remove_comments=True, remove_pis=True, no_network=True
    )


def _parsed(text: str) -> tuple[Any, bool]:
    parser = _parser(is_long=len(text) > _LONG)
    try:
        # Half characters, which some encodings can spell, are not in UTF-8.
        root = etree.fromstring(text.encode("utf-8", "ignore"), parser)
    except etree.XMLSyntaxError:
        root = None
    too_deep = any(error.type_name == "ERR_RESOURCE_LIMIT" for error in parser.error_log)
    return root, too_deep
