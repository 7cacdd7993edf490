"""Texts that feeds give as HTML, as plain text or as either: into plain text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from bulletin_export.patterns import lazy_pattern

_TAGS = (
    "a|abbr|acronym|address|applet|area|article|aside|audio|b|basefont|bdi|bdo|big|blink|blockquote|body|"
    "br|button|canvas|caption|center|cite|code|col|colgroup|dd|del|details|dfn|dir|div|dl|dt|em|"
    "embed|fieldset|frame|figcaption|figure|font|footer|form|frame|frameset|h[1-6]|head|header|hr|html|"
    "i|iframe|img|input|ins|kbd|label|legend|li|link|map|mark|marquee|menu|meta|nav|nobr|noscript|"
    "object|ol|optgroup|option|p|param|picture|pre|q|rp|rt|ruby|s|samp|script|section|select|small|"
    "source|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|textarea|tfoot|th|thead|"
    "time|title|tr|track|tt|u|ul|var|video|wbr"
)
#: A tag of HTML, and not what only stands between angle brackets, as 《》 are typed too.
_TAG = lazy_pattern(
    rf"</?(?:{_TAGS}|[a-z]+:[a-z]+)(?:\s+[a-z_:@/\"'][^<>]*)?\s*/?>|<!--.*?(?:-->|\Z)|</[a-z][\w:-]*\s*>"
    r"|<[a-z][\w:-]*(?:\s+[\w:-]+\s*=\s*(?:\"[^\"<>]*\"|'[^'<>]*'))+\s*/?>",
    re.IGNORECASE | re.DOTALL,
)
_BREAK = lazy_pattern(r"<(?:br|/?p|/?div|/?li|/?tr|/?h\d)\b[^<>]*>", re.IGNORECASE)
_PAIRED = lazy_pattern(
    r"<(b|i|em|strong|u|font|span|a|sup|sub|p|div|code|big|small|script|style|iframe|object|applet)"
    r"(?:\s[^<>]*)?>(.*?)</\1\s*>", re.IGNORECASE | re.DOTALL
)  # fmt: skip
_NEVER_SHOWN = lazy_pattern(
    r"<(script|style|template)\b.*?(?:</\1\s*>|\Z)",
    re.IGNORECASE | re.DOTALL,
)
_ESCAPED_TAG = lazy_pattern(
    r"&lt;/?(?:p|br|div|a|img|span|strong|b|em|ul|li|table|h\d)\b", re.IGNORECASE
)
#: In characters.
_LONGEST_DESCRIPTION = 1000
_BLANKS = lazy_pattern("[ \t\n\r\f\v\u00a0]+")
_END = lazy_pattern('[。！？…；：”’」』）】.!?:;)"]$|[—-]{2}$')
_INDENT = lazy_pattern(
    "[ \t]*(?:\u3000| {2,}|\t|[-*•·●◆■]|[（(]?[一二三四五六七八九十\\d]+[、）)])"
)


def one_line(text: str) -> str:
    """Return *text* with its white space as single blanks, and none at its ends."""
    if "\u3000" in text:  # It says where a title may break, and is more than a blank.
        return _BLANKS.sub(" ", text).strip(" \u3000")
    return " ".join(text.split()) if text else ""


def plain_of_html(text: str) -> str:
    """Return the words of *text*, which may be HTML or not: no tags, references resolved once."""
    if "<" in text:
        text = without_sections(text)
        text = _NEVER_SHOWN.sub(" ", text)
        text = _TAG.sub("", _BREAK.sub(" ", text))
    if "&" in text:
        text = unescape(text)
    return one_line(text)


def plain_title(text: str) -> str:
    """Return the words of an RSS title, which many escape once more than they should."""
    plain = plain_of_html(text)
    if "<" in plain and "<" not in text and len(plain) < _LONGEST_DESCRIPTION:
        # It was escaped twice. Tags in pairs were meant; a lone <b> is what the title is about.
        plain = one_line(_PAIRED.sub(r"\2", _NEVER_SHOWN.sub(" ", plain)))
    return plain


def description_of(text: str) -> str:
    """Return the words of a summary; nothing if they are so many that it is the text itself."""
    plain = plain_of_html(text) if len(text) <= 20 * _LONGEST_DESCRIPTION else text
    return plain if len(plain) <= _LONGEST_DESCRIPTION else ""


def without_sections(text: str) -> str:
    """Return *text* without the marks of CDATA sections that somebody escaped."""
    return text.replace("<![CDATA[", "").replace("]]>", "") if "<![CDATA[" in text else text


def is_html(text: str) -> bool:
    """Whether *text* has tags of HTML in it."""
    return "<" in text and _TAG.search(text) is not None


def unescaped_markup(text: str) -> str:
    """Return *text* as HTML if it is HTML that was escaped once too often."""
    if "&lt;" in text and not is_html(text) and _ESCAPED_TAG.search(text):
        return unescape(text)
    return text


def lines_as_paragraphs(text: str) -> Iterator[str]:
    """Yield the paragraphs of plain *text*.

    A blank line ends one; so does a line end after a sentence, or before an indent or a
    number. Other line ends only wrap a long line.
    """
    if "\n" not in text:
        if text.strip():
            yield one_line(text)
        return
    gathered: list[str] = []
    for line in text.splitlines():
        is_new = not line.strip() or _INDENT.match(line) or (gathered and _END.search(gathered[-1]))
        if is_new and gathered:
            yield _joined(gathered)
            gathered = []
        if line.strip():
            gathered.append(one_line(line))
    if gathered:
        yield _joined(gathered)


def _joined(lines: list[str]) -> str:
    """Return wrapped *lines* as one; Chinese needs no blank where they met."""
    result = lines[0]
    for line in lines[1:]:
        is_wide = result[-1] >= "\u2e80" and line[0] >= "\u2e80"
        result += line if is_wide else f" {line}"
    return result
