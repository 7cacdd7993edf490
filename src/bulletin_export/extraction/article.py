"""A page into an article: the whole way on one page."""

from __future__ import annotations

from typing import Any

import msgspec
from lxml import etree

from bulletin_export.diagnostics import Diagnostic
from bulletin_export.errors import NoArticleError, SourceTooLargeError
from bulletin_export.extraction.addresses import absolute, link_target
from bulletin_export.extraction.blocks.builder import BlockBuilder
from bulletin_export.extraction.body.finding import find_body
from bulletin_export.extraction.body.outline import Line, Outline, outline
from bulletin_export.extraction.metadata.facts import Facts
from bulletin_export.extraction.metadata.info_line import GAP, facts_in, is_info
from bulletin_export.extraction.metadata.language import language_of
from bulletin_export.extraction.metadata.meta_tags import from_head
from bulletin_export.extraction.metadata.people import bylines
from bulletin_export.extraction.metadata.titles import Title, find_title
from bulletin_export.model.article import Article, Headline, Metadata
from bulletin_export.model.evidence import Evidence, LeftOut
from bulletin_export.model.text import paragraphs
from bulletin_export.patterns import lazy_pattern
from bulletin_export.wording import phrase

#: More characters than this are no article; a novel has 300,000.
TEXT_LIMIT = 500_000

_NEXT_PAGE = lazy_pattern(
    r"^[\s\[【（(<《]*(?:下一页|下一頁|下页|后一页|次のページ)[\s\]】）)>》]*$"
)
_INFO_LINES = 40
_LINES_ABOVE = 5


class Extraction(msgspec.Struct, frozen=True):
    """The article of a page, and what was noticed."""

    article: Article
    diagnostics: tuple[Diagnostic, ...] = ()
    left_out: tuple[LeftOut, ...] = ()


def extract(root: Any, *, name: str = "", address: str = "") -> Extraction:
    """Return the article on the page *root*, an lxml tree as `repair.parse` gives it.

    *name* is what messages call the page, *address* the base of its links.

    Raises:
        NoArticleError: There is no text and no picture on the page.
        SourceTooLargeError: Its text is longer than `TEXT_LIMIT`.
    """
    head = from_head(root, address)
    own_base = _base(root, address)
    base = own_base or head.address
    page_title = _page_title(root)
    scripts = list(root.iter("script"))
    etree.strip_elements(root, "script", "title", with_tail=False)
    body = root.find("body")
    body = root if body is None else body
    outlined = outline(body)
    _refuse_long_text(outlined, name)
    title = find_title(outlined.lines, head.title, page_title, head.publisher)
    next_page = _next_page(body, base)
    found = find_body(outlined, title, BlockBuilder(base, name, own_base), scripts)
    if not found.blocks:
        raise NoArticleError(source=name, reason=phrase("nothing-shown"))
    texts = list(paragraphs(found.blocks))
    facts = _facts(head, outlined, title, texts, list(found.credits))
    article = Article(
        headline=Headline(title.text),
        blocks=found.blocks,
        metadata=_metadata(facts, texts, title, address, next_page),
        evidence=Evidence(confidence=found.confidence, body=found.rule),
    )
    return Extraction(article, found.diagnostics, found.left_out)


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


def _facts(
    head: Facts, outlined: Outline, title: Title, texts: list[str], tail: list[str]
) -> Facts:
    info = _info_lines(outlined.lines, title, texts)
    printed = facts_in(GAP.join(info))
    ending = facts_in(GAP.join(tail)) if tail else Facts()
    signed = Facts(contributors=bylines([*info[:3], *texts]))
    site = Facts(publisher=title.site)
    return printed.or_else(head).or_else(ending).or_else(signed).or_else(site)


def _info_lines(lines: list[Line], title: Title, body: list[str]) -> list[str]:
    """Return the short lines between title and body, where source and time are printed."""
    first = title.last_line + 1
    starts = [" ".join(text.split())[:20] for text in body[:6] if len(text) > 20]
    found: list[str] = []
    for line in lines[first : first + _INFO_LINES]:
        if line.text[:20] in starts or (len(line.text) > 50 and line.text.endswith("。")):
            break
        if len(line.text) <= 200:
            found.append(line.text)
    if not any(map(is_info, found)):
        above = lines[max(0, title.first_line - _LINES_ABOVE) : max(0, title.first_line)]
        found += [line.text for line in above if is_info(line.text)]
    return found


def _metadata(
    facts: Facts, texts: list[str], title: Title, address: str, next_page: str
) -> Metadata:
    return Metadata(
        source=facts.source,
        publisher=facts.publisher,
        date=facts.date,
        contributors=tuple(facts.contributors),
        address=facts.address or address,
        language=language_of(facts.language, title.text, texts),
        section=facts.section,
        description=facts.description,
        subjects=facts.subjects,
        rights=facts.rights,
        views=facts.views,
        next_page=next_page,
    )


def _next_page(body: Any, base: str) -> str:
    for link in body.iter("a"):
        text = link.text
        if text and len(text) < 12 and _NEXT_PAGE.match(text):
            return link_target(link.get("href") or "", base) or _relative(link.get("href"))
    return ""


def _relative(address: str | None) -> str:
    harmless = address and not address.startswith("#") and ":" not in address
    return address.strip() if address and harmless else ""
