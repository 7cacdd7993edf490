"""The words that a notice (公文) puts around its text, in reading order, for all writers.

GB/T 9704-2012: 版头 (7.2), the ends of the 主体 (7.3), 版记 (7.4).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from bulletin_export.model.nodes import Block
from bulletin_export.model.notice import Annex, Notice, NoticeForm
from bulletin_export.patterns import lazy_pattern
from bulletin_export.styling.template import Role

_DAY = lazy_pattern(r"(\d{4})-(\d{2})-(\d{2})")
#: The word behind the organs, where the notice says no other.
_MARKS = {NoticeForm.DOCUMENT: "文件", NoticeForm.ORDER: "令", NoticeForm.MINUTES: "纪要"}
#: U+3000 between the names of several.
BETWEEN = "\u3000"
SIGNERS, ATTACHMENTS, COPIES, PRINTED = "签发人：", "附件：", "抄送：", "印发"
REPORTED, SENT, DISTRIBUTED = "报：", "送：", "发："


class Said(NamedTuple):
    """A paragraph of the document's own, in the look of *role*."""

    role: Role
    text: str


def day(value: str) -> str:
    """Return the ISO 8601 *value* as documents print it: 2020年2月6日 (7.3.5.4)."""
    match = _DAY.fullmatch(value)
    return f"{match[1]}年{int(match[2])}月{int(match[3])}日" if match else value


def mark(notice: Notice) -> str:
    """Return the word that stands behind the organs in red: 文件, 令, 纪要, or nothing."""
    return notice.mark or _MARKS.get(notice.form, "")


def security(notice: Notice) -> str:
    """Return 密级 and 保密期限: ``机密★1年`` (7.2.2)."""
    return "★".join(filter(None, (notice.security, notice.secrecy_period)))


def above(notice: Notice) -> Iterator[Said]:
    """Yield 份号, 密级, 紧急程度, 发文机关标志, 发文字号 and 签发人 (7.2), those it has.

    Of 简报: 密级 or what stands there, 份号, name, 期号, 编印单位 and date.
    """
    if notice.form is NoticeForm.BRIEFING:
        yield from _said(Role.SECURITY, security(notice), notice.remark)
        yield from _said(Role.COPY_NUMBER, notice.copy_number)
        yield from _said(Role.ISSUER, *notice.issuers)
        yield from _said(Role.DOCUMENT_NUMBER, notice.document_number)
        yield from _said(Role.DOCUMENT_NUMBER, notice.publisher, day(notice.date))
        return
    yield from _said(Role.COPY_NUMBER, notice.copy_number)
    yield from _said(Role.SECURITY, security(notice), notice.urgency)
    if notice.issuers:
        *first, last = notice.issuers
        joint = bool(first)
        yield from _said(Role.ISSUER, *first, last if joint else last + mark(notice))
        yield from _said(Role.ISSUER, mark(notice) if joint else "")
    yield from _said(Role.DOCUMENT_NUMBER, notice.document_number)
    if notice.signers:
        yield Said(Role.SIGNER, SIGNERS + BETWEEN.join(notice.signers))


def addressees(notice: Notice) -> str:
    """Return 主送机关 with the colon behind it (7.3.2)."""
    return _ended(notice.addressees, "：")


def attachments(notice: Notice) -> Iterator[tuple[str, str]]:
    """Yield number and name of what 附件说明 lists; one alone has no number (7.3.4)."""
    many = len(notice.attachments) > 1
    for number, name in enumerate(notice.attachments, 1):
        yield f"{number}." if many else "", name


def attendance(notice: Notice) -> Iterator[tuple[str, str]]:
    """Yield label and names of 出席, 请假 and 列席 (10.3)."""
    groups = (("出席：", notice.present), ("请假：", notice.absent), ("列席：", notice.observers))
    return ((label, names) for label, names in groups if names)


def annex_mark(index: int, notice: Notice) -> str:
    """Return what heads annex *index*, from 0 on: 附件1, or 附件 where it is the only one."""
    return f"附件{index + 1}" if len(notice.annexes) > 1 else "附件"


def annotation(notice: Notice) -> str:
    """Return 附注 in its brackets (7.3.6)."""
    return f"（{notice.annotation}）" if notice.annotation else ""


def recipients(notice: Notice) -> Iterator[tuple[str, str]]:
    """Yield label and names of 抄送机关 (7.4.2), of 报, 送 and 发, with their full stops."""
    groups = (
        (REPORTED, notice.reported_to),
        (SENT, notice.sent_to),
        (DISTRIBUTED, notice.distributed_to),
        (COPIES, notice.copies_to),
    )
    return ((label, _ended(names, "。")) for label, names in groups if names)


def printed(notice: Notice) -> tuple[str, str]:
    """Return what stands left and right in the last line: 印发机关, and the day (7.4.3).

    Of 简报: the editors, and the number of copies.
    """
    if notice.form is NoticeForm.BRIEFING:
        copies = f"（共印{notice.copies}份）" if notice.copies else ""
        return notice.editors, copies
    return notice.printed_by, day(notice.printed_on) + PRINTED if notice.printed_on else ""


def below(notice: Notice) -> Iterator[Said | tuple[Block, ...]]:
    """Yield what follows the text: 附件说明 to 附注, the annexes with their blocks, 版记."""
    for index, (number, name) in enumerate(attachments(notice)):
        yield Said(Role.ATTACHMENTS, ("" if index else ATTACHMENTS) + number + name)
    for label, names in attendance(notice):
        yield Said(Role.ATTENDANCE, label + names)
    yield from _said(Role.SIGNATURE, *notice.organs, day(notice.date))
    yield from _said(Role.ANNOTATION, annotation(notice))
    for index, annex in enumerate(notice.annexes):
        yield from annexed(index, annex, notice)
    yield from imprint(notice)


def imprint(notice: Notice) -> Iterator[Said]:
    """Yield the lines of 版记, or 报尾."""
    yield from _said(Role.IMPRINT, *(label + names for label, names in recipients(notice)))
    yield from _said(Role.IMPRINT, *printed(notice))


def annexed(index: int, annex: Annex, notice: Notice) -> Iterator[Said | tuple[Block, ...]]:
    """Yield the mark, the title and the blocks of *annex*."""
    yield Said(Role.ANNEX_MARK, annex_mark(index, notice))
    yield from _said(Role.ANNEX_TITLE, annex.title)
    yield annex.blocks


def _said(role: Role, *texts: str) -> Iterator[Said]:
    return (Said(role, text) for text in texts if text)


def _ended(text: str, end: str) -> str:
    return text if not text or text.endswith(end) else text.rstrip("：。:.") + end
