"""Blocks that belong to the page and not to the article, cut off at both ends."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import takewhile

import msgspec

from bulletin_export.extraction.body.furniture import (
    LISTS,
    Worded,
    credit_label,
    is_buttons,
    is_embedded,
    is_end,
    is_head,
    is_icons,
    is_info_block,
    is_lone_link,
    is_menu,
    is_notice,
    is_pager,
    is_promotion,
    is_signed,
    is_weak_end,
)
from bulletin_export.extraction.metadata.other_dates import tells_event
from bulletin_export.extraction.metadata.titles import folded
from bulletin_export.model.nodes import Block, Figure, Paragraph, Table, ThematicBreak

_TITLE_REACH = 12
_EDGE = 4
#: Running text below an end that is too much to be furniture, when less stands above.
_THIN = 1200
_ENOUGH = 100
#: So often the same label, and it is no credit but somebody who speaks.
_SPEAKER = 3
_LONGEST_HEADLINE = 45
_SENTENCE_ENDS = ("。", "！", "？", "；", "：", "，")


class Trimmed(msgspec.Struct, frozen=True):
    """The blocks of the article, the credits among the rest, and the texts that went, in order.

    Each of ``left_out`` comes with the index of the block of the article before which it stood.
    """

    blocks: tuple[Block, ...]
    credits: tuple[str, ...] = ()
    left_out: tuple[tuple[int, str], ...] = ()


def trimmed(blocks: Sequence[Block], title: str, *, whole_page: bool) -> Trimmed:
    """Return *blocks* without what stands above and below the article.

    With *whole_page* the blocks are all of the page, and menus have to go as well.
    """
    every = [Worded.of(block) for block in blocks]
    boxes = _boxes(every)
    likely = [
        n
        for n, one in enumerate(every)
        if n not in boxes and not _is_scrap(one, whole_page=whole_page)
    ]
    kept = [every[n] for n in likely]
    start = _start(kept, title, whole_page=whole_page)
    end = start + _end(kept[start:], title)
    speakers = _speakers(kept[start:end])
    body = [likely[n] for n in range(start, end) if not _is_credit(kept, n, start, end, speakers)]
    credits_ = tuple(
        one.text
        for one in every[-40:]
        if isinstance(one.block, Paragraph) and credit_label(one.text)
    )
    left = () if whole_page else _left_out(every, body, title)
    return Trimmed(tuple(every[n].block for n in body), credits_, left)


def _is_scrap(one: Worded, *, whole_page: bool) -> bool:
    """Whether a block is no part of any article, wherever it stands."""
    is_line = isinstance(one.block, (Paragraph, *LISTS))
    if is_icons(one.text) or (is_line and (is_pager(one.text) or is_buttons(one.text))):
        return True
    return whole_page and is_menu(one)


def _left_out(every: list[Worded], body: list[int], title: str) -> tuple[tuple[int, str], ...]:
    """Return the texts that are not in the *body*; the title and its line have been read."""
    taken, before, left = set(body), 0, []
    for index, one in enumerate(every):
        if index in taken:
            before += 1
        elif one.text and folded(one.text) != folded(title):
            left.append((before, one.text))
    return tuple(left)


def _start(blocks: list[Worded], title: str, *, whole_page: bool) -> int:
    """Return the index of the first block of the body."""
    start = _after_title(blocks, title, len(blocks) if whole_page else _TITLE_REACH)
    info = _after_info(blocks, start, 40 if whole_page and not start else 6)
    start = max(start, info)
    while start < len(blocks) and is_head(blocks[start]) and not _is_event(blocks, start):
        if start + 1 == len(blocks) or _is_signature(blocks, start):
            break
        start += 1
    return start


def _is_signature(blocks: list[Worded], index: int) -> bool:
    """Whether the line at *index* closes a notice rather than standing above one."""
    return is_info_block(blocks[index]) and not any(one.text for one in blocks[index + 1 :])


def _is_event(blocks: list[Worded], index: int) -> bool:
    """Whether the line at *index* tells the time of a meeting and the next one its place."""
    return tells_event(blocks[index].text, *(one.text for one in blocks[index + 1 : index + 2]))


def _after_title(blocks: list[Worded], title: str, reach: int) -> int:
    """Return the index after the block, or the blocks, that print *title* again."""
    wanted = folded(title)
    for first in range(min(reach, len(blocks))) if wanted else ():
        printed = ""
        for last in range(first, min(first + 4, len(blocks))):
            if len(blocks[last].text) > 2 * len(title) + 8:
                break
            printed += folded(blocks[last].text)
            if printed == wanted:
                return last + 1
            if not printed or not wanted.startswith(printed):
                break
    return 0


def _after_info(blocks: list[Worded], start: int, reach: int) -> int:
    """Return the index after the info line that follows *start*, or 0.

    Only short lines may stand between; a sentence belongs to the body already. What
    stands below most of the text is a signature and no info line.
    """
    after = 0
    for index in range(start, min(start + reach, len(blocks))):
        if _is_event(blocks, index):
            break
        if is_info_block(blocks[index]):
            after = index + 1
        elif (
            len(blocks[index].text) > 60
            or blocks[index].text.endswith(("。", "！", "？", "："))
            or isinstance(blocks[index].block, Figure | Table)
            or after
        ):
            break
    above = sum(len(one.text) for one in blocks[start : after - 1]) if after else 0
    below = sum(len(one.text) for one in blocks[after:])
    has_pictures = any(isinstance(one.block, Figure | Table) for one in blocks[after:])
    return after if below > above or has_pictures else 0


def _end(blocks: list[Worded], title: str) -> int:
    """Return the index after the last block of the body."""
    before, after = 0, sum(one.running for one in blocks)
    notices = _first_notice(blocks, title)
    has_content = has_told = False
    for index, one in enumerate(blocks):
        is_now_notice = is_notice(one.text)
        is_notices = has_told and is_now_notice and index >= notices
        if has_content and (is_notices or _is_end(one, before, after)):
            return _without_tail(blocks, index)
        before += one.running
        after -= one.running
        has_content = has_content or bool(one.text) or isinstance(one.block, Figure)
        has_told = has_content and not is_now_notice
    return _without_tail(blocks, len(blocks))


def _first_notice(blocks: list[Worded], title: str) -> int:
    """Return the index from which on all prose is about rights and blame."""
    if "声明" in title or "聲明" in title:
        return len(blocks)
    told = (n for n, one in enumerate(blocks) if one.running and not is_notice(one.text))
    return max(told, default=-1) + 1


def _without_tail(blocks: list[Worded], end: int) -> int:
    while end > 1 and _is_tail(blocks[end - 1]):
        end -= 1
    return end


def _is_tail(one: Worded) -> bool:
    is_rule = isinstance(one.block, ThematicBreak)
    return is_rule or is_menu(one) or is_lone_link(one) or is_promotion(one)


def _is_end(one: Worded, before: int, after: int) -> bool:
    """Whether the block *one* begins what follows below the article.

    *before* and *after* are the characters of prose above and below it.
    """
    if isinstance(one.block, Table):
        return False
    lines = one.text.split("\n", 3)[: 3 if isinstance(one.block, LISTS) else 1]
    if any(map(is_end, lines)):
        return before * 2 >= after or after < _THIN
    if is_signed(one.text):
        return before * 2 >= after
    return before > after and is_weak_end(one.text)


def _boxes(blocks: list[Worded]) -> frozenset[int]:
    """Return the places of boxes of links that stand in the middle of the article."""
    found: list[int] = []
    for index, one in enumerate(blocks):
        if not is_embedded(one.text) or one.running:
            continue
        end = index + 1
        while end < len(blocks) and _is_headline(blocks[end]):
            end += 1
        if (end > index + 1 or one.linked) and _goes_on(blocks[end:]):
            found.extend(range(index, end))
    return frozenset(found)


def _is_headline(one: Worded) -> bool:
    if isinstance(one.block, Figure | Table) or one.running or not one.text:
        return False
    is_short = len(one.text) < _LONGEST_HEADLINE and not one.text.endswith(_SENTENCE_ENDS)
    return one.linked * 2 > len(one.text) or (is_short and not is_embedded(one.text))


def _goes_on(blocks: list[Worded]) -> bool:
    """Whether *blocks* begin with prose, and not with the summaries of other articles."""
    prose = list(takewhile(lambda one: not one.linked and not is_end(one.text), blocks))
    running = [one.running for one in prose if one.running]
    return len(running) > 1 and sum(running) > _ENOUGH


def _speakers(blocks: list[Worded]) -> frozenset[str]:
    labels = Counter(one.text.partition("：")[0] for one in blocks if "：" in one.text[:8])
    return frozenset(label for label, count in labels.items() if count >= _SPEAKER)


def _is_credit(
    blocks: list[Worded], index: int, start: int, end: int, speakers: frozenset[str]
) -> bool:
    is_edge = index - start < _EDGE or index >= end - 2 * _EDGE
    one = blocks[index]
    if not is_edge or not isinstance(one.block, Paragraph):
        return False
    label = credit_label(one.text)
    return bool(label) and label not in speakers
