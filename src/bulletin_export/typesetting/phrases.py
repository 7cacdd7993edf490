"""Where a headline may be broken, and how well: phrases of Chinese (GB/T 9704-2012, 7.3.1).

BudouX's model tells where phrases begin; `headline_words` knows the words of bulletins;
what no line of a headline may tear or begin with stands here.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path

import msgspec

from bulletin_export.patterns import lazy_pattern
from bulletin_export.typesetting.classes import CLOSING, KINDS, OPENING, Kind
from bulletin_export.typesetting.headline_words import Part, headline_words

#: What a break costs at best, between two phrases, and inside of one.
GOOD, PLAIN, WEAK = 0.5, 2.0, 7.0
#: More than this tears a word; what costs as much as ``NEVER`` is done for want of all else.
TORN, NEVER = 12.0, 60.0
#: What it costs to break inside brackets, and inside a word that we know.
_INSIDE, _KNOWN = 9.0, 25.0
#: Score of the model from which a boundary is beyond doubt.
_CERTAIN = 4000
#: What it adds to begin a line with a word, and to end one with it.
_BEGINS = {
    Part.PARTICLE: NEVER, Part.LINK: NEVER, Part.OPENER: -2.5, Part.ADVERB: -1.0,
    Part.VERB: -1.0, Part.TAIL: 5.0, Part.DOCUMENT: 5.0,
}  # fmt: skip
_ENDS = {
    Part.LINK: 12.0, Part.OPENER: 12.0, Part.ADVERB: 6.0, Part.VERB: 2.0, Part.SPEECH: -3.0,
    Part.MODIFIER: 6.0,
}  # fmt: skip
_TRAILING_DE = 12.0
_AFTER = {**dict.fromkeys("，；：。！？", GOOD), **dict.fromkeys("、·／/", 3.0), "—": GOOD}
_SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡"
    "贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段"
    "雷钱汤尹黎易常武乔贺赖龚文"
)
_COUNTED = "年月日时分秒个项条届次家户人名亿万千百吨米元度号集期版天周岁类批种起例所座"
_OFFICES = "书记|主席|总理|省长|市长|部长|主任|局长|厅长|总统|首相|记者|同志"
_ACTS = "主持|会见|会谈|出席|强调|指出|调研|考察|讲话|同|在|赴|向|率|任|当选|致|抵|到"
#: Numbers with what they count, short titles and quotations with their heads.
_UNITS = lazy_pattern(
    rf"第?[\d.,%％]+[余多]?(?:[{_COUNTED}]|公里|周年)*"
    rf"|第?[一二三四五六七八九十百千万亿两零〇]+(?:[{_COUNTED}]|周年|中全会)+(?:\d+日)?"
    r"|[“《〈‘][^”》〉’]{1,8}[”》〉’](?:规划|时期|精神|行动|计划|工程|活动|期间)?"
)
#: Names of people between an office and an action.
_NAMES = lazy_pattern(
    rf"(?:{_OFFICES}|^|(?<=[\s、]))([{_SURNAMES}][\u4e00-\u9fff]{{1,2}})(?={_ACTS}|[、\s]|$)"
)


def break_costs(text: str, *, traditional: bool = False) -> list[float]:
    """Return what it costs to begin a line before each character of *text*, 0 first.

    Costs order breaks, no more: from `GOOD` over `PLAIN` to `TORN` and `NEVER`.
    """
    costs = [0.0, *(_cost(score) for score in scores(text, traditional=traditional))]
    for index, (before, after) in enumerate(pairwise(text), 1):
        known = _mark_cost(before, after)
        if known is not None:
            costs[index] = known
    _weigh_words(text, costs)
    for start, end in _unbroken(text):
        for index in range(start + 1, end):
            costs[index] = max(costs[index], _KNOWN)
    depth = 0
    for index, character in enumerate(text):
        depth -= character in CLOSING
        costs[index] += _INSIDE * max(depth, 0)
        depth += character in OPENING
    return costs


def scores(text: str, *, traditional: bool = False) -> Iterator[int]:
    """Yield BudouX's score for a phrase to begin before each character but the first."""
    features, base = _model("zh-hant" if traditional else "zh-hans")
    padded = f"\0\0{text}\0\0"
    for at in range(3, len(text) + 2):
        score = base
        for table, left, right in features:
            score += table.get(padded[at + left : at + right], 0)
        yield score


