"""A page into an article: the whole way on one page."""

from __future__ import annotations

from typing import Any

import msgspec
from lxml import etree
from msgspec.structs import replace

from bulletin_export.diagnostics import Diagnostic
from bulletin_export.errors import NoArticleError, SourceTooLargeError
from bulletin_export.extraction.addresses import absolute, link_target
from bulletin_export.extraction.blocks.builder import BlockBuilder
from bulletin_export.extraction.blocks.subheadings import with_headings
from bulletin_export.extraction.body.finding import find_body
from bulletin_export.extraction.body.outline import Outline, outline
from bulletin_export.extraction.headlines import Run, entries, headlines
from bulletin_export.extraction.metadata.gathering import gather
from bulletin_export.extraction.metadata.head import read_head
from bulletin_export.extraction.metadata.headline import find_headline
from bulletin_export.extraction.metadata.titles import Title
from bulletin_export.model.article import Article
from bulletin_export.model.evidence import Evidence, LeftOut
from bulletin_export.model.listing import Listing, ListingKind
from bulletin_export.model.text import paragraphs
from bulletin_export.patterns import lazy_pattern
from bulletin_export.wording import phrase

#: More characters than this are no article; a novel has 300,000.
TEXT_LIMIT = 500_000

_NEXT_PAGE = lazy_pattern(
    r"^[\s\[【（(<《]*(?:下一页|下一頁|下页|后一页|次のページ)[\s\]】）)>》]*$"
)


class Extraction(msgspec.Struct, frozen=True):
    """The article of a page, or the list that it is instead, and what was noticed."""

    article: Article | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    listing: Listing | None = None


def extract(root: Any, *, name: str = "", address: str = "") -> Extraction:
    """Return the article on the page *root*, an lxml tree as `repair.parse` gives it.

    *name* is what messages call the page, *address* the base of its links.

    Raises:
        NoArticleError: There is no text and no picture on the page.
        SourceTooLargeError: Its text is longer than `TEXT_LIMIT`.
    """
    head = read_head(root, address)
    own_base = _base(root, address)
    base = own_base or head.address
    page_title = _page_title(root)
    scripts = list(root.iter("script"))
    etree.strip_elements(root, "script", "title", with_tail=False)
    body = root.find("body")
    body = root if body is None else body
    outlined = outline(body)
    _refuse_long_text(outlined, name)
    title = find_headline(outlined, head, page_title)
    next_page = _next_page(body, base)
    runs = headlines(outlined, title, is_dated=head.given.date is not None)
    if runs:
        listing = _listing(outlined, runs, title, base, head.address or address)
        return Extraction(listing=replace(listing, next_page=next_page))
    found = find_body(outlined, title, BlockBuilder(base, name, own_base), scripts)
    if not found.blocks:
        raise NoArticleError(source=name, reason=phrase("nothing-shown"))
    texts = list(paragraphs(found.blocks))
    credits_below = list(found.credits)
    known = gather(head, outlined.lines, title, texts, credits_below, address, name)
    article = Article(
        headline=known.headline,
        blocks=with_headings(found.blocks),
        metadata=replace(known.metadata, next_page=next_page),
        evidence=Evidence(found.confidence, found.rule, known.origins),
    )
    return Extraction(article, (*found.diagnostics, *known.diagnostics), found.left_out)


def _listing(
    outlined: Outline, runs: tuple[Run, ...], title: Title, base: str, address: str
) -> Listing:
    return Listing(
        kind=ListingKind.LIST_PAGE,
        entries=entries(outlined, runs, base),
        title=title.text,
        address=address,
    )


def _refuse_long_text(outlined: Outline, name: str) -> None:
    size = sum(len(line.text) for line in outlined.lines)
    if size > TEXT_LIMIT:
        unit = phrase("characters")
        raise SourceTooLargeError(source=name, size=size, limit=TEXT_LIMIT, unit=unit)


def _base(root: Any, address: str) -> str:
    """Return what relative addresses start from: ``<base href>`` or the page's *address*.

    The canonical address does not count for pictures: those of a saved page lie beside it.
    """
    element = next(root.iter("base"), None)
    given = element.get("href") if element is not None else None
    base = absolute(given, address) if given else ""
    return base if "://" in base else address


def _page_title(root: Any) -> str:
    title = next(root.iter("title"), None)
    return "" if title is None else "".join(title.itertext())


def _next_page(body: Any, base: str) -> str:
    for link in body.iter("a"):
        text = link.text
        if text and len(text) < 12 and _NEXT_PAGE.match(text):
            return link_target(link.get("href") or "", base) or _relative(link.get("href"))
    return ""


def _relative(address: str | None) -> str:
    harmless = address and not address.startswith("#") and ":" not in address
    return address.strip() if address and harmless else ""
