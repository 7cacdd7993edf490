"""What one missing character hides from readers: find it, and put the character back.

Browsers hide the same; but who wrote the page did not mean to, and nothing is to be lost.
"""

from __future__ import annotations

import re
from typing import Any, cast

from lxml import etree

from bulletin_export.patterns import lazy_pattern

#: Elements whose inside is no markup up to their end tag.
_RAW = frozenset(("script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes"))
#: Heads and bodies swallowed by what should have ended before them.
_SWALLOWERS = etree.XPath(
    "//title[contains(., '</head') or contains(., '<body') or contains(., '<meta')]"
    "|//style[contains(., '</head') or contains(., '<body')]"
    "|//script[contains(., '</head>') or contains(., '<body')]"
)

#: A value that goes on over tags up to a quote after which no value can end, or up to the end.
_OPEN_VALUE = lazy_pattern(
    '=(?:"(?=[^"<>]++>(?:[^"<]*+<[^"]*+(?:"[^\\s/>]|\\Z)|[^"]*+"[^\\x00-\\x7f]))|'
    "'(?=[^'<>]++>(?:[^'<]*+<[^']*+(?:'[^\\s/>]|\\Z)|[^']*+'[^\\x00-\\x7f])))[^<>]*"
)
#: A tag that another tag or Chinese text begins in, and ``<`` before what no tag is called.
_ODD_TAG = lazy_pattern(r"<[a-zA-Z][\w:-]*+(?:<|\s*[^\x00-\x7f])", re.ASCII)
_BROKEN_TAG = lazy_pattern(
    r"<(?:([a-z][a-z0-9]*)(?=<|\s+[^\x00-\x7f][^<>=\"']*+<)|(?=[a-z][a-z0-9:-]*+[^\x00-\x7f]))",
    re.IGNORECASE,
)
#: Browsers of old read these without their semicolon, and pages of old lack it.
_OPEN_REFERENCE = lazy_pattern(r"&(?:[lr][sd]quo|[mn]dash|hellip|bull|e[nm]sp)(?![\w;=])", re.ASCII)
_LINE_END = lazy_pattern(r"</br\s*/?>", re.IGNORECASE)
_PARAGRAPH_END = lazy_pattern(r"</p\s*>", re.IGNORECASE)
_CONDITION = lazy_pattern(r"<!--(?:\[[^\]>]*\]>)?")
#: What would show on the page, had the comment ended.
_SHOWN = lazy_pattern(r"</(?:p|div|td|li|body|html)\s*>", re.IGNORECASE)
_FIRST_TAG = lazy_pattern(r"</?[a-z]", re.IGNORECASE)
#: A block that begins where no string of a script can.
_FIRST_BLOCK = lazy_pattern(
    r"(?:\A|(?<=[\n;{}>]))\s*</?(?:p|div|h[1-6]|table|ul|ol|center|section|article|body|head)\b",
    re.IGNORECASE,
)
#: What is no code in a script: comments, strings, templates and patterns; and what is escaped.
_LITERAL = lazy_pattern(
    r"""//[^\n]*|/\*.*?(?:\*/|\Z)|"(?:[^"\\\n]|\\.)*+"?|'(?:[^'\\\n]|\\.)*+'?|`(?:[^`\\]|\\.)*+`?|\\."""
    r"""|(?<=[(,=:\[!&|?{};\n])[ ]*+/(?:[^/\\\n\[]|\\.|\[(?:[^\]\\\n]|\\.)*+\]?)++/?""",
    re.DOTALL,
)
_SCRIPT = lazy_pattern(r"<script[\s>]", re.IGNORECASE)
#: Elements that are empty in HTML5, which the parser does not know; and what ends an open ``rt``.
_EMPTY = ("wbr", "embed", "source", "track", "bgsound", "keygen")
_EMPTY_TAG = lazy_pattern(r"<(wbr|embed|source|track|bgsound|keygen)\b[^<>]*>", re.IGNORECASE)
_OPEN_READING = lazy_pattern(
    r"<(r[tbp])\b[^<>]*>(?:[^<]|<(?!/?r))*(?=<r[tbp]\b|</ruby)", re.IGNORECASE
)
#: Boxes of choices hold words; what holds paragraphs was never closed.
_CHOICES = ("select", "optgroup", "option", "datalist")
_BLOCKS = ("p", "div", "table", "h1", "h2", "h3", "ul", "section", "article")
_FRAMES = lazy_pattern(r"</?(?:frameset|noframes|frame)\b[^<>]*>", re.IGNORECASE)


