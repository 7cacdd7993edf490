"""What one missing character hides from readers: find it, and put the character back.

Browsers hide the same; but who wrote the page did not mean to, and nothing is to be lost.
"""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

from bulletin_export.patterns import lazy_pattern

#: Elements whose inside is no markup up to their end tag.
_RAW = frozenset(("script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes"))
_HAS_TAG_IN_VALUE = etree.XPath("boolean(//@*[contains(., '<')])")
#: Heads and bodies swallowed by what should have ended before them.
_SWALLOWERS = etree.XPath(
    "//title[contains(., '</head') or contains(., '<body') or contains(., '<meta')]"
    "|//style[contains(., '</head') or contains(., '<body')]"
    "|//script[contains(., '</head>') or contains(., '<body')]"
)

#: A value that goes on over tags up to a quote after which no value can end, or up to the end.
_OPEN_VALUE = lazy_pattern(
    "(?<=[\\s\"'])[a-z][\\w:-]{0,40}\\s*=\\s*"
    "(?:\"(?=[^\"<>]*+>[^\"<]*+<[^\"]*+(?:\"[^\\s/>]|\\Z))|'(?=[^'<>]*+>[^'<]*+<[^']*+(?:'[^\\s/>]|\\Z)))"
    "[^<>]*",
    re.IGNORECASE,
)
_CONDITION = lazy_pattern(r"<!--(?:\[[^\]>]*\]>)?")
#: What would show on the page, had the comment ended.
_SHOWN = lazy_pattern(r"</(?:p|div|td|li|body|html)\s*>", re.IGNORECASE)
_FIRST_TAG = lazy_pattern(r"</?[a-z]", re.IGNORECASE)
#: A block that begins where no string of a script can.
_FIRST_BLOCK = lazy_pattern(
    r"(?:\A|(?<=[\n;{}>]))\s*</?(?:p|div|h[1-6]|table|ul|ol|center|section|article|body|head)\b",
    re.IGNORECASE,
)
_FRAMES = lazy_pattern(r"</?(?:frameset|noframes|frame)\b[^<>]*>", re.IGNORECASE)


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


def with_ends(text: str, root: Any) -> str:
    """Return *text*, parsed as *root*, with the quote or end tag it lacks, or as it is."""
    if _HAS_TAG_IN_VALUE(root) or _ends_in_value(text):
        mended = _OPEN_VALUE.sub(_closed, text)
        if mended != text:
            return mended
    if root.find("frameset") is not None:
        return _FRAMES.sub("", text)
    swallower = next(iter(_SWALLOWERS(root)), None)
    if swallower is None:
        swallower = _last(root)
        if swallower.tag not in _RAW or swallower.tail or _is_closed(text, swallower):
            return text
    return _with_end(text, swallower)


def _closed(value: re.Match[str]) -> str:
    return value[0] + value[0].partition("=")[2].lstrip()[0]


def _ends_in_value(text: str) -> bool:
    """Whether a quote that opens a value is the last quote of *text*."""
    start = max(text.rfind('="'), text.rfind("='"))
    return start >= 0 and text.find(text[start + 1], start + 2) < 0


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
    """Put the end tag of *element* where markup begins inside of it."""
    inside = element.text or ""
    start = text.find(inside) if inside else -1
    begins = _FIRST_BLOCK if element.tag == "script" else _FIRST_TAG
    found = begins.search(inside)
    if start < 0 or found is None:
        return text
    end = start + found.start()
    return f"{text[:end]}</{element.tag}>{text[end:]}"
