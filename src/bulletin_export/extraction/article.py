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
from bulletin_export.extraction.body.finding import Body, find_body
from bulletin_export.extraction.lists.entries import entries
from bulletin_export.extraction.lists.headlines import Run
from bulletin_export.extraction.lists.pages import list_runs
from bulletin_export.extraction.metadata.facts import Rule
from bulletin_export.extraction.metadata.gathering import gather
from bulletin_export.extraction.metadata.head import Head, read_head
from bulletin_export.extraction.metadata.headline import find_headline
from bulletin_export.extraction.metadata.info_line import is_info
from bulletin_export.extraction.metadata.titles import Title, find_title, folded
from bulletin_export.extraction.next_page import find_next_page
from bulletin_export.extraction.outline import Outline, outline
from bulletin_export.extraction.site_rules import Ruled, ruled
from bulletin_export.model.article import Article
from bulletin_export.model.evidence import Evidence, LeftOut
from bulletin_export.model.listing import Listing, ListingKind
from bulletin_export.model.text import paragraphs
from bulletin_export.sites.rules import SiteRule
from bulletin_export.wording import phrase

#: More characters than this are no article; a novel has 300,000.
TEXT_LIMIT = 500_000


class Extraction(msgspec.Struct, frozen=True):
    """The article of a page, or the list that it is instead, and what was noticed."""

    article: Article | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    listing: Listing | None = None


class _Page(msgspec.Struct, frozen=True):
    """What is known of a page before its article is looked for."""

    name: str
    #: Where it was fetched from, or else says that it lives.
    address: str
    #: Where its links start from, and its pictures.
    base: str
    picture_base: str
    head: Head
    scripts: tuple[Any, ...]
    rule: Ruled
    outline: Outline
    title: Title
    next_page: str


def extract(
    root: Any, *, name: str = "", address: str = "", rules: tuple[SiteRule, ...] = ()
) -> Extraction:
    """Return the article on the page *root*, an lxml tree as `repair.parse` gives it.

    *name* is what messages call the page, *address* the base of its links; *rules* are for
    single sites. A page of headlines gives a list and no article.

    Raises:
        NoArticleError: There is no text and no picture on the page.
        SourceTooLargeError: Its text is longer than `TEXT_LIMIT`.
    """
    page = _looked_at(root, name, address, rules)
    runs = () if page.rule.containers else _headlines(page)
    if runs:
        return Extraction(listing=_listing(page, runs), diagnostics=page.rule.diagnostics)
    builder = BlockBuilder(page.base, name, page.picture_base)
    body = find_body(page.outline, page.title, builder, page.scripts, page.rule.containers)
    if not body.blocks:
        raise NoArticleError(source=name, reason=phrase("nothing-shown"))
    return _extraction(page, body, address)


def _looked_at(root: Any, name: str, address: str, rules: tuple[SiteRule, ...]) -> _Page:
    head = read_head(root, address)
    own_base = _base(root, address)
    base, own = own_base or head.address, address or head.address
    page_title = _page_title(root)
    scripts = tuple(root.iter("script"))
    etree.strip_elements(root, "script", "title", with_tail=False)
    body = root.find("body")
    body = root if body is None else body
    rule = ruled(body, own, rules, name)
    outlined = outline(body, is_info)
    _refuse_long_text(outlined, name)
    return _Page(
        name=name,
        address=own,
        base=base,
        picture_base=own_base,
        head=head,
        scripts=scripts,
        rule=rule,
        outline=outlined,
        title=_title(outlined, rule, head, page_title),
        next_page=link_target(rule.next_page, base) or find_next_page(root, body, base, own),
    )


def _extraction(page: _Page, body: Body, address: str) -> Extraction:
    known = gather(
        page.head,
        page.outline.lines,
        page.title,
        list(paragraphs(body.blocks)),
        list(body.credits),
        address,
        page.name,
        page.rule.facts,
    )
    article = Article(
        headline=known.headline,
        blocks=with_headings(body.blocks),
        metadata=replace(known.metadata, next_page=page.next_page),
        evidence=Evidence(body.confidence, body.rule, known.origins),
    )
    dropped = (LeftOut(0, text) for text in page.rule.dropped)
    return Extraction(
        article,
        (*page.rule.diagnostics, *body.diagnostics, *known.diagnostics),
        (*dropped, *body.left_out),
    )


def _title(outlined: Outline, rule: Ruled, head: Head, page_title: str) -> Title:
    if not rule.title:
        return find_headline(outlined, head, page_title)
    title = find_title(outlined.lines, rule.title, page_title, head.publisher)
    is_printed = folded(rule.title) == folded(title.text)
    text = title.text if is_printed else rule.title
    return replace(title, text=text, rule=Rule.SITE_RULE, place=rule.title_place)


def _headlines(page: _Page) -> tuple[Run, ...]:
    return list_runs(page.outline, page.title, is_dated=page.head.given.date is not None)


def _listing(page: _Page, runs: tuple[Run, ...]) -> Listing:
    return Listing(
        kind=ListingKind.LIST_PAGE,
        entries=entries(page.outline, runs, page.base),
        title=page.title.text,
        address=page.address,
        next_page=page.next_page,
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
