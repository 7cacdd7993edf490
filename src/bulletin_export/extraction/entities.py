"""References to characters: what HTML names and XML does not know, and what nobody may declare."""

from __future__ import annotations

import re
from functools import cache

from bulletin_export.errors import MalformedSourceError
from bulletin_export.patterns import lazy_pattern
from bulletin_export.wording import phrase

#: What is no markup whatever it looks like. An open end reaches to the end: no second try.
_OPAQUE = r"<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)|<\?.*?(?:\?>|\Z)"
_NO_MARKUP = lazy_pattern(_OPAQUE, re.DOTALL)
_DECLARATION = lazy_pattern(r"<!\s*ENTITY\b", re.IGNORECASE)

#: The sets of named characters that W3C publishes, as RSS 0.91 and Drupal's feeds declare them:
#: nobody fetches them, and we know the names.
_STANDARD = lazy_pattern(
    r"<!ENTITY\s+%\s+[\w.-]{1,40}\s+PUBLIC\s+\"-//W3C//ENTITIES [^\"<>]{1,80}\"\s+"
    r"\"[^\"<>]{1,200}\"\s*>"
    r"\s*(?:%[\w.-]{1,40};)?",
    re.IGNORECASE,
)

#: References that XML reads as we would; most of a feed's are these, and cost us nothing.
_PLAIN = (
    r"(?:amp|lt|gt|quot|apos|#(?:3[2-9]|[4-9]\d|1[01]\d|12[0-7]|1[6-9]\d|[2-9]\d\d|"
    r"[1-9]\d{3}|[1-4]\d{4}|x[1-9a-cA-CeE][0-9a-fA-F]{3}));"
)
_REFERENCE = (
    rf"&(?!{_PLAIN})(?:#(?:[xX](?P<hex>[0-9a-fA-F]+)|(?P<digits>\d+));?|(?P<name>[A-Za-z]\w*);)?"
)
#: ``<`` that begins no tag of XML: ``<5%``, ``< 中``.
_STRAY = r"<(?![\w:/!?])|<(?=\d)"
#: Two patterns that begin with a character each are found many times faster than one with either.
_ODD_REFERENCE = lazy_pattern(f"&(?!{_PLAIN})")
_ODD_STRAY = lazy_pattern(r"<(?:(?![\w:/!?])|(?=\d))")
_OPAQUE_OR_ODD = lazy_pattern(f"{_OPAQUE}|(?P<odd>{_REFERENCE}|{_STRAY})", re.DOTALL)
#: How far into the text a DOCTYPE is looked for.
_HEAD = 10_000
_ESCAPED = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
#: More digits than this name no character, and long numbers take long to read.
_MOST_DIGITS = 8


def refuse_declarations(text: str, name: str = "") -> None:
    """Let no document pass that declares entities of its own: bombs, and doors to files.

    A DOCTYPE that declares none is harmless, for nothing outside is ever loaded.

    Raises:
        MalformedSourceError: *text*, of the source called *name*, declares entities.
    """
    # Looking for the word is fast, and hardly any text has it.
    if _DECLARATION.search(text) and _DECLARATION.search(_NO_MARKUP.sub("", text)):
        raise declares_entities(name)


def without_standard_entities(text: str) -> str:
    """Return *text* without declarations of the entity sets of W3C in its DOCTYPE."""
    start = text[:_HEAD]
    return _STANDARD.sub("", start) + text[_HEAD:] if "<!ENTITY" in start else text


def declares_entities(name: str) -> MalformedSourceError:
    """Return the error that the source called *name* declares entities."""
    return MalformedSourceError(source=name, reason=phrase("declares-entities"))


def as_xml_knows(text: str) -> str:
    """Return *text*, XML of any quality, with every reference in a form that XML reads.

    Named entities of HTML become characters, so do half pairs that belong together and
    numbers of Windows-1252 (HTML §13.2.5.80); an ampersand or ``<`` that stands for itself is
    escaped. CDATA sections, comments and processing instructions stay as they are.
    """
    if _ODD_REFERENCE.search(text) is None and _ODD_STRAY.search(text) is None:
        return text
    return _OPAQUE_OR_ODD.sub(_in_xml, text).encode("utf-16-le", "surrogatepass").decode(
        "utf-16-le", "replace"
    )  # fmt: skip


def _in_xml(match: re.Match[str]) -> str:
    if match["odd"] is None:
        return match[0]
    if match["name"]:
        character = _named().get(match["name"] + ";", "")
    elif match["digits"] or match["hex"]:
        number = match["digits"] or match["hex"]
        if len(number.lstrip("0")) > _MOST_DIGITS:
            return "\ufffd"
        return _numbered(int(number, 10 if match["digits"] else 16))
    else:
        character = ""
    if not character:
        return _ESCAPED[match[0][0]] + match[0][1:]
    return _ESCAPED.get(character, character)


def _numbered(number: int) -> str:
    if 0x80 <= number <= 0x9F:
        return bytes((number,)).decode("cp1252", "replace")
    if number > 0x10FFFF or number in (0xFFFE, 0xFFFF):
        return "\ufffd"
    if number < 0x20 and number not in (9, 10, 13):
        return ""
    character = chr(number)
    return _ESCAPED.get(character, character)


@cache
def _named() -> dict[str, str]:
    from html.entities import html5

    return html5