@cache
def _model(name: str) -> tuple[list[tuple[dict[str, int], int, int]], int]:
    """Return the tables of a model with the stretch that each looks at, and the base score."""
    # Its folder alone is looked for: to import the package costs seven milliseconds.
    spec = find_spec("budoux")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(name="budoux")
    data = Path(spec.origin).with_name("models") / f"{name}.json"
    tables = msgspec.json.decode(data.read_bytes(), type=dict[str, dict[str, int]])
    features = [(table, *_stretch(kind)) for kind, table in tables.items()]
    # The published scores are halved against the sum of all weights.
    return features, -sum(sum(table.values()) for table in tables.values()) // 2


def _stretch(kind: str) -> tuple[int, int]:
    """Return where the feature ``UW1`` … ``TW4`` begins and ends, from the boundary."""
    length, place = "UBT".index(kind[0]) + 1, int(kind[2])
    start = {1: -4, 2: -3, 3: -4}[length] + place
    return start, start + length


def _cost(score: int) -> float:
    if score <= 0:
        return TORN + min(TORN, -score / 200)
    return WEAK - (WEAK - PLAIN) * min(score, _CERTAIN) / _CERTAIN


def _mark_cost(before: str, after: str) -> float | None:
    """Return what marks and blanks make of a break; none between two Han."""
    kinds = KINDS[before], KINDS[after]
    if kinds == (Kind.HAN, Kind.HAN):
        return None
    if before in _AFTER:
        return _AFTER[before]
    if Kind.BLANK in kinds:
        return GOOD
    if kinds == (Kind.WORD, Kind.WORD):
        return NEVER
    if after in OPENING or before in CLOSING:
        return PLAIN + 0.5
    return 4.0


def _weigh_words(text: str, costs: list[float]) -> None:
    """Keep known words whole, and let what they do weigh at their edges."""
    known = [(at, word, part) for at, word, part in _words(text) if _stands(text, at, word, costs)]
    begins = {at for at, _, _ in known}
    for at, word, _ in known:
        end = at + len(word)
        for index in range(at + 1, end):
            costs[index] = _KNOWN
        if end in begins:
            costs[end] = min(costs[end], 3.0)
    for at, word, part in known:
        end = at + len(word)
        if at and KINDS[text[at - 1]] is not Kind.BLANK:
            costs[at] = max(GOOD, costs[at] + _BEGINS.get(part, 0.0))
        if end < len(text):
            added = _TRAILING_DE if word == "的" else _ENDS.get(part, 0.0)
            costs[end] = max(GOOD, costs[end] + added)


def _words(text: str) -> Iterator[tuple[int, str, Part]]:
    """Yield the known words of *text*, the longest at each place, from left to right."""
    lexicon, at = headline_words(), 0
    while at < len(text):
        for word, part in lexicon.get(text[at], {}).items():
            if text.startswith(word, at):
                yield at, word, part
                at += len(word)
                break
        else:
            at += 1


def _stands(text: str, at: int, word: str, costs: list[float]) -> bool:
    """Tell whether *word* is a word here: one character may be a part of another."""
    if len(word) > 1:
        return True
    end = at + 1
    is_last = end == len(text) or costs[end] < TORN
    if word in "的了等":
        return True
    # What ends with 向 or 与 is no good end of a line, whether the model parts it or not.
    opens = headline_words()[word][word] in (Part.OPENER, Part.LINK)
    return is_last and (opens or at == 0 or costs[at] < TORN)


def _unbroken(text: str) -> Iterator[tuple[int, int]]:
    """Yield what stays together: numbers with units, short titles, names of people."""
    for match in _UNITS.finditer(text):
        yield match.span()
    for match in _NAMES.finditer(text):
        yield match.span(1)
