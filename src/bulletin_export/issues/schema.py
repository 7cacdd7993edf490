"""The keys of an issue file (TOML 1.0), as data."""

from __future__ import annotations

from typing import Literal

import msgspec

#: The forms, and the template of each.
Form = Literal["briefing", "gongwen", "clipping", "newspaper", "report"]
TEMPLATES = {
    "briefing": "briefing",
    "gongwen": "gongwen",
    "clipping": "clipping",
    "newspaper": "newspaper",
    "report": "plain",
}
Order = Literal["hand", "date", "source", "section"]


class Facts(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``[issue]``: the publication, and which issue of it this is."""

    name: str
    #: 编印单位.
    publisher: str = ""
    #: A number, ``"next"`` for the next of the ledger, or words (2026年第6期).
    number: int | str = ""
    #: 总期数, or ``"next"``, which comes with the number.
    total: int | str = 0
    #: The last number and total from before the ledger gave them out.
    last_number: int = 0
    last_total: int = 0
    #: 增刊, numbered apart.
    special: bool = False
    #: ISO 8601, or as documents print it: 2026年11月24日.
    date: str = ""
    security: str = ""
    secrecy_period: str = ""
    #: 内部资料 注意保存.
    remark: str = ""
    copy_number: str = ""
    language: str = "zh-CN"


class Distribution(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``[distribution]``: 报, 送, 发, who edits, and how many copies are printed."""

    report: str = ""
    send: str = ""
    distribute: str = ""
    editors: str = ""
    contact: str = ""
    copies: int = 0


class Document(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``[document]``: what an official document says around its text (GB/T 9704-2012, 7)."""

    kind: Literal["document", "letter", "order", "minutes"] = "document"
    issuers: list[str] = []
    #: The word behind the organs: 文件, 令, 纪要.
    mark: str = ""
    number: str = ""
    copy_number: str = ""
    security: str = ""
    secrecy_period: str = ""
    urgency: str = ""
    signers: list[str] = []
    addressees: str = ""
    attachments: list[str] = []
    organs: list[str] = []
    date: str = ""
    sealed: bool = True
    annotation: str = ""
    present: str = ""
    absent: str = ""
    observers: str = ""
    copies_to: str = ""
    printed_by: str = ""
    printed_on: str = ""


class Item(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``[[item]]``: where some articles come from, and what is changed of them."""

    #: Paths, patterns and addresses of pages, feeds and books.
    origin: str | list[str] = msgspec.field(default="", name="from")
    #: Or the text itself: paragraphs apart by empty lines, ``## `` before a subhead.
    text: str = ""
    #: Of many articles: from this day on (ISO 8601), to this day, with one of these words, of
    #: this source, so many at most.
    since: str = ""
    until: str = ""
    keyword: str | list[str] = ""
    only_source: str = ""
    most: int = 0
    #: Instead of what the page says.
    title: str = ""
    kicker: str = ""
    subtitle: str = ""
    source: str = ""
    date: str = ""
    author: str = ""
    #: Blocks left out: their numbers, counted from 1, or words that stand in them.
    omit: list[int | str] = []
    #: So many characters at most, cut at the end of a sentence.
    excerpt: int = 0
    #: 按语, before the text.
    note: str = ""
    #: Who sent it in: （…供稿）.
    supplier: str = ""


class Part(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``[[section]]``: items under a title."""

    title: str = ""
    item: list[Item] = []


class Annexed(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``[[annex]]``: 附件, from a file or as text."""

    title: str
    origin: str = msgspec.field(default="", name="from")
    text: str = ""


class IssueFile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A whole issue file."""

    form: Form
    issue: Facts
    #: Another template than that of the form.
    template: str = ""
    #: 按语 before the first item.
    note: str = ""
    order: Order = "hand"
    #: The same story from several sources is printed once.
    dedupe: bool = True
    document: Document | None = None
    distribution: Distribution = Distribution()
    item: list[Item] = []
    section: list[Part] = []
    annex: list[Annexed] = []
