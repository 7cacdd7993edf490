"""Markup as text: escaping, attributes, whole XHTML documents."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from io import BytesIO
from itertools import chain

from bulletin_export.composition.languages import RIGHT_TO_LEFT, may_hold_others, passages

_SPECIAL = re.compile("[&<>\r]")
_LINE_ENDS = re.compile("[\t\r\n]+")
#: BCP 47 (RFC 5646, 2.1) but for what the registry never used: languages of four letters and
#: more (``chinese``), and the tags from before that are no longer to be written.
_LANGUAGE = re.compile(
    r"(?ai:(?P<language>[a-z]{2,3})(?P<extended>(?:-[a-z]{3}){0,3})(?P<script>-[a-z]{4})?"
    r"(?P<region>-(?:[a-z]{2}|\d{3}))?(?P<variants>(?:-(?:[a-z0-9]{5,8}|\d[a-z0-9]{3}))*)"
    r"(?P<extensions>(?:-[0-9a-wyz](?:-[a-z0-9]{2,8})+)*)(?P<private>(?:-x(?:-[a-z0-9]{1,8})+)?))"
)

_SINGLETON = re.compile("-([0-9a-wyz])(?=-)")

STYLESHEET = "style.css"

_DOCUMENT = """\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" \
lang="{language}" xml:lang="{language}">
<head>
<title>{title}</title>{head}
<link rel="stylesheet" type="text/css" href="{stylesheet}"/>
</head>
<body>
{body}
</body>
</html>
"""


def escape(text: str) -> str:
    """Return *text* as character data (XML 1.0, 2.4); a carriage return survives parsing."""
    if _SPECIAL.search(text) is None:
        return text
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace("\r", "&#13;")


def attributes(**values: str) -> str:
    """Return *values* as attributes, each after a blank; ``_`` stands for ``:`` and ``-``.

    ``epub_type`` becomes ``epub:type``, ``aria_label`` becomes ``aria-label``, a
    trailing ``_`` (``class_``) goes. Empty values are left out.
    """
    return "".join(
        f' {_attribute_name(name)}="{_attribute_value(value)}"'
        for name, value in values.items()
        if value
    )


def image(source: str, alt: str, title: str = "") -> str:
    """Return an ``img``; its ``alt`` is there even when it is empty."""
    alt = _attribute_value(alt)
    return f'<img src="{source}" alt="{alt}"{attributes(title=title)}/>'


def words_of(text: str, language: str) -> str:
    """Return *text*, its passages in other languages than that around it marked as such."""
    if language.startswith("zh") and not may_hold_others(text):
        return escape(text)
    return "".join(
        f"<span{_manner(other)}>{escape(part)}</span>" if other else escape(part)
        for part, other in passages(text, language)
    )


@cache
def _manner(language: str) -> str:
    way = "rtl" if language in RIGHT_TO_LEFT else ""
    return attributes(lang=language, xml_lang=language, dir=way)


def document(title: str, language: str, body: str, head: str = "") -> bytes:
    """Return a whole XHTML document (EPUB 3.3, 6.1); *head* and *body* are markup."""
    return _DOCUMENT.format(
        language=language, title=escape(title), head=head, stylesheet=STYLESHEET, body=body
    ).encode()


def long_document(title: str, language: str, pieces: Iterable[str], head: str = "") -> bytes:
    """Return a document as `document` does, its body from *pieces*, of which there may be many."""
    before, _, after = document(title, language, "\0", head).decode().partition("\0")
    return joined(chain((before,), pieces, (after,)))


def joined(pieces: Iterable[str]) -> bytes:
    """Return *pieces* in UTF-8, one after the other, without holding them all beside it."""
    whole = BytesIO()
    for piece in pieces:
        whole.write(piece.encode())
    return whole.getvalue()


def one_line(text: str) -> str:
    """Return *text* without line ends and outer blanks, for titles and metadata."""
    return _LINE_ENDS.sub(" ", text).strip()


def language_tag(*candidates: str) -> str:
    """Return the first well-formed language tag among *candidates*, else ``zh-CN``.

    In the customary case (RFC 5646, 2.1.1): ``zh_hans_cn`` is zh-Hans-CN.
    """
    return next(filter(None, map(_tag, candidates)), "zh-CN")


def is_language_tag(text: str) -> bool:
    """Tell whether *text* can be understood as a language tag."""
    return bool(_tag(text))


@lru_cache(maxsize=64)
def _tag(text: str) -> str:
    match = _LANGUAGE.fullmatch(text.strip().replace("_", "-"))
    if match is None:
        return ""
    # RFC 5646, 2.2.5 and 2.2.6: no variant and no singleton twice.
    variants = match["variants"].lower().split("-")[1:]
    singletons = _SINGLETON.findall(match["extensions"].lower())
    if len({*variants}) < len(variants) or len({*singletons}) < len(singletons):
        return ""
    parts = match.groupdict(default="")
    script, region = parts["script"].title(), parts["region"].upper()
    rest = parts["variants"] + parts["extensions"] + parts["private"]
    return f"{parts['language']}{parts['extended']}".lower() + script + region + rest.lower()


def _attribute_name(name: str) -> str:
    if name.startswith(("epub_", "xml_")):
        return name.replace("_", ":", 1)
    return name.rstrip("_").replace("_", "-")


def _attribute_value(value: str) -> str:
    return escape(value).replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")
