"""NewsML-G2: newsMessage, newsItem and packageItem into stories (IPTC NewsML-G2 2.x)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bulletin_export.diagnostics import Diagnostic, Severity
from bulletin_export.extraction.news.elements import below, child, line, value
from bulletin_export.extraction.news.story import Story
from bulletin_export.extraction.news.timestamps import timestamp
from bulletin_export.model.article import Date
from bulletin_export.readers.news_ml.content import content
from bulletin_export.readers.news_ml.facts import item_story
from bulletin_export.readers.news_ml.message import Message
from bulletin_export.readers.news_ml.packages import contents_list

#: Items that are knowledge about the world, or plans, and no writing.
_OTHER_ITEMS = {
    name.lower(): name
    for name in ("conceptItem", "knowledgeItem", "planningItem", "catalogItem", "configItem")
}


def second_generation(root: Any, base: str = "") -> Message:
    """Return what the G2 document *root* holds; its tree is used up."""
    message = Message("news-ml-g2", _sender(root))
    sent = _sent(root)
    packages = []
    for item in _items(root):
        if item.tag == "packageitem":
            packages.append(item)
        elif item.tag == "newsitem":
            message.stories.append(_story(item, base, sent))
        elif item.tag in _OTHER_ITEMS:  # Else it stood inside another, and went into its text.
            facts: dict[str, str | int] = {
                "kind": _OTHER_ITEMS[item.tag],
                "name": value(item, "guid"),
            }
            message.remarks.append(
                Diagnostic(code="item-without-text", severity=Severity.INFO, facts=facts)
            )
    for package in packages:
        _package(message, package, base, sent)
    return message


def _items(root: Any) -> Iterator[Any]:
    """Yield the items in *root*, which may be one itself."""
    names = ("newsitem", "packageitem", *_OTHER_ITEMS)
    if root.tag in names:
        yield root
    else:
        yield from [*below(root, *names)]


def _story(item: Any, base: str, sent: Date | None) -> Story:
    """Return what the metadata of *item* say, their gaps filled by its content."""
    known = item_story(item)
    story = known.or_else(content(item, known, base))
    story.date = story.date or sent
    return story


def _package(message: Message, package: Any, base: str, sent: Date | None) -> None:
    story = item_story(package)
    story.date = story.date or sent
    blocks = contents_list(package, base)
    if message.stories or not blocks:
        message.packages.append(story.entry())
        return
    # Alone, it is all that there is to show: the headline and the list of what it names.
    story.blocks = blocks
    message.stories.append(story)


def _sender(root: Any) -> str:
    header = child(root, "header")
    return line(child(header, "sender")) or line(child(header, "origin"))


def _sent(root: Any) -> Date | None:
    return timestamp(line(child(root, "header", "sent")))
