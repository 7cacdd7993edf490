"""What a book says about itself (EPUB 3.3, 5.5; EPUB Accessibility 1.1, 2)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import NamedTuple
from uuid import NAMESPACE_URL, UUID

import msgspec

from bulletin_export.composition import front
from bulletin_export.diagnostics import Diagnostic, Severity
from bulletin_export.model.article import Article, ContributorRole
from bulletin_export.model.publication import Publication, Section
from bulletin_export.model.record import (
    BODY_RECORD,
    FRAME_RECORD,
    HEAD_RECORD,
    Body,
    body_record,
    frame_record,
    head_record,
)
from bulletin_export.writers.epub.markup import attributes, is_language_tag, language_tag, one_line
from bulletin_export.writers.epub.navigation import publication_title, spoken
from bulletin_export.writers.epub.pictures import Pictures

#: Stands in for an unknown time of change: the first day that a ZIP archive knows.
_FIRST_TIME = datetime(1980, 1, 1, tzinfo=UTC)
_LAST_TIME = datetime(9999, 12, 31, tzinfo=UTC)

_MARC = {
    ContributorRole.AUTHOR: "aut",
    ContributorRole.CORRESPONDENT: "aut",
    ContributorRole.EDITOR: "edt",
    ContributorRole.PHOTOGRAPHER: "pht",
    ContributorRole.TRANSLATOR: "trl",
}
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
#: The number among the words of an issue: the running one, that of its year, any.
_NUMBERS = tuple(re.compile(f"{before}0*([0-9]{{1,9}})") for before in ("总第", "第", "^[^0-9]*"))
_MOST_SOURCES, _MOST_SUBJECTS = 100, 20
_COUNT = {"zh": "收文{}篇", "en": "{} articles"}
_COLON, _COMMA, _CUT = {"zh": "：", "en": ": "}, {"zh": "、", "en": ", "}, "…"
_SUMMARY = {
    "zh": "全书为可重排文本，含目录、标题层级和阅读顺序。",
    "en": "Reflowable text with contents, headings and a reading order.",
}
_DESCRIBED = {"zh": "图片均有文字说明。", "en": " Every picture is described."}
_UNDESCRIBED = {"zh": "部分图片没有文字说明。", "en": " Some pictures are not described."}


class Statement(NamedTuple):
    """One element: ``dc:name``, or ``meta`` when *name* is empty."""

    name: str
    value: str
    attributes: dict[str, str]


class Identity:
    """The name of a book, which depends on its words and nothing else.

    A version 5 UUID (RFC 9562, 5.5) of the publication as JSON, taken in as it passes by;
    `Publication.modified` is no part of it, so that two releases of a book are told apart by
    their date alone.
    """

    def __init__(self, publication: Publication) -> None:
        from hashlib import sha1

        bare = msgspec.structs.replace(publication, modified=0, sections=())
        self._hash = sha1(NAMESPACE_URL.bytes, usedforsecurity=False)
        self._hash.update(b"[" + msgspec.json.encode(bare) + b",[")
        #: What stands before the next section, and before the next article.
        self._section, self._article = b"", b""

    def begin(self, section: Section) -> None:
        """Take in the title of *section*; its articles follow."""
        self._hash.update(self._section + b"[" + msgspec.json.encode(section.title) + b",[")
        self._section, self._article = b"]],", b""

    def add(self, article: Article) -> None:
        """Take in the words of *article*."""
        self._hash.update(self._article + msgspec.json.encode(_words(article)))
        self._article = b","

    @property
    def urn(self) -> str:
        """The name of what was taken in so far, as a URN."""
        whole = self._hash.copy()
        whole.update((b"]]" if self._section else b"") + b"]]")
        return UUID(bytes=whole.digest()[:16], version=5).urn


def _words(article: Article) -> tuple[object, ...]:
    words = (article.headline, article.blocks, article.metadata)
    return (*words, article.notice) if article.notice else words


def modified(publication: Publication) -> datetime:
    """Return the time of the last change, in UTC."""
    if publication.modified <= 0:
        return _FIRST_TIME
    seconds = min(publication.modified, int(_LAST_TIME.timestamp()))
    return datetime.fromtimestamp(seconds, UTC)


def statements(publication: Publication, pictures: Pictures) -> Iterator[Statement]:
    """Yield the metadata of *publication*, beside identifier and time of change."""
    yield Statement("title", publication_title(publication), {})
    yield Statement("language", language_tag(publication.language), {})
    described = _of_bundle(publication) if _is_bundle(publication) else _of_article(publication)
    for statement in described:
        value = one_line(statement.value)
        if value:
            yield statement._replace(value=value)
    yield from _collection(publication)
    yield from _accessibility(publication, pictures)


def of_document(article: Article) -> str:
    """Return what the head of an article's document says of it, for programs (DCMI terms)."""
    facts = article.metadata
    said = {
        "dcterms.source": facts.address,
        "dcterms.publisher": facts.source,
        "dcterms.date": facts.date.value if facts.date else "",
        "dcterms.rights": facts.rights,
    }
    return "".join(
        f"\n<meta{attributes(name=name, content=one_line(value))}/>"
        for name, value in said.items()
        if one_line(value)
    )


def record_of(article: Article, body: Body, words: str, *, is_first: bool) -> str:
    """Return what lets a document with the content *words* be read back as it was meant."""
    head = attributes(name=HEAD_RECORD, content=head_record(article)) if is_first else ""
    blocks = attributes(name=BODY_RECORD, content=body_record(body, words.encode()))
    return "".join(f"\n<meta{one}/>" for one in (head, blocks) if one)


def frame(publication: Publication) -> str:
    """Return what lets the navigation be read back as the frame of *publication*."""
    return f"\n<meta{attributes(name=FRAME_RECORD, content=frame_record(publication))}/>"


