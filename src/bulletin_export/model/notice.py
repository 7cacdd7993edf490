"""What an official document (公文) says around its text, or a bulletin (简报) around its articles.

GB/T 9704-2012, clause 7.
"""

from __future__ import annotations

from enum import StrEnum

import msgspec

from bulletin_export.model.nodes import Block


class NoticeForm(StrEnum):
    """Which form of document it is (GB/T 9704-2012, 7 and 10)."""

    #: 文件, the common form.
    DOCUMENT = "document"
    #: 信函格式 (10.1).
    LETTER = "letter"
    #: 命令（令）格式 (10.2).
    ORDER = "order"
    #: 纪要格式 (10.3).
    MINUTES = "minutes"
    #: 简报: 报头 and 报尾 of a bulletin of many articles (no national standard).
    BRIEFING = "briefing"


class Annex(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """附件: a text that goes out with the document, on pages of its own (7.3.7)."""

    title: str
    blocks: tuple[Block, ...] = ()


class Notice(
    msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True
):
    """版头, the ends of the 主体, and 版记; an empty field prints nothing.

    Marks that the standard puts around a fact (``★``, ``签发人：``, ``附件：``, brackets,
    the last colon or full stop) are printed, not stored.
    """

    form: NoticeForm = NoticeForm.DOCUMENT
    #: 份号: six digits.
    copy_number: str = ""
    #: 密级 (绝密, 机密, 秘密) and 保密期限 (1年).
    security: str = ""
    secrecy_period: str = ""
    #: 紧急程度: 特急, 加急.
    urgency: str = ""
    #: 发文机关标志: the organs, the host first; and the word behind them (文件, 令, 纪要).
    issuers: tuple[str, ...] = ()
    mark: str = ""
    #: 发文字号: 国办发〔2020〕1号.
    document_number: str = ""
    #: 签发人, in documents to a higher organ.
    signers: tuple[str, ...] = ()
    #: 主送机关, as one line with its own marks.
    addressees: str = ""
    #: 附件说明: names of what is annexed, here or elsewhere.
    attachments: tuple[str, ...] = ()
    #: 发文机关署名.
    organs: tuple[str, ...] = ()
    #: 成文日期, ISO 8601.
    date: str = ""
    #: 加盖印章: room is left for the seal, and the names stand where it goes.
    is_sealed: bool = True
    #: 附注, without its brackets.
    annotation: str = ""
    #: 出席, 请假 and 列席 of 纪要.
    present: str = ""
    absent: str = ""
    observers: str = ""
    annexes: tuple[Annex, ...] = ()
    #: 抄送机关, as one line with its own marks.
    copies_to: str = ""
    #: 印发机关 and 印发日期 (ISO 8601).
    printed_by: str = ""
    printed_on: str = ""
    #: Of 简报: what stands where others are classified (内部资料 注意保存), 编印单位, 报, 送 and 发
    #: as lines with their own marks, the editors, and how many copies are printed.
    remark: str = ""
    publisher: str = ""
    reported_to: str = ""
    sent_to: str = ""
    distributed_to: str = ""
    editors: str = ""
    copies: int = 0
