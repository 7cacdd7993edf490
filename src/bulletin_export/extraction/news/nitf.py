"""NITF 3.x: one document into a story (IPTC, News Industry Text Format 3.6)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bulletin_export.diagnostics import Severity
from bulletin_export.extraction.news.bylines import people
from bulletin_export.extraction.news.elements import (
    below,
    child,
    children,
    language,
    line,
    value,
    words,
)
from bulletin_export.extraction.news.markup import nitf_blocks
from bulletin_export.extraction.news.story import Story
from bulletin_export.extraction.news.timestamps import timestamp
from bulletin_export.model.article import Contributor, ContributorRole, Date
from bulletin_export.model.evidence import Origin
from bulletin_export.model.nodes import Block

_RULE = "nitf"


def nitf_story(root: Any, base: str = "") -> Story:
    """Return what the element *root*, ``<nitf>`` or its ``<body>``, tells; its tree is used up."""
    body = child(root, "body")
    body = root if body is None else body
    head, top = child(root, "head"), child(body, "body.head")
    story = _top(top)
    _docdata(story, child(head, "docdata"))
    _pubdata(story, child(head, "pubdata"))
    story.title = story.title or line(child(head, "title"))
    story.subjects = tuple(dict.fromkeys(_subjects(head)))
    story.language = language(body)
    story.origins = tuple(_origins(story))
    story.blocks, remarks = _blocks(body, base)
    story.remarks += remarks
    return story


def _top(top: Any) -> Story:
    """Return what the ``body.head`` says: headline, byline, dateline, abstract, distributor."""
    story = Story()
    if top is None:
        return story
    hedline = child(top, "hedline")
    if hedline is not None:
        mains = [line(one) for one in children(hedline, "hl1")]
        subs = [text for one in children(hedline, "hl2") if (text := line(one))]
        story.title = " ".join(filter(None, mains)) or (subs.pop(0) if subs else line(hedline))
        story.subtitle = " ".join(subs)
    story.contributors = tuple(dict.fromkeys(_signed(top)))
    dateline = child(top, "dateline")
    story.dateline = line(dateline)
    story.date = _stamped(child(dateline, "story.date"))
    story.summary = words(child(top, "abstract"))
    story.source = line(child(top, "distributor"))
    rights = child(top, "rights")
    story.rights = line(rights)
    for note in children(top, "note"):
        if text := words(note):
            story.remark("editors-note", note=text)
    return story


def _signed(top: Any) -> Iterator[Contributor]:
    for byline in children(top, "byline"):
        named = [line(one) for one in below(byline, "person")]
        titles = {line(one) for one in below(byline, "byttl")}
        if named:
            yield from (Contributor(name) for name in named if name)
            continue
        text = line(byline)
        for title in filter(None, titles):
            text = text.replace(title, "")
        yield from people(text, ContributorRole.AUTHOR)


def _docdata(story: Story, data: Any) -> None:
    if data is None:
        return
    story.date = _date(data) or story.date
    owner = value(child(data, "doc.copyright"), "holder")
    year = value(child(data, "doc.copyright"), "year")
    rights = child(data, "doc.rights")
    story.rights = " ".join(
        filter(None, (f"© {year} {owner}".replace("  ", " ") if owner else "", story.rights))
    )
    story.source = story.source or owner or value(rights, "owner")
    story.source = story.source or value(next(below(data, "from-src"), None), "src-name")
    story.section = value(child(data, "fixture"), "fix-id") or value(
        child(data, "doc-scope"), "scope"
    )
    message = child(data, "ed-msg")
    if info := value(message, "info") or line(message):
        story.remark("editors-note", note=info)
    status = value(data, "management-status").lower()
    if status in ("embargoed", "withheld", "canceled", "cancelled", "killed"):
        until = value(child(data, "date.release"), "norm")
        story.remark("not-for-release", Severity.WARNING, status=status, until=until or "-")


def _date(data: Any) -> Date | None:
    """Return when it was issued, or else released."""
    found = (child(data, name) for name in ("date.issue", "date.release"))
    return next(filter(None, map(_stamped, found)), None)


def _stamped(element: Any) -> Date | None:
    return timestamp(value(element, "norm") or line(element))


def _pubdata(story: Story, data: Any) -> None:
    if data is None:
        return
    story.publisher = value(data, "name")
    story.source = story.source or story.publisher
    story.section = value(data, "position.section") or story.section
    story.address = _web(value(data, "ex-ref"))
    story.date = story.date or timestamp(value(data, "date.publication"))


def _web(address: str) -> str:
    return address if address.startswith(("http://", "https://")) else ""


def _subjects(head: Any) -> Iterator[str]:
    if head is None:
        return
    for one in below(head, "keyword", "classifier", "tobject.subject"):
        names = ("key", "value", "tobject.subject.detail", "tobject.subject.matter",
                 "tobject.subject.type")  # fmt: skip
        if found := next(filter(None, (value(one, name) for name in names)), ""):
            yield found


def _origins(story: Story) -> Iterator[Origin]:
    places = {
        "title": "hedline", "subtitle": "hl2", "date": "docdata", "source": "docdata",
        "contributors": "byline", "section": "pubdata", "rights": "doc.copyright",
    }  # fmt: skip
    for field, place in places.items():
        if getattr(story, field):
            yield Origin("author" if field == "contributors" else field, _RULE, place)


def _blocks(body: Any, base: str) -> tuple[tuple[Block, ...], tuple[Any, ...]]:
    """Return the blocks of the body: content and end, or all of a body without such parts."""
    parts = [*children(body, "body.content", "body.end")]
    if not parts:
        for head in [*children(body, "body.head")]:
            body.remove(head)
        parts = [body]
    built = [nitf_blocks(part, base) for part in parts]
    blocks = tuple(block for part, _ in built for block in part)
    return blocks, tuple(remark for _, remarks in built for remark in remarks)
