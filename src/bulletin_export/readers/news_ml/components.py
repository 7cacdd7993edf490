"""NewsML 1.0 to 1.2: items of nested components into stories (IPTC NewsML 1.2)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxml import etree

from bulletin_export.diagnostics import Severity
from bulletin_export.extraction.fragment import blocks_of_element
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
from bulletin_export.extraction.news.pictures import Rendition, best, figure, number
from bulletin_export.extraction.news.story import Story
from bulletin_export.extraction.news.timestamps import timestamp
from bulletin_export.model.article import Date
from bulletin_export.model.evidence import Origin
from bulletin_export.model.nodes import Block, Heading, Text
from bulletin_export.readers.news_ml.content import inline_story
from bulletin_export.readers.news_ml.message import Message

_RULE = "news-ml-1"
_WITHHELD = ("canceled", "cancelled", "embargoed", "withheld")


def first_generation(root: Any, base: str = "") -> Message:
    """Return what the NewsML 1 document *root* holds; its tree is used up."""
    sent = timestamp(line(next(below(root, "dateandtime"), None)))
    items = [root] if root.tag == "newsitem" else [*below(root, "newsitem")]
    message = Message(_RULE, _name(next(below(root, "sentfrom"), None)))
    for item in items or [root]:
        message.stories.append(_story(item, base, sent))
    return message


def _story(item: Any, base: str, sent: Date | None) -> Story:
    story = _lines(item)
    management = child(item, "newsmanagement")
    dates = ("thisrevisioncreated", "firstcreated")
    found = [timestamp(line(child(management, name))) for name in dates]
    identifier = child(item, "identification", "newsidentifier")
    found += [sent, timestamp(line(child(identifier, "dateid")))]
    story.date = next(filter(None, found), None)
    _editors_remarks(story, item, management)
    _descriptions(story, item)
    story.origins = tuple(_origins(story))
    component = next(children(item, "newscomponent"), None)
    inside = _component_story(component, story.title, base) if component is not None else Story()
    return story.or_else(inside)


def _lines(item: Any) -> Story:
    """Return what the first ``NewsLines`` say, each line from the outermost that has it."""
    story = Story(language=_property(item, "language", "FormalName"))
    story.language = story.language or language(item)
    story.title = _first(item, "headline")
    story.subtitle = _first(item, "subheadline")
    story.dateline = _first(item, "dateline")
    story.slugline = _first(item, "slugline")
    story.rights = " ".join(
        dict.fromkeys(filter(None, (_first(item, "copyrightline"), _first(item, "rightsline"))))
    )
    story.contributors = people(_first(item, "byline"))
    story.subjects = tuple(dict.fromkeys(filter(None, map(line, below(item, "keywordline")))))
    return story


def _first(item: Any, name: str) -> str:
    return next(filter(None, map(line, below(item, name))), "")


def _property(item: Any, name: str, attribute: str) -> str:
    return next(filter(None, (value(one, attribute.lower()) for one in below(item, name))), "")


def _name(party: Any) -> str:
    """Return the name in a ``Party`` inside *party*: an attribute, or words."""
    if party is None:
        return ""
    inner = next(below(party, "party"), None)
    return value(inner, "formalname") or line(party)


def _descriptions(story: Story, item: Any) -> None:
    """Add what ``AdministrativeMetadata`` and ``DescriptiveMetadata`` say."""
    credit = _first(item, "creditline")
    provider = _name(next(below(item, "provider"), None))
    source = _name(next(below(item, "source"), None))
    identifier = _first(item, "providerid")
    story.publisher = provider
    story.source = credit or source or provider or identifier
    product = next(below(item, "newsproduct", "newsservice"), None)
    story.section = value(product, "formalname")
    abstract = next(below(item, "abstract"), None)
    story.summary = words(abstract)


def _editors_remarks(story: Story, item: Any, management: Any) -> None:
    for one in below(item, "newsline"):
        kind = value(child(one, "newslinetype"), "formalname").lower()
        text = " ".join(filter(None, map(words, children(one, "newslinetext"))))
        if text and ("advisory" in kind or "note" in kind):
            story.remark("editors-note", note=text)
        elif text and "subhead" in kind:
            story.subtitle = story.subtitle or text
        elif text and "product" not in kind:
            story.subjects = (*story.subjects, text)
    status = value(child(management, "status"), "formalname").lower()
    if status in _WITHHELD:
        until = line(next(below(item, "statuswillchange"), None))
        story.remark("not-for-release", Severity.WARNING, status=status, until=until or "-")


def _origins(story: Story) -> Iterator[Origin]:
    places = {
        "title": "HeadLine", "subtitle": "SubHeadLine", "date": "NewsManagement",
        "source": "Provider", "contributors": "ByLine", "rights": "CopyrightLine",
    }  # fmt: skip
    for field, place in places.items():
        if getattr(story, field):
            yield Origin("author" if field == "contributors" else field, _RULE, place)


def _component_story(component: Any, title: str, base: str) -> Story:
    """Return what *component* and all inside it show, in document order."""
    return Story.joined(
        _pictures(one, base) if is_picture else _text(one, title, base)
        for one, is_picture in _parts(component)
    )


def _parts(component: Any) -> Iterator[tuple[Any, bool]]:
    """Yield the components with content of their own, and whether it is a picture.

    Of equivalents, the same thing said in several forms, only the first is taken; a
    component of pictures and their caption is taken as one.
    """
    waiting = [component]
    while waiting:
        one = waiting.pop()
        inner = [*children(one, "newscomponent")]
        if _is_picture(one):
            yield one, True
            continue
        if any(_is_text(item) for item in children(one, "contentitem")):
            yield one, False
        equals = value(one, "equivalentslist").lower() == "yes"
        if equals and inner:
            inner = [min(inner, key=lambda each: not _holds_text(each))]
        waiting.extend(reversed(inner))


def _kind(item: Any) -> str:
    parts = (value(child(item, name), "formalname") for name in ("mediatype", "format", "mimetype"))
    return " ".join(parts).lower()


def _is_text(item: Any) -> bool:
    return child(item, "datacontent") is not None and not value(item, "href")


def _holds_text(component: Any) -> bool:
    return any(_is_text(item) for item in below(component, "contentitem"))


def _is_picture(component: Any) -> bool:
    """Whether *component* is a picture, with or without renditions and caption below it."""
    items = [*below(component, "contentitem")]
    linked = [one for one in items if value(one, "href")]
    if not linked:
        return False
    spoken = [one for one in items if _is_text(one)]
    captions = [one for one in spoken if "caption" in _roles(one, component)]
    return len(spoken) == len(captions)


def _roles(item: Any, top: Any) -> str:
    """Return the roles of the components from *item* up to *top*, in one line."""
    roles = []
    while item is not None and item is not top:
        item = item.getparent()
        roles.append(value(child(item, "role"), "formalname").lower())
    return " ".join(roles)


def _text(component: Any, title: str, base: str) -> Story:
    """Return what the text of *component* shows, below its own headline if it has another."""
    own = line(child(component, "newslines", "headline"))
    offered = [one for one in children(component, "contentitem") if _is_text(one)]
    if value(component, "equivalentslist").lower() == "yes":
        offered = offered[:1]
    story = Story.joined(inline_story(child(one, "datacontent"), base) for one in offered)
    if own and title and own != title and story.blocks:
        story.blocks = (Heading(2, (Text(own),)), *story.blocks)
    return story


def _pictures(component: Any, base: str) -> Story:
    """Return the figure of *component*: its best rendition, with caption and credit."""
    linked = [one for one in below(component, "contentitem") if value(one, "href")]
    offered = [
        Rendition(
            value(one, "href"),
            _kind(one) if _kind(one).strip() else "",
            _roles(one, component),
            number(_width(one)),
        )
        for one in linked
    ]
    spoken = [one for one in below(component, "contentitem") if _is_text(one)]
    captions = [words(child(one, "datacontent")) for one in spoken]
    captions = captions or [_first(component, "headline")]
    root = etree.Element("div")
    root.append(figure(best(offered), [*captions, _first(component, "creditline")]))
    blocks: tuple[Block, ...]
    blocks, remarks = blocks_of_element(root, base=base)
    return Story(blocks=blocks, remarks=remarks)


def _width(item: Any) -> str:
    for one in below(item, "property"):
        if value(one, "formalname").lower() == "width":
            return value(one, "value")
    return ""
