"""One piece of writing, and what is known about it."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from bulletin_export.model.evidence import Evidence
from bulletin_export.model.media import MediaItem
from bulletin_export.model.nodes import Block
from bulletin_export.model.notice import Notice


class ContributorRole(StrEnum):
    """What somebody did for the article (MARC relators: aut, edt, pht, trl)."""

    AUTHOR = "author"
    CORRESPONDENT = "correspondent"
    EDITOR = "editor"
    PHOTOGRAPHER = "photographer"
    TRANSLATOR = "translator"


class Contributor(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A person or body, and what it did."""

    name: str
    role: ContributorRole = ContributorRole.AUTHOR


class Date(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A date as precise as it was printed.

    ``value`` is ISO 8601 (``2020-02-06``, ``2020-02-06T17:30``, with the offset if
    one was printed); ``printed`` is what stood on the page.
    """

    value: str
    printed: str = ""


class Headline(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """引题, 主题 and 副题; blanks inside are hints where a line may break."""

    title: str
    kicker: str = ""
    subtitle: str = ""


class Metadata(
    msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True
):
    """What is known about an article; names follow Dublin Core where it has one."""

    #: Whose text it is (来源): a paper, an agency, an office.
    source: str = ""
    #: The site the page was found on.
    publisher: str = ""
    date: Date | None = None
    contributors: tuple[Contributor, ...] = ()
    #: Where the page lives.
    address: str = ""
    #: BCP 47.
    language: str = "zh-CN"
    #: The column of the site it stood in.
    section: str = ""
    description: str = ""
    subjects: tuple[str, ...] = ()
    rights: str = ""
    #: 浏览量 as printed on the page.
    views: int | None = None
    #: Whether this is a summary of what stands at ``address``, as some feeds give.
    is_summary: bool = False
    #: Address of the next page of the same article.
    next_page: str = ""

    def names(self, *roles: ContributorRole) -> tuple[str, ...]:
        """The names of all who contributed in one of *roles*."""
        return tuple(one.name for one in self.contributors if one.role in roles)


class Article(
    msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True
):
    """One piece of writing, free of any file format."""

    headline: Headline
    blocks: tuple[Block, ...] = ()
    metadata: Metadata = Metadata()
    media: tuple[MediaItem, ...] = ()
    evidence: Evidence = Evidence()
    #: Who sent it in, or what it was taken from, as printed below it: （县水利局供稿）.
    credits: tuple[str, ...] = ()
    #: What it says around its text, if it is an official document.
    notice: Notice | None = None
