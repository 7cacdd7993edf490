"""Chinese marks in a line: their boxes beside each other and at its ends (typography, 3.5)."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from bulletin_export.fonts.book import FontFace
from bulletin_export.styling.template import Composition
from bulletin_export.typesetting.classes import (
    AMBIGUOUS,
    CODES,
    CURRENCY,
    HAN_CODE,
    KINDS,
    OPENING,
    TWO_EM_DASH,
    Kind,
    prohibitions,
)
from bulletin_export.typesetting.context import is_chinese, pairs_up
from bulletin_export.typesetting.draft import Draft
from bulletin_export.typesetting.measured import (
    AVOIDED,
    BOUND,
    RIGID,
    Elastic,
    Ending,
    Rank,
)
from bulletin_export.typesetting.pieces import FaceRun, Special
from bulletin_export.typesetting.widths import (
    Box,
    advances,
    boxes,
    dash_is_continuous,
    dash_overlap,
)

_RANKS = {**dict.fromkeys("，、；：", Rank.COMMA), **dict.fromkeys("。．？！", Rank.FULL_STOP)}
_MARKED = (Kind.OPEN, Kind.CLOSE, Kind.STOP)
_CONNECTING = (Kind.CONNECTOR, Kind.SOLIDUS)
#: Marks that need more than a look at their neighbours.
_UNSETTLED = frozenset(AMBIGUOUS) | CURRENCY | frozenset("？！")
_PAIRED = "2"


class Setting(NamedTuple):
    """How a mark is set among its neighbours, in points."""

    binds_left: bool
    binds_right: bool
    width: float
    offset: float
    advance: float
    is_plain: bool
    #: Where ``elastic`` gives: 0 before the mark, 1 after it.
    side: int = 1
    elastic: Elastic | None = None
    heading: float | None = None
    ending: Ending | None = None


class Settings(dict[str, Setting]):
    """Settings of marks in one face at one size, by the codes of their neighbours."""

    def __init__(self, face: FontFace, size: float, composition: Composition) -> None:
        super().__init__()
        self._boxes = boxes(face, size, composition.region)
        self._composition = composition
        self._rules = prohibitions(composition.level, composition.region)
        #: What keeps its blank inside a line: the full stop in Japan (JLREQ, table 5).
        self._kept = (Rank.FULL_STOP,) if composition.region == "JP" else ()

    def __missing__(self, key: str) -> Setting:
        before, mark, after, paired = key[0], key[1], key[2], key[3:] == _PAIRED
        setting = self[key] = self._setting(before, mark, after, paired)
        return setting

    def _setting(self, before: str, mark: str, after: str, paired: bool) -> Setting:
        box, rules = self._boxes[mark], self._rules
        free = Setting(
            mark in rules.no_start, mark in rules.no_end,
            box.width, box.offset, box.advance,
            is_plain=box.width == box.advance and not box.offset,
        )  # fmt: skip
        if mark not in rules.squeezable:
            return free
        if box.kind is Kind.OPEN:
            taken = box.blank if before == "\u3000" or before in OPENING else 0.0
            trims = self._composition.trim_start != "none"
            heading = (box.blank if trims else 0.0) - taken
            free = free._replace(side=0, offset=box.offset - taken, heading=heading)
        else:
            beside = KINDS[after] in _MARKED or after == "\u3000"
            taken = box.blank if beside or paired else 0.0
            ending = self._ending(box, taken, taken if paired else 0.0, before == HAN_CODE)
            free = free._replace(ending=ending)
        rank, left = _RANKS.get(mark, Rank.BRACKET), box.blank - taken
        if rank is Rank.FULL_STOP and not self._composition.squeeze_full_stops:
            left = 0.0
        return free._replace(
            width=box.width - taken,
            is_plain=free.is_plain and not taken,
            elastic=Elastic(rank, left) if left and rank not in self._kept else None,
        )

    def _ending(self, box: Box, taken: float, paired: float, is_alone: bool) -> Ending:
        """Return what the mark does at the end of a line (T45, T47)."""
        match self._composition.trim_end:
            case "full":
                return Ending(paired - taken)
            case "allow":
                return Ending(paired - taken, box.blank - paired)
            case "hang" if is_alone and box.kind is Kind.STOP:
                return Ending(box.width - taken, hangs=True)
            case _:
                return Ending(box.blank - taken)


@lru_cache(maxsize=256)
def settings(face: FontFace, size: float, composition: Composition) -> Settings:
    """Return the settings of marks in *face* (hashable) at *size* points."""
    return Settings(face, size, composition)


def set_mark(draft: Draft, index: int, known: Settings) -> None:
    """Set the mark at *index*, by the *known* settings of the face it stands in."""
    text = draft.text
    mark = text[index]
    before = CODES[text[index - 1]] if index else " "
    after = CODES[text[index + 1]] if index + 1 < len(text) else " "
    if mark not in _UNSETTLED:
        _apply(draft, index, known[before + mark + after])
    elif mark in "？！":
        paired = _PAIRED if pairs_up(text, index) else ""
        _apply(draft, index, known[before + mark + after + paired])
    elif mark in CURRENCY:
        _apply(draft, index, known[before + mark + after])
        if text[index + 1 : index + 2].isdigit() and draft.rules.no_end:
            draft.glue[index + 1] = BOUND
    elif before == HAN_CODE or after == HAN_CODE or is_chinese(text, index):
        run = draft.run_at(index)
        chosen = draft.set_in(run, index, index + 1, "中")
        if chosen is not run:
            known = settings(chosen.face, chosen.size, draft.composition)
        _apply(draft, index, known[before + mark + after])
    else:
        _set_western(draft, index)


def _apply(draft: Draft, index: int, setting: Setting) -> None:
    left, right, width, offset, advance, is_plain, side, elastic, heading, ending = setting
    if left:
        draft.glue[index] = BOUND
    if right:
        draft.glue[index + 1] = BOUND
    if elastic is not None:
        draft.elastic_index.append(index + side)
        draft.elastic.append(elastic)
    if ending is not None:
        draft.endings[index] = ending
    elif heading is not None:
        draft.headings[index] = heading
    elif KINDS[draft.text[index]] in _CONNECTING:
        draft.gaps[index] = draft.gaps[index + 1] = AVOIDED
    if is_plain:
        draft.widths[index] = width
    else:
        draft.place(index, width, offset, advance)


def _set_western(draft: Draft, index: int) -> None:
    """Set a quote or dash of a Western text as a part of its words."""
    text, rules = draft.text, draft.rules
    if text[index] in rules.no_start:
        draft.glue[index] = BOUND
    if text[index] in rules.no_end:
        draft.glue[index + 1] = BOUND
    draft.specials.append(Special(index, index + 1, solid=True))
    run = draft.set_in(draft.run_at(index), index, index + 1, "a", solid=True)
    draft.widths[index] = advances(run.face, run.size)[text[index]]
    if index and KINDS[text[index - 1]] is Kind.WORD:
        draft.gaps[index] = RIGID
    if index + 1 < len(text) and KINDS[text[index + 1]] is Kind.WORD:
        draft.gaps[index + 1] = RIGID
        if text[index] == "–":
            draft.glue[index + 1] = BOUND


def set_solidus(draft: Draft, index: int) -> None:
    """Set a / that touches Han: half an em, at neither end of a line (T07)."""
    run = draft.run_at(index)
    if "/" in draft.rules.no_start:
        draft.glue[index] = draft.glue[index + 1] = BOUND
    draft.gaps[index] = draft.gaps[index + 1] = AVOIDED
    width, advance = run.size / 2, draft.widths[index]
    draft.place(index, width, (width - advance) / 2, advance)


def set_pair(draft: Draft, start: int, end: int) -> None:
    """Set —— or ……: 2 em, never split, never widened inside (T03, T04)."""
    text = draft.text
    dash = TWO_EM_DASH if text[start] == "—" else text[start]
    if dash in draft.rules.no_start:
        draft.glue[start] = BOUND
    draft.unit(start, end)
    if not is_chinese(text, start):
        return
    sizes = {draft.run_at(index).size for index in range(start, end)}
    # Strokes of different sizes cannot be one: each keeps its own box.
    step = 1 if len(sizes) > 1 else end - start
    for first in range(start, end, step):
        _set_strokes(draft, first, first + step)


def _set_strokes(draft: Draft, start: int, end: int) -> None:
    text = draft.text
    run = draft.set_in(draft.run_at(start), start, end, "中", solid=True)
    if text[start] == "—" and not dash_is_continuous(run.face):
        _join_dash(draft, start, end, run)
        return
    known = boxes(run.face, run.size)
    for index in range(start, end):
        box = known[text[index]]
        draft.place(index, box.width, box.offset, box.advance)


def _join_dash(draft: Draft, start: int, end: int, run: FaceRun) -> None:
    """Make a dash of a face whose — does not reach its neighbour.

    By U+2E3A if the face has it; else the strokes are moved until they meet.
    """
    count = end - start
    draft.widths[start:end] = [run.size] * count
    if count % 2 == 0 and run.face.has(TWO_EM_DASH):
        offset = boxes(run.face, run.size)[TWO_EM_DASH].offset
        for index in range(start, end, 2):
            draft.offsets[index] = offset
            dash = Special(index, index + 2, solid=True, face=run.face, glyphs=TWO_EM_DASH)
            draft.specials.append(dash)
        return
    overlap = dash_overlap(run.face, run.size, count)
    advance = advances(run.face, run.size)["—"]
    left, right = run.face.ink("—")
    step = advance - overlap
    # The ink of all strokes stands in the middle of their ems.
    margin = (count * run.size - (count - 1) * step - (left + right) * run.size) / 2
    for index in range(start, end):
        offset = margin + (index - start) * (step - run.size)
        draft.offsets[index] = offset
        draft.shifts[index] = -overlap
    draft.shifts[start] = margin
    draft.shifts[end] = count * run.size - margin - (count - 1) * step - advance
