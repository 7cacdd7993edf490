"""An issue file and the articles it names, as a publication."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from typing import NamedTuple

from msgspec.structs import replace

from bulletin_export.composition.arrange import date_of
from bulletin_export.composition.duplicates import Known
from bulletin_export.diagnostics import Diagnostic, Severity
from bulletin_export.issues.items import blocks, chosen, iso, noted, written
from bulletin_export.issues.schema import Annexed, Document, Facts, IssueFile, Item, Part
from bulletin_export.model.article import Article, Headline
from bulletin_export.model.notice import Annex, Notice, NoticeForm
from bulletin_export.model.publication import Publication, Section

#: The articles that an item names, as they were read.
Found = Callable[[Item], Iterable[Article]]


class Composed(NamedTuple):
    """A publication, and what was noticed."""

    publication: Publication
    diagnostics: tuple[Diagnostic, ...]


def composed(issue: IssueFile, found: Found, modified: int | None = None) -> Composed:
    """Return what *issue* describes; *found* gives the articles of each item."""
    remarks: list[Diagnostic] = []
    known = _Stories(remarks) if issue.dedupe else None
    parts = [*([Part(item=issue.item)] if issue.item else []), *issue.section]
    sections = [Section(tuple(_articles(part, found, known)), part.title) for part in parts]
    if known:
        sections = [replace(one, articles=known.told(one.articles)) for one in sections]
    sections = list(_ordered([one for one in sections if one.articles], issue.order))
    if issue.note and sections:
        first, *rest = sections[0].articles
        sections[0] = replace(sections[0], articles=(noted(first, issue.note), *rest))
    facts = issue.issue
    publication = Publication(
        sections=tuple(sections),
        title=facts.name,
        publisher=facts.publisher,
        issue=_number(facts),
        date=iso(facts.date),
        modified=_modified(facts) if modified is None else modified,
        language=facts.language,
    )
    count = publication.count
    publication = replace(publication, has_contents=count > 1)
    if issue.form == "briefing":
        publication = replace(publication, notice=_briefing(issue))
    elif issue.document:
        publication = _official(publication, issue, issue.document, found)
    return Composed(publication, tuple(remarks))


def items(issue: IssueFile) -> Iterator[Item]:
    """Yield all that *issue* takes from elsewhere or says itself, in order."""
    yield from issue.item
    for part in issue.section:
        yield from part.item
    for one in issue.annex:
        yield annex_item(one)


def number_line(facts: Facts) -> str:
    """Return 期号 as it is printed: 第12期（总第345期）, 增刊第1期."""
    number = str(facts.number).strip()
    if number.isdecimal():
        number = f"{'增刊' if facts.special else ''}第{int(number)}期"
    return f"{number}（总第{facts.total}期）" if number and facts.total else number


def _articles(part: Part, found: Found, known: _Stories | None) -> Iterator[Article]:
    for item in part.item:
        made = [written(item)] if item.text else chosen(found(item), item)
        yield from known.once(made) if known else made


class _Stories:
    """The stories met so far; one that comes again is printed once, with its other sources."""

    def __init__(self, remarks: list[Diagnostic]) -> None:
        self._known, self._remarks = Known(), remarks
        self._also: dict[str, list[str]] = {}

    def once(self, articles: Iterable[Article]) -> Iterator[Article]:
        """Yield those of *articles* that were not met before."""
        for one in articles:
            twin = self._known.twin(one)
            if twin is None:
                self._known.add(one)
                yield one
                continue
            title = one.headline.title
            facts: dict[str, str | int] = {"other": twin.title}
            code = "article-same-page" if twin.is_same_page else "article-same-text"
            if not twin.is_same:
                code, facts["percent"] = "story-again", round(twin.share * 100)
            self._remarks.append(
                Diagnostic(code=code, severity=Severity.INFO, where=title, facts=facts)
            )
            self._also.setdefault(twin.title, []).append(one.metadata.source)

    def told(self, articles: Sequence[Article]) -> tuple[Article, ...]:
        """Return *articles*, each with the other sources it was met in."""
        return tuple(self._with_sources(one) for one in articles)

    def _with_sources(self, article: Article) -> Article:
        others = dict.fromkeys(self._also.get(article.headline.title, ()))
        names = [one for one in others if one and one != article.metadata.source]
        if not names:
            return article
        return replace(article, credits=(*article.credits, f"（另见：{'、'.join(names)}）"))


def _ordered(sections: list[Section], order: str) -> Iterator[Section]:
    """Yield *sections* with their articles in the wanted *order*."""
    keys: dict[str, Callable[[Article], str]] = {
        "date": date_of,
        "source": lambda one: one.metadata.source,
    }
    key = keys.get(order)
    if order == "section":
        sections = sorted(sections, key=lambda one: one.title)
    for one in sections:
        articles = sorted(one.articles, key=key, reverse=order == "date") if key else one.articles
        yield replace(one, articles=tuple(articles))


def _number(facts: Facts) -> str:
    return number_line(facts) if facts.total or facts.special else str(facts.number)


def _briefing(issue: IssueFile) -> Notice:
    facts, to = issue.issue, issue.distribution
    return Notice(
        form=NoticeForm.BRIEFING,
        copy_number=facts.copy_number,
        security=facts.security,
        secrecy_period=facts.secrecy_period,
        remark=facts.remark,
        issuers=(facts.name,),
        document_number=number_line(facts),
        publisher=facts.publisher,
        date=iso(facts.date),
        reported_to=to.report,
        sent_to=to.send,
        distributed_to=to.distribute,
        editors="　".join(filter(None, (to.editors, to.contact))),
        copies=to.copies,
    )


def _official(
    publication: Publication, issue: IssueFile, said: Document, found: Found
) -> Publication:
    """Return *publication* with its first article as an official document."""
    notice = Notice(
        form=NoticeForm(said.kind),
        copy_number=said.copy_number,
        security=said.security,
        secrecy_period=said.secrecy_period,
        urgency=said.urgency,
        issuers=tuple(said.issuers),
        mark=said.mark,
        document_number=said.number,
        signers=tuple(said.signers),
        addressees=said.addressees,
        attachments=tuple(said.attachments) or tuple(one.title for one in issue.annex),
        organs=tuple(said.organs),
        date=iso(said.date or issue.issue.date),
        is_sealed=said.sealed,
        annotation=said.annotation,
        present=said.present,
        absent=said.absent,
        observers=said.observers,
        annexes=tuple(_annex(one, found) for one in issue.annex),
        copies_to=said.copies_to,
        printed_by=said.printed_by,
        printed_on=iso(said.printed_on),
    )
    articles = list(publication.articles()) or [Article(headline=Headline(issue.issue.name))]
    articles[0] = replace(articles[0], notice=notice)
    return publication.with_articles(articles)


def _annex(said: Annexed, found: Found) -> Annex:
    if not said.origin:
        return Annex(said.title, tuple(blocks(said.text)))
    read = found(annex_item(said))
    return Annex(said.title, tuple(block for one in read for block in one.blocks))


def annex_item(said: Annexed) -> Item:
    """Return the item that gives the text of an annex."""
    return Item(origin=said.origin)


def _modified(facts: Facts) -> int:
    """Return midnight of the day of issue, in seconds since 1970: never the clock's time."""
    try:
        day = date.fromisoformat(iso(facts.date))
    except ValueError:
        return 0
    return int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp())