def language_remarks(publication: Publication) -> Iterator[Diagnostic]:
    """Remark on languages that are no language tags (BCP 47): the book's, or zh-CN, is written."""
    said = [("", publication.language)]
    said += [(one.headline.title, one.metadata.language) for one in publication.heads()]
    for where, tag in said:
        if tag and not is_language_tag(tag):
            facts: dict[str, str | int] = {
                "tag": tag[:40],
                "used": language_tag(tag, publication.language),
            }
            yield Diagnostic(
                code="language-unknown", severity=Severity.INFO, where=where, facts=facts
            )


def _collection(publication: Publication) -> Iterator[Statement]:
    """Say which issue of what it is (EPUB 3.3, D.3.2), and once more for calibre."""
    name = one_line(publication.collection)
    if not name and publication.issue:
        name = publication_title(publication)
    if not name:
        return
    numbers = (pattern.search(publication.issue) for pattern in _NUMBERS)
    number = next(filter(None, numbers), None)
    yield Statement("", name, {"property": "belongs-to-collection", "id": "collection"})
    refined = {"refines": "#collection"}
    yield Statement("", "series", {**refined, "property": "collection-type"})
    if number:
        yield Statement("", number[1], {**refined, "property": "group-position"})
    yield Statement("", "", {"name": "calibre:series", "content": name})
    if number:
        yield Statement("", "", {"name": "calibre:series_index", "content": number[1]})


def _is_bundle(publication: Publication) -> bool:
    return publication.count > 1


def _of_bundle(publication: Publication) -> Iterator[Statement]:
    sources = {article.metadata.source: None for article in publication.heads()}
    yield from _people([(name, "") for name in [*sources][:_MOST_SOURCES] if name], "creator")
    yield Statement("publisher", publication.publisher, {})
    yield from _date(publication.date)
    known = [article.metadata for article in publication.heads()]
    addresses = {one.address: None for one in known if one.address}
    # Where there are more, each stands in the head of its article alone.
    for address in addresses if len(addresses) <= _MOST_SOURCES else ():
        yield Statement("source", address, {})
    rights = {one.rights for one in known}
    yield Statement("rights", rights.pop() if len(rights) == 1 else "", {})
    subjects = Counter(subject for one in known for subject in dict.fromkeys(one.subjects))
    for subject, _ in subjects.most_common(_MOST_SUBJECTS):
        yield Statement("subject", subject, {})
    yield Statement("description", _description(publication), {})


def _description(publication: Publication) -> str:
    """Return of how many articles from which sections the book is made."""
    depths = zip(publication.sections, front.nesting(publication), strict=True)
    listed = list(dict.fromkeys(one_line(one.title) for one, depth in depths if depth == 1))
    told = spoken(_COUNT, publication.language).format(publication.count)
    if not listed:
        return told
    rest = _CUT if len(listed) > _MOST_SUBJECTS else ""
    names = spoken(_COMMA, publication.language).join(listed[:_MOST_SUBJECTS])
    return f"{told}{spoken(_COLON, publication.language)}{names}{rest}"


def _of_article(publication: Publication) -> Iterator[Statement]:
    article: Article = next(publication.articles())
    facts = article.metadata
    people = {(one.name, _MARC[one.role]): None for one in facts.contributors}
    authors = [one for one in people if one[1] == "aut"]
    yield from _people(authors or [(facts.source, "")], "creator")
    yield from _people([one for one in people if one[1] != "aut"], "contributor")
    yield Statement("publisher", publication.publisher or facts.publisher or facts.source, {})
    yield from _date(publication.date or (facts.date.value if facts.date else ""))
    yield Statement("source", facts.address, {})
    yield Statement("description", facts.description, {})
    yield Statement("rights", facts.rights, {})
    for subject in facts.subjects:
        yield Statement("subject", subject, {})


def _people(people: list[tuple[str, str]], element: str) -> Iterator[Statement]:
    named = [(name, role) for name, role in people if one_line(name)]
    for number, (name, role) in enumerate(named, 1):
        key = f"{element}-{number}"
        yield Statement(element, name, {"id": key})
        if role:
            refined = {"refines": f"#{key}", "property": "role", "scheme": "marc:relators"}
            yield Statement("", role, refined)


def _date(value: str) -> Iterator[Statement]:
    """Yield the day in *value* (W3CDTF); what is no day of the calendar is left out."""
    if day := _DATE.match(value):
        try:
            yield Statement("date", date.fromisoformat(day[0]).isoformat(), {})
        except ValueError:
            # 2020-02-30 and the like: printed in the text, but no date to sort by.
            return


def _accessibility(publication: Publication, pictures: Pictures) -> Iterator[Statement]:
    has_pictures = bool(pictures.files)
    may_move = any(item.media_type == "image/gif" for item in pictures.files.values())
    language = publication.language
    summary = spoken(_SUMMARY, language)
    if has_pictures:
        summary += spoken(_DESCRIBED if pictures.all_described else _UNDESCRIBED, language)
    claims = {
        "accessMode": ("textual", "visual") if has_pictures else ("textual",),
        "accessModeSufficient": ("textual",) if pictures.all_described else ("textual,visual",),
        "accessibilityFeature": (
            "tableOfContents",
            "readingOrder",
            "structuralNavigation",
            "displayTransformability",
            *(("alternativeText",) if has_pictures and pictures.all_described else ()),
        ),
        "accessibilityHazard": ("unknown",) if may_move else ("none",),
        "accessibilitySummary": (summary,),
    }
    for name, values in claims.items():
        for value in values:
            yield Statement("", value, {"property": f"schema:{name}"})
