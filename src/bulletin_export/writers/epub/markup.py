"""Markup as text: escaping, attributes, whole XHTML documents."""

from __future__ import annotations

import re

_SPECIAL = re.compile("[&<>\r]")
_LINE_ENDS = re.compile("[\t\r\n]+")
#: BCP 47 (RFC 5646, 2.1), the common part: language, script, region, variants.
_LANGUAGE = re.compile(
    r"[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?(-([A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*"
)

STYLESHEET = "style.css"

_DOCUMENT = """\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" \
lang="{language}" xml:lang="{language}">
<head>
<title>{title}</title>
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


def document(title: str, language: str, body: str) -> bytes:
    """Return a whole XHTML document (EPUB 3.3, 6.1) whose body holds the markup *body*."""
    return _DOCUMENT.format(
        language=language, title=escape(title), stylesheet=STYLESHEET, body=body
    ).encode()


def one_line(text: str) -> str:
    """Return *text* without line ends and outer blanks, for titles and metadata."""
    return _LINE_ENDS.sub(" ", text).strip()


def language_tag(*candidates: str) -> str:
    """Return the first well-formed language tag among *candidates*, else ``zh-CN``."""
    return next((tag for tag in candidates if _LANGUAGE.fullmatch(tag)), "zh-CN")


def _attribute_name(name: str) -> str:
    if name.startswith("epub_"):
        return name.replace("_", ":", 1)
    return name.rstrip("_").replace("_", "-")


def _attribute_value(value: str) -> str:
    return escape(value).replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")
