"""WordPress eXtended RSS: the export file of a site, with its posts and pages in full."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from msgspec.structs import replace

from bulletin_export.extraction.feeds.content import Content
from bulletin_export.extraction.feeds.elements import Fields, ShortNames, first_line, text_of
from bulletin_export.extraction.feeds.entries import FeedEntry
from bulletin_export.extraction.feeds.pictures import Enclosure
from bulletin_export.extraction.feeds.words import description_of
from bulletin_export.patterns import lazy_pattern

_KINDS = ("post", "page")
_BLOCK = lazy_pattern(
    r"\s*</?(?:p|div|ul|ol|li|table|tr|td|th|thead|tbody|h[1-6]|blockquote|pre|figure|hr|form|"
    r"section|article|dl|dt|dd|iframe|video|audio|object|!--)\b", re.IGNORECASE
)  # fmt: skip
_BLANK_LINES = lazy_pattern(r"\n\s*\n")
_PREFORMATTED = lazy_pattern(
    r"(<(pre|script|style)\b.*?(?:</\2\s*>|\Z))", re.IGNORECASE | re.DOTALL
)
_CAPTION = lazy_pattern(
    r"\[caption\b[^\]]*\]\s*((?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*</a>)?)"
    r"((?:(?!\[/?caption).)*+)\[/caption\]",
    re.IGNORECASE | re.DOTALL,
)
_PARAGRAPH = lazy_pattern(r"<p[\s>]", re.IGNORECASE)
_SPACE = "wordpress.org/export"


def is_export(root: Any) -> bool:
    """Whether the RSS *root* is the export of a WordPress site."""
    return any(_SPACE in (address or "") for address in root.nsmap.values())


def wordpress_entries(
    elements: Iterable[Any], names: ShortNames, entry: Callable[[Any], FeedEntry]
) -> Iterator[FeedEntry]:
    """Yield the published posts and pages among *elements*, as *entry* reads them.

    Drafts, menus, comments and the like are no articles; attachments give the pictures that
    posts are headed with.
    """
    exported = [(one, names.fields(one)) for one in elements]
    attachments = {
        first_line(fields, "wp:post_id"): first_line(fields, "wp:attachment_url")
        for _, fields in exported
        if first_line(fields, "wp:post_type") == "attachment"
    }
    for element, fields in exported:
        kind, status = first_line(fields, "wp:post_type"), first_line(fields, "wp:status")
        if kind in ("", *_KINDS) and status in ("", "publish"):
            yield _completed(entry(element), fields, names, attachments)


def _completed(
    entry: FeedEntry, fields: Fields, names: ShortNames, attachments: dict[str, str]
) -> FeedEntry:
    content = next((one for one in fields.get("content:encoded", ()) if not len(one)), None)
    excerpt = first_line(fields, "excerpt:encoded")
    address = attachments.get(_meta(fields, names, "_thumbnail_id"), "")
    pictures = (Enclosure(address, "image"),) if address else ()
    base = entry.content.base if entry.content else entry.link
    return replace(
        entry,
        content=None if content is None else Content(with_paragraphs(text_of(content)), base=base),
        description=description_of(excerpt),
        is_summary=False,
        is_whole=True,
        enclosures=(*pictures, *entry.enclosures),
    )


def _meta(fields: Fields, names: ShortNames, key: str) -> str:
    for one in fields.get("wp:postmeta", ()):
        inner = names.fields(one)
        if first_line(inner, "wp:meta_key") == key:
            return first_line(inner, "wp:meta_value")
    return ""


def with_paragraphs(text: str) -> str:
    """Return the text of a post as the HTML that WordPress would show.

    Blank lines divide paragraphs and line ends are breaks, unless the post has paragraphs of
    its own; the caption short code becomes a figure.
    """
    text = _CAPTION.sub(r"\n\n<figure>\1<figcaption>\2</figcaption></figure>\n\n", text)
    text = text.replace("\r\n", "\n")
    if _PARAGRAPH.search(text) or "<!-- wp:" in text:
        return text
    parts = _PREFORMATTED.split(text)
    # Three parts at a time: text, preformatted piece, the name of its element.
    return "".join(
        piece if place % 3 else _in_paragraphs(piece)
        for place, piece in enumerate(parts)
        if place % 3 != 2
    )


def _in_paragraphs(text: str) -> str:
    pieces = (piece.strip() for piece in _BLANK_LINES.split(text))
    return "\n".join(
        piece if _BLOCK.match(piece) else f"<p>{piece.replace(chr(10), '<br>')}</p>"
        for piece in pieces
        if piece
    )
