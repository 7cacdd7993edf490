"""What an editor would want to know of an issue before it goes to print."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from bulletin_export.diagnostics import Diagnostic, Severity
from bulletin_export.issues.items import iso
from bulletin_export.issues.schema import IssueFile
from bulletin_export.model.article import Article
from bulletin_export.model.nodes import Link
from bulletin_export.model.publication import Publication
from bulletin_export.model.text import paragraphs
from bulletin_export.model.walk import find

#: What every bulletin of a form prints, with an example.
_WANTED = {
    "briefing": {"publisher": "××办公室", "date": "2026-11-24", "number": "12"},
    "clipping": {"date": "2026-11-24"},
    "newspaper": {"publisher": "××报社", "date": "2026-11-24", "number": "12"},
}
#: Of an official document (GB/T 9704-2012, 7.2 and 7.3).
_OFFICIAL = {"issuers": '["××局"]', "number": "×发〔2026〕1号", "organs": '["××局"]'}
#: The year of 发文字号 in any brackets but 〔〕.
_YEAR = re.compile(r"[\[(（【﹝［](\d{4})[\])）】﹞］]")
#: What pages say of themselves, and links that tell who followed them.
_LEFTOVER = re.compile(
    r"浏览量|浏览次数|阅读量|点击数|点击次数|责任编辑|责编|【?打印】|扫一扫|分享到"
)
_TRACKING = re.compile(r"[?&](utm_\w+|spm|from_source|share_token)=")
#: Days after which an item is old news.
_OLD = 31


def remarks(issue: IssueFile, publication: Publication) -> Iterator[Diagnostic]:
    """Yield what is amiss with *issue* and the *publication* it became."""
    yield from _missing(issue)
    yield from _dates(issue)
    yield from _brackets(issue)
    there = {one.title for one in publication.sections}
    for part in issue.section:
        if part.title not in there:
            yield Diagnostic(code="issue-section-empty", facts={"section": part.title})
    day = _day(issue.issue.date)
    for article in publication.articles():
        if day:
            yield from _age(article, day)
        yield from _leftovers(article)


def _missing(issue: IssueFile) -> Iterator[Diagnostic]:
    for name, example in _WANTED.get(issue.form, {}).items():
        if not getattr(issue.issue, name):
            yield _lacking(f"issue.{name}", example)
    if issue.document:
        for name, example in _OFFICIAL.items():
            if not getattr(issue.document, name):
                yield _lacking(f"document.{name}", example)


def _lacking(key: str, example: str) -> Diagnostic:
    facts: dict[str, str | int] = {"key": key, "example": example}
    return Diagnostic(code="issue-fact-missing", facts=facts)


def _dates(issue: IssueFile) -> Iterator[Diagnostic]:
    said = {"issue.date": issue.issue.date}
    if issue.document:
        said["document.date"] = issue.document.date
        said["document.printed_on"] = issue.document.printed_on
    for key, value in said.items():
        if value and _day(value) is None:
            yield Diagnostic(code="issue-date-form", facts={"key": key, "value": value})


def _brackets(issue: IssueFile) -> Iterator[Diagnostic]:
    number = issue.document.number if issue.document else ""
    better = _YEAR.sub(r"〔\1〕", number)
    if better != number:
        facts: dict[str, str | int] = {"value": number, "better": better}
        yield Diagnostic(code="issue-number-brackets", facts=facts)


def _age(article: Article, day: date) -> Iterator[Diagnostic]:
    facts = article.metadata
    own = _day(facts.date.value[:10]) if facts.date else None
    if own is None:
        return
    where, days = article.headline.title, (day - own).days
    if days < 0:
        yield Diagnostic(code="issue-item-newer", where=where, facts={"date": own.isoformat()})
    elif days > _OLD:
        told: dict[str, str | int] = {"date": own.isoformat(), "days": days}
        yield Diagnostic(code="issue-item-old", severity=Severity.INFO, where=where, facts=told)


def _leftovers(article: Article) -> Iterator[Diagnostic]:
    where = article.headline.title
    for number, block in enumerate(article.blocks, 1):
        found = _LEFTOVER.search("\n".join(paragraphs((block,))))
        if found:
            facts: dict[str, str | int] = {"text": found[0], "number": number}
            yield Diagnostic(code="issue-leftover", where=where, facts=facts)
    for link in find(article, Link):
        if match := _TRACKING.search(link.target):
            yield Diagnostic(code="issue-link-tracks", where=where, facts={"parameter": match[1]})


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(iso(value))
    except ValueError:
        return None