def with_whole_tags(text: str) -> str:
    """Return *text* with tags that end, and with the breaks that browsers make of stray ends.

    HTML §13.2.6.4.7: ``</br>`` is a break, ``</p>`` without a paragraph an empty one.
    """
    if _ODD_TAG.search(text):
        text = _BROKEN_TAG.sub(_told_apart, text)
    text = _OPEN_REFERENCE.sub(r"\g<0>;", _OPEN_VALUE.sub(_closed, text))
    if "</br" in text or "</BR" in text:
        text = _LINE_END.sub("<br>", text)
    if text.count("</p>") > text.count("<p"):
        text = _PARAGRAPH_END.sub("</p><br>", text)
    return text


def _told_apart(start: re.Match[str]) -> str:
    return f"<{start[1]}>" if start[1] else "&lt;"


def without_open_comment(text: str) -> str:
    """Return *text* without the start of a comment that never ends, if it hides anything."""
    last = text.rfind("<!--")
    ended = max(text.rfind("-->"), text.rfind("--!>"))
    if last < 0 or ended > last:
        return text
    start = text.find("<!--", max(ended, 0))
    script = text.find("</script", start)
    if not _SHOWN.search(text, start) or (script >= 0 and "<script" not in text[start:script]):
        return text
    mark = _CONDITION.match(text, start)
    return text[:start] + text[mark.end() if mark else start :]


def with_end_tags(text: str, root: Any) -> str:
    """Return *text*, parsed as *root*, with the end tag it lacks, or as it is."""
    if root.find("frameset") is not None:
        return _FRAMES.sub("", text)
    if any(len(element) or element.text for element in root.iter(*_EMPTY)):
        return _EMPTY_TAG.sub(r"\g<0></\g<1>>", text)
    if any(len(element) and element[0].tag in ("rt", "rb", "rp") for element in root.iter("rt")):
        return _OPEN_READING.sub(r"\g<0></\g<1>>", text)
    for swallower in cast("list[Any]", _SWALLOWERS(root)):
        mended = _with_end(text, swallower)
        if mended != text:
            return mended
    last = _last(root)
    if last.tag not in _RAW or last.tail or _is_closed(text, last):
        return text
    return _with_end(text, last)


def open_choices(root: Any) -> None:
    """Turn what stands for a choice in the tree *root*, and holds paragraphs, into a box."""
    for element in root.iter(*_CHOICES):
        if len(element) and next(element.iter(*_BLOCKS), None) is not None:
            element.tag = "div"


def _closed(value: re.Match[str]) -> str:
    return value[0] + value[0][1]


def _last(root: Any) -> Any:
    element = root
    while len(element):
        element = element[-1]
    return element


def _is_closed(text: str, element: Any) -> bool:
    """Whether the end tag of *element*, the last of the page, is there."""
    behind = text[-len(element.text or "") - 300 :].lower()
    return f"</{element.tag}" in behind


def _with_end(text: str, element: Any) -> str:
    """Put the end tag of *element* where markup begins inside of it, if it does."""
    inside = element.text or ""
    start = text.find(inside) if inside else -1
    if start < 0:
        return text
    is_script = element.tag == "script"
    found = _markup_in_script(text, start, inside) if is_script else _FIRST_TAG.search(inside)
    if found is None:
        return text
    end = start + found.start()
    return f"{text[:end]}</{element.tag}>{text[end:]}"


def _markup_in_script(text: str, start: int, inside: str) -> re.Match[str] | None:
    """Return where the page begins in the script *inside*, which stands at *start* of *text*.

    A script that ends has swallowed the page only if another one begins inside of it.
    """
    found = _FIRST_BLOCK.search(_LITERAL.sub(_blank, inside))
    is_ended = text[start + len(inside) :][:8].lower() == "</script"
    is_whole = found and is_ended and not _SCRIPT.search(inside, found.end())
    return None if is_whole else found


def _blank(literal: re.Match[str]) -> str:
    return " " * len(literal[0])
