"""What is printed about an article beside its own blocks: headline, dateline, address.

All writers take these lines from here, so that the words agree in every format.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from bulletin_export.composition import notice
from bulletin_export.composition.notice import Said as Said  # noqa: PLC0414 — writers take it from here
from bulletin_export.composition.notice import day
from bulletin_export.model.article import Article, ContributorRole, Metadata
from bulletin_export.model.nodes import Block
from bulletin_export.model.notice import NoticeForm
from bulletin_export.model.publication import Publication, heads
from bulletin_export.model.text import paragraphs
from bulletin_export.styling.template import Composition, DatelineField, Furniture, Role, Template

#: U+3000 between the facts of a dateline: a full-width blank, as offices type it.
_BETWEEN = "\u3000"

_CLOCK = re.compile(r"(?P<minute>\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(?P<zone>Z|[+-]\d\d:\d\d)?$")
_CHINA = "+08:00"

_LABELS: dict[DatelineField, str] = {
    "source": "来源：",
    "date": "时间：",
    "author": "作者：",
    "editor": "责任编辑：",
    "photographer": "摄影：",
    "views": "浏览量：",
    "publisher": "网站：",
}


def headline(article: Article) -> Iterator[tuple[Role, str]]:
    """Yield kicker, title and subtitle of *article*, those it has, from top to bottom."""
    parts = (
        (Role.KICKER, article.headline.kicker),
        (Role.TITLE, article.headline.title),
        (Role.SUBTITLE, article.headline.subtitle),
    )
    return ((role, text) for role, text in parts if text)


def head(article: Article, composition: Composition) -> Iterator[Said]:
    """Yield all that stands above the blocks of *article*, from top to bottom.

    An official document says whom it is for where others say where they come from.
    """
    if article.notice:
        yield from notice.above(article.notice)
    for role, text in headline(article):
        yield Said(role, text)
    yield from below_headline(article, composition)


def below_headline(article: Article, composition: Composition) -> Iterator[Said]:
    """Yield what stands between the headline and the blocks: 主送机关, or the dateline."""
    if article.notice and article.notice.addressees:
        yield Said(Role.ADDRESSEES, notice.addressees(article.notice))
    if facts := dateline(article, composition):
        yield Said(Role.DATELINE, facts)


def tail(article: Article) -> Iterator[Said | tuple[Block, ...]]:
    """Yield what an official document says below its blocks; its annexes have blocks too."""
    return notice.below(article.notice) if article.notice else iter(())


def dateline(article: Article, composition: Composition) -> str:
    """Return the line that says source, date and author, as the template orders them.

    An official document has none: it says all that itself.
    """
    if article.notice:
        return ""
    facts = ((field, fact(field, article.metadata)) for field in composition.dateline)
    labels = _LABELS if composition.dateline_labels else {}
    return _BETWEEN.join(labels.get(field, "") + said for field, said in facts if said)


def credit_lines(article: Article) -> Iterator[Said]:
    """Yield who sent *article* in, and what it was taken from, a line each."""
    return (Said(Role.CREDIT, one) for one in article.credits)


def address_line(article: Article, composition: Composition) -> str:
    """Return the line that tells where the article was found; an official document has none."""
    address = article.metadata.address
    is_shown = composition.show_address and address and not article.notice
    return f"原文：{address}" if is_shown else ""


def words(article: Article, composition: Composition) -> Iterator[str]:
    """Yield every paragraph a writer must print for *article*, in order.

    Notes are not among them: each format has its own place for those.
    """
    for _, text in head(article, composition):
        yield text
    yield from paragraphs(article.blocks)
    for part in tail(article):
        yield from (part.text,) if isinstance(part, Said) else paragraphs(part)
    yield from (one.text for one in credit_lines(article))
    yield from filter(None, (address_line(article, composition),))


def issue_date(publication: Publication) -> str:
    """Return the date of issue as the publication's language prints it.

    Chinese counts without leading zeros, 2020年2月6日 (GB/T 9704, 7.3.5.4); others keep ISO 8601.
    """
    is_chinese = publication.language.startswith("zh")
    return day(publication.date) if is_chinese else publication.date


def issue(publication: Publication) -> str:
    """Return which issue it is as its language prints it: 第128期; words stay as they are."""
    number = publication.issue.strip()
    if not number.isdecimal():
        return number
    return f"第{number}期" if publication.language.startswith("zh") else f"No. {number}"


def publication_head(publication: Publication) -> Iterator[Said]:
    """Yield what stands above all articles: 报头, or title and date of issue."""
    if publication.notice:
        yield from notice.above(publication.notice)
        return
    lines = (
        (Role.PUBLICATION_TITLE, publication.title),
        (Role.PUBLICATION_DATE, issue_line(publication)),
    )
    for role, text in lines:
        if text.strip():
            yield Said(role, text)


def publication_tail(publication: Publication) -> Iterator[Said]:
    """Yield what stands below all articles: 报尾."""
    return notice.imprint(publication.notice) if publication.notice else iter(())


def issue_line(publication: Publication) -> str:
    """Return the line below the title: what it is an issue of, which, and of what day."""
    name = publication.collection.strip()
    facts = ("" if name in publication.title else name, issue(publication), issue_date(publication))
    return _BETWEEN.join(filter(None, facts))


def nesting(publication: Publication) -> Iterator[int]:
    """Yield how deep each section stands: from 1, no level left out; 0 if it has no title."""
    depth = 0
    for section in publication.sections:
        depth = max(1, min(section.level, depth + 1)) if section.title.strip() else 0
        yield depth


def paged(publication: Publication, furniture: Furniture) -> Publication:
    """Return *publication* as it is printed: without a list of contents, if none is wanted."""
    if furniture.contents or not publication.has_contents:
        return publication
    return replace(publication, has_contents=False)


def first_page(publication: Publication, template: Template) -> Template:
    """Return *template*; the first page of 信函 has no number (GB/T 9704-2012, 10.1.6)."""
    first = next(publication.heads(), None)
    if first is None or first.notice is None or first.notice.form is not NoticeForm.LETTER:
        return template
    bare = replace(template.furniture, first_page_header=False, first_page_footer=False)
    return replace(template, furniture=bare)


def contents(publication: Publication) -> Iterator[tuple[Role, str, int]]:
    """Yield the entries of the list of contents: role, text, index of the article.

    A section's entry carries the index of its first article; one inside another is indented.
    """
    index = 0
    for section, depth in zip(publication.sections, nesting(publication), strict=True):
        if section.title:
            indent = _BETWEEN * (depth - 1)
            yield Role.CONTENTS_SECTION, indent + section.title, index
        for article in heads(section.articles):
            yield Role.CONTENTS_ENTRY, article.headline.title, index
            index += 1


def moment(value: str) -> str:
    """Return the ISO 8601 *value* as bulletins print it: no seconds, no zone but a foreign one.

    ``2021-03-09T07:20:00+08:00`` is 2021-03-09 07:20; the same hour in London says UTC.
    """
    date, _, time = value.partition("T")
    match = _CLOCK.match(time)
    if match is None:
        return value
    zone = match["zone"] or ""
    if zone and zone != _CHINA:
        zone = " UTC" if zone in ("Z", "+00:00", "-00:00") else f" UTC{zone}"
    return f"{date} {match['minute']}{zone.removesuffix(_CHINA)}"


def fact(field: DatelineField, metadata: Metadata) -> str:
    """Return what *metadata* says for one field of the dateline; may be nothing."""
    match field:
        case "source":
            return metadata.source
        case "date":
            return moment(metadata.date.value) if metadata.date else ""
        case "author":
            return " ".join(metadata.names(ContributorRole.AUTHOR, ContributorRole.CORRESPONDENT))
        case "editor":
            return " ".join(metadata.names(ContributorRole.EDITOR))
        case "photographer":
            return " ".join(metadata.names(ContributorRole.PHOTOGRAPHER))
        case "views":
            return "" if metadata.views is None else str(metadata.views)
        case "publisher":
            return metadata.publisher
