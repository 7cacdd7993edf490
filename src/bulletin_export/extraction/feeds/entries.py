"""What is known of an entry, into an article and a line of the list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice

import msgspec

from bulletin_export.diagnostics import Diagnostic, Severity
from bulletin_export.extraction.feeds.content import Content, blocks_of, is_cut
from bulletin_export.extraction.feeds.pictures import Enclosure, beside_text
from bulletin_export.extraction.metadata.language import language_of
from bulletin_export.model.article import Article, Contributor, Date, Headline, Metadata
from bulletin_export.model.evidence import Evidence, Origin
from bulletin_export.model.listing import Entry, Listing, ListingKind
from bulletin_export.model.nodes import Block, Figure, Image, Paragraph
from bulletin_export.model.text import paragraphs
from bulletin_export.model.walk import walk

#: A text of fewer characters in one paragraph is a summary, if there is a page to read on.
_SHORT = 300
_LONGEST_SUMMARY = 500


class FeedFacts(msgspec.Struct, kw_only=True):
    """What a feed says of itself."""

    title: str = ""
    address: str = ""
    language: str = ""
    rights: str = ""
    contributors: tuple[Contributor, ...] = ()


class FeedEntry(msgspec.Struct, kw_only=True):
    """What a feed says of one entry; every text is plain but that of ``content``."""

    title: str = ""
    link: str = ""
    #: Where ``link`` leads in the end, if the feed says so (FeedBurner).
    original: str = ""
    date: Date | None = None
    contributors: tuple[Contributor, ...] = ()
    source: str = ""
    section: str = ""
    subjects: tuple[str, ...] = ()
    rights: str = ""
    description: str = ""
    language: str = ""
    content: Content | None = None
    #: Whether the feed itself calls ``content`` a summary.
    is_summary: bool = False
    #: Whether the feed itself says that ``content`` is the whole.
    is_whole: bool = False
    enclosures: tuple[Enclosure, ...] = ()
    origins: tuple[Origin, ...] = ()


class FeedReading(msgspec.Struct, frozen=True):
    """A feed as articles, as a list in the same order, and remarks."""

    articles: tuple[Article, ...]
    listing: Listing
    diagnostics: tuple[Diagnostic, ...] = ()


def reading_of(feed: FeedFacts, entries: Iterable[FeedEntry], where: str) -> FeedReading:
    """Return the articles of *entries* and their list; *where* is what remarks call the feed."""
    articles: list[Article] = []
    lines: list[Entry] = []
    remarks: list[Diagnostic] = []
    for entry in entries:
        article, noticed = article_of(entry, feed, where)
        articles.append(article)
        lines.append(_line(entry, article))
        remarks += noticed
    summaries = sum(one.metadata.is_summary for one in articles)
    if summaries:
        remarks.append(_summary_only(summaries, len(articles), where))
    listing = Listing(ListingKind.FEED, tuple(lines), feed.title, feed.address)
    return FeedReading(tuple(articles), listing, tuple(remarks))


def article_of(
    entry: FeedEntry, feed: FeedFacts, where: str
) -> tuple[Article, Sequence[Diagnostic]]:
    """Return the article that *entry* of *feed* carries, and remarks."""
    content = entry.content or Content()
    blocks, noticed = blocks_of(content, where)
    remarks = list(noticed)
    is_summary = _is_summary(entry, blocks)
    if entry.enclosures:
        has_picture = any(isinstance(node, Image | Figure) for node in walk(blocks))
        above, below, more = beside_text(entry.enclosures, content.raw, has_picture, where)
        blocks = (*above, *blocks, *below)
        remarks += more
    metadata = Metadata(
        source=entry.source,
        publisher=feed.title,
        date=entry.date,
        contributors=entry.contributors or feed.contributors,
        address=entry.original or entry.link,
        language=language_of(
            entry.language or feed.language, entry.title, [*islice(paragraphs(blocks), 12)]
        ),
        section=entry.section,
        description=entry.description,
        subjects=entry.subjects,
        rights=entry.rights or feed.rights,
        is_summary=is_summary,
    )
    evidence = Evidence(
        body="feed-summary" if is_summary else "feed-content", origins=entry.origins
    )
    headline = Headline(entry.title)
    return Article(headline=headline, blocks=blocks, metadata=metadata, evidence=evidence), remarks


def _is_summary(entry: FeedEntry, blocks: tuple[Block, ...]) -> bool:
    """Whether the page at the entry's link has more than *blocks*."""
    if not entry.link:
        return False
    if not blocks or entry.is_summary:
        return True
    texts = list(paragraphs(blocks[-1:]))
    if texts and is_cut(texts[-1], entry.is_whole):
        return True
    if entry.is_whole:
        return False
    is_one_paragraph = len(blocks) == 1 and isinstance(blocks[0], Paragraph)
    return is_one_paragraph and len(texts[0] if texts else "") < _SHORT


def _line(entry: FeedEntry, article: Article) -> Entry:
    summary = entry.description
    if not summary and article.metadata.is_summary:
        summary = " ".join(paragraphs(article.blocks))
    if len(summary) > _LONGEST_SUMMARY:
        summary = summary[: _LONGEST_SUMMARY - 1] + "…"
    return Entry(entry.link, entry.title, entry.date, summary)


def _summary_only(count: int, total: int, where: str) -> Diagnostic:
    facts: dict[str, str | int] = {"count": count, "total": total}
    return Diagnostic(code="summary-only", severity=Severity.INFO, where=where, facts=facts)
