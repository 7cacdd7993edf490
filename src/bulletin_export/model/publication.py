"""Articles that leave together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

import msgspec
from msgspec.structs import force_setattr

from bulletin_export.model.article import Article
from bulletin_export.model.media import MediaBag
from bulletin_export.model.notice import Notice


class Section(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """Some articles under a common title; an empty title prints nothing."""

    #: A tuple, or something equal to one: `PackedArticles`, when they are many.
    articles: Sequence[Article]
    title: str = ""
    #: 1 and deeper; one that is deeper than its forerunner belongs to it.
    level: int = 1

    def __post_init__(self) -> None:
        if isinstance(self.articles, list):  # As they come from JSON.
            force_setattr(self, "articles", tuple(self.articles))


class Attachment(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A file that travels inside the publication: the page an article was made from.

    ``address`` is that of its article, if it has one.
    """

    name: str
    media_type: str
    data: bytes
    address: str = ""


class Publication(
    msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True
):
    """What one file holds: a single article, or many with contents."""

    sections: tuple[Section, ...]
    title: str = ""
    publisher: str = ""
    #: What it is one issue of, and which: a number (``128``) or words (``2020年第6期``).
    collection: str = ""
    issue: str = ""
    #: What it is called by machines, a URI, if it was given a name before: a book that grows.
    identifier: str = ""
    #: The number that each article, and each section, got when it came; empty while that is
    #: the order they stand in. A book that grows names its files after them.
    numbers: tuple[int, ...] = ()
    section_numbers: tuple[int, ...] = ()
    #: ISO 8601 date of issue.
    date: str = ""
    #: Seconds since 1970, UTC: the only time that gets into a file. Never the clock's.
    modified: int = 0
    #: BCP 47.
    language: str = "zh-CN"
    #: Print a list of contents (many articles), or not (one).
    has_contents: bool = False
    #: 报头 and 报尾 of a bulletin (简报): they stand around all articles, the title among them.
    notice: Notice | None = None
    #: Files that PDF takes along (PDF/A-3); other formats leave them.
    attachments: tuple[Attachment, ...] = ()

    def articles(self) -> Iterator[Article]:
        """Yield every article in reading order."""
        for section in self.sections:
            yield from section.articles

    def with_articles(self, articles: Iterable[Article]) -> Publication:
        """Return the same publication with as many other *articles*, in the same places."""
        others = iter(articles)
        sections = tuple(
            msgspec.structs.replace(one, articles=tuple(islice(others, len(one.articles))))
            for one in self.sections
        )
        return msgspec.structs.replace(self, sections=sections)

    def heads(self) -> Iterator[Article]:
        """Yield every article in reading order, as `heads` gives them."""
        for section in self.sections:
            yield from heads(section.articles)

    @property
    def count(self) -> int:
        """How many articles there are."""
        return sum(len(section.articles) for section in self.sections)

    @property
    def media(self) -> MediaBag:
        """The pictures of all articles, each once."""
        return MediaBag(item for article in self.heads() for item in article.media)


def heads(articles: Sequence[Article]) -> Sequence[Article]:
    """Return *articles* for those who need neither blocks nor evidence.

    Of `PackedArticles` these stand ready, the rest stays where it is.
    """
    ready: Sequence[Article] = getattr(articles, "heads", articles)
    return ready


def chosen(articles: Sequence[Article], numbers: Iterable[int]) -> Sequence[Article]:
    """Return of *articles* those with these *numbers*, in this order, packed if they were."""
    choose = getattr(articles, "chosen", None)
    return choose(numbers) if choose else tuple(articles[number] for number in numbers)
