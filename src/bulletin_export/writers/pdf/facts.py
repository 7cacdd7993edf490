"""What a file says of itself: one set of facts for its information dictionary and its XMP."""

from __future__ import annotations

from datetime import UTC, datetime

import msgspec

from bulletin_export.model.article import Article, ContributorRole
from bulletin_export.model.publication import Publication
from bulletin_export.patterns import lazy_pattern
from bulletin_export.writers.pdf.objects import text_string

_TOOL = "bulletin_export"
_AUTHORS = (ContributorRole.AUTHOR, ContributorRole.CORRESPONDENT)

#: What XML 1.0 cannot hold, and line ends, which it does not keep as they are.
_UNSPEAKABLE = lazy_pattern("[\0-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\u2028\u2029]+")


class ArticleFacts(msgspec.Struct, frozen=True):
    """Where one article comes from; empty what is not known."""

    title: str
    source: str
    address: str
    fetched: str
    digest: str


class Facts(msgspec.Struct, frozen=True, kw_only=True):
    """All that is said of a file; times are the publication's, never the clock's."""

    title: str
    author: str
    subject: str
    keywords: str
    publisher: str
    language: str
    source: str
    moment: datetime
    articles: tuple[ArticleFacts, ...]
    tool: str = _TOOL


def facts_of(publication: Publication) -> Facts:
    """Return what there is to say of *publication*, without characters that XML cannot hold."""
    articles = list(publication.articles())
    only = articles[0].metadata if len(articles) == 1 else None
    authors = dict.fromkeys(name for one in articles for name in one.metadata.names(*_AUTHORS))
    subjects = dict.fromkeys(word for one in articles for word in one.metadata.subjects)
    title = publication.title or (articles[0].headline.title if articles else "")
    return Facts(
        title=_spoken(title) or _TOOL,
        author=_spoken("、".join(authors) if only else publication.publisher),
        subject=_spoken(only.description if only else ""),
        keywords=_spoken("，".join(subjects)),
        publisher=_spoken(publication.publisher),
        language=publication.language,
        source=_spoken(only.address or only.source if only else ""),
        moment=datetime.fromtimestamp(publication.modified, UTC),
        articles=tuple(map(_article_facts, articles)),
    )


def _article_facts(article: Article) -> ArticleFacts:
    known, evidence = article.metadata, article.evidence
    source = known.source or known.publisher
    told = (article.headline.title, source, known.address, evidence.fetched, evidence.digest)
    return ArticleFacts(*map(_spoken, told))


def _spoken(text: str) -> str:
    return _UNSPEAKABLE.sub(" ", text).strip()


def information(facts: Facts) -> bytes:
    """Return the information dictionary (ISO 32000-1, 14.3.3)."""
    moment = facts.moment.strftime("D:%Y%m%d%H%M%SZ")
    entries = {
        "Title": facts.title,
        "Author": facts.author,
        "Subject": facts.subject,
        "Keywords": facts.keywords,
        "Creator": facts.tool,
        "Producer": facts.tool,
        "CreationDate": moment,
        "ModDate": moment,
    }
    spelled = (
        b"/%s %s" % (key.encode(), text_string(fact)) for key, fact in entries.items() if fact
    )
    return b"<< %s >>" % b" ".join(spelled)
