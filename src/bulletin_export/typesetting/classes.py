"""What each character is to a line: its class, and where it may not stand.

Classes follow CLREQ and GB/T 15834 part 5; the prohibitions are GB/T 15834 5.1.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from enum import Enum
from functools import cache
from typing import Literal, NamedTuple

from bulletin_export.patterns import lazy_pattern

Level = Literal["none", "basic", "gb", "strict"]
Region = Literal["GB", "TW", "HK", "JP"]


class Kind(Enum):
    """The class of a character, before its neighbours are looked at."""

    #: Han, kana, bopomofo, hangul: set solid, a gap beside Latin.
    HAN = "han"
    #: Other full-width characters: set solid, no gap.
    SYMBOL = "symbol"
    OPEN = "open"
    CLOSE = "close"
    STOP = "stop"
    #: Interpunct.
    MID = "mid"
    #: Connectors: – ～ and the single —.
    CONNECTOR = "connector"
    #: The full-width solidus; the ASCII one is a letter until Han touches it.
    SOLIDUS = "solidus"
    DASH = "dash"
    ELLIPSIS = "ellipsis"
    BLANK = "blank"
    #: Letters, digits and marks of alphabetic scripts.
    WORD = "word"
    #: Takes no room and is not drawn.
    NOTHING = "nothing"


OPENING = "“‘（〔［｛〈\u2329《「『【〖〘〚｟〝"
CLOSING = "”’）〕］｝〉\u232a》」』】〗〙〛｠〞〟"
STOPS = "、，。．：；？！"
INTERPUNCTS = "·・‧"
CONNECTORS = "–～〜"
TWO_EM_DASH = "⸺"
#: Chinese or Western by their neighbours.
AMBIGUOUS = "“”‘’·…—–"
#: Blanks a line may not end after.
NO_BREAK_BLANKS = "\u00a0\u2007\u202f"
BLANKS = " \t\u3000\u2000-\u2006\u2008-\u200a\u205f" + NO_BREAK_BLANKS
#: For str.rstrip.
BLANK_CHARACTERS = " \t\u3000\u205f" + "".join(map(chr, range(0x2000, 0x200B))) + NO_BREAK_BLANKS
ZERO_WIDTH_SPACE = "\u200b"
_JOINERS = "\u200c\u200d\u2060\ufeff"
_NOTHING = (
    ZERO_WIDTH_SPACE + _JOINERS + "\u00ad\u061c\u180e\u200e\u200f\u202a-\u202e\u2061-\u206f"
    "\ufe00-\ufe0f\ufff9-\ufffb\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\U000e0000-\U000e01ef"
)
#: Wide or symbolic characters that may not start a line: units, repetition marks, small kana.
_BOUND_LEFT = "％℃℉々〻ゝゞヽヾーぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ"
_FULL_WIDTH_CURRENCY = "￥￡￠＄"
_WORD = (
    r"!-~\u00a1-\u00ac\u00ae-\u00b6\u00b8-\u060b\u060d-\u061b\u061d-\u10ff\u1200-\u180d\u180f-\u1fff"
    r"\u2010-\u2012\u201a\u201b\u201e-\u2021\u2024\u2025\u2030-\u203a\u203c-\u205e\u2070-\u2102\u2104-\u2108"
    r"\u210a-\u215f\u2c60-\u2dff\ua640-\uabff\ufb00-\ufdff\ufe20-\ufe2f\ufe70-\ufefc"
    r"\U00010000-\U00016fff\U0001d400-\U0001d7ff"
)
#: What is written over, under or through the character before it.
_COMBINING = (
    r"\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u3099\u309a"
    r"\ufe20-\ufe2f\U0001f3fb-\U0001f3ff"
)
#: Flags of two letters; syllables of hangul written in their letters (UAX #14, LB26, LB30a).
_UNIT = (
    r"[\U0001f1e6-\U0001f1ff]{2}|[\u1100-\u115f\ua960-\ua97c]+[\uac00-\ud7a3]?"
    r"[\u1160-\u11ff\ud7b0-\ud7fb]*|[\uac00-\ud7a3]?[\u1160-\u11ff\ud7b0-\ud7fb]+"
)
_APOSTROPHE = r"’(?=[A-Za-z\u00c0-\u024f])"
_MARKS = OPENING + CLOSING + STOPS + INTERPUNCTS + CONNECTORS + "／⸺" + _BOUND_LEFT
_MARKS += _FULL_WIDTH_CURRENCY

#: The stretches of a text that are not plain full-width characters.
TOKEN = re.compile(
    rf"(?P<mark>[{re.escape(_MARKS)}]|—(?!—)|…(?!…)|⋯(?!⋯)|─(?!─)|―(?!―))"
    rf"|(?P<modifier>(?<![ \t\u1680\u2000-\u2006\u2008-\u200b\u205f\u3000])(?<!^)[{_COMBINING}]+)"
    rf"|(?P<word>(?:[{_WORD}]+(?:{_APOSTROPHE})?)+)"
    rf"|(?P<blank>[{BLANKS}]+)"
    r"|(?P<pair>—+|…+|⋯+|─+|―+)"
    rf"|(?P<nothing>[{_NOTHING}]+)"
    r"|(?P<picture>\ufffc)"
    rf"|(?P<unit>{_UNIT})"
)
#: A mark by itself, whatever stands beside it.
MARK_CHARACTERS = frozenset(_MARKS)
#: Where tokens can be: all but plain Han, found faster than tokens are.
UNUSUAL = re.compile(r"[^\u4e00-\u9fff\u3400-\u4dbf]+")
#: What is not drawn inside verbatim text.
UNDRAWN = lazy_pattern(rf"[\t{_NOTHING}]+")
#: Not one of these starts a line with Western text before it.
WORD_NO_START = frozenset("!),.:;?]}%/‰°′″’”–·…—-‐‼⁇⁈⁉․‥\u17d6")
#: Of these, what may start a line after a blank: dashes of lists, signs of numbers.
WORD_START_AFTER_BLANK = frozenset("-‐․‥\u17d6")
WORD_NO_END = frozenset("([{")
CURRENCY = frozenset(_FULL_WIDTH_CURRENCY)
JOINERS = frozenset(_JOINERS)
#: Beside these, Han keeps its distance (T11).
_GAP_SIGNS = frozenset("%‰+-−±$€£¥#°")
#: Where stretches of Han, kana, bopomofo and hangul begin, and end before; sorted, for
#: bisection: a regular expression of them takes two milliseconds to compile.
_HAN_EDGES = (
    "\u1100\u1200\u2e80\u2fe0\u3005\u3008\u3021\u3030\u3031\u3036\u3038\u303d\u3040\u3097"
    "\u309d\u30a0\u30a1\u30fb\u30fc\u3200\u3400\u4dc0\u4e00\ua000\uac00\ud7b0\uf900\ufb00"
    "\U00016fe0\U00019000\U0001b000\U0001b300\U00020000\U00040000"
)


class _Kinds(dict[str, Kind]):
    """The kind of every character asked for so far."""

    def __missing__(self, character: str) -> Kind:
        kind = self[character] = _classify(character)
        return kind


def _classify(character: str) -> Kind:
    if bisect_right(_HAN_EDGES, character) % 2:
        return Kind.HAN
    for members, kind in (
        (OPENING, Kind.OPEN), (CLOSING, Kind.CLOSE), (STOPS, Kind.STOP), (INTERPUNCTS, Kind.MID),
        (CONNECTORS + "—", Kind.CONNECTOR), ("／", Kind.SOLIDUS), ("⸺─―", Kind.DASH),
        ("…⋯", Kind.ELLIPSIS), (BLANK_CHARACTERS, Kind.BLANK),
    ):  # fmt: skip
        if character in members:
            return kind
    token = TOKEN.match(character)
    match token and token.lastgroup:
        case "word":
            return Kind.WORD
        case "nothing":
            return Kind.NOTHING
        case _:
            return Kind.SYMBOL


#: Character to class; fills itself.
KINDS: dict[str, Kind] = _Kinds()
HAN_CODE = "一"
_WORD_CODE = "a"


class _Codes(dict[str, str]):
    """One character for all that neighbours of a mark treat alike."""

    def __missing__(self, character: str) -> str:
        match KINDS[character]:
            case Kind.HAN:
                code = HAN_CODE
            case Kind.WORD | Kind.NOTHING:
                code = _WORD_CODE
            case Kind.BLANK if character != "\u3000":
                code = " "
            case _:
                code = character
        self[character] = code
        return code


CODES: dict[str, str] = _Codes()
#: Classes that make an ambiguous neighbour Chinese.
CHINESE = (
    Kind.HAN, Kind.SYMBOL, Kind.OPEN, Kind.CLOSE, Kind.STOP, Kind.SOLIDUS, Kind.DASH,
)  # fmt: skip


def keeps_distance(character: str) -> bool:
    """Tell whether Han stands off from *character*: a letter, a digit, a sign of number."""
    return character.isalnum() or character in _GAP_SIGNS


class Prohibitions(NamedTuple):
    """Characters that may not start or end a line at one level."""

    no_start: frozenset[str]
    no_end: frozenset[str]
    #: Stops whose blank half may be taken, by region.
    squeezable: frozenset[str]


@cache
def prohibitions(level: Level, region: Region) -> Prohibitions:
    """Return what *level* forbids (GB/T 15834 5.1; CLREQ, line adjustment).

    ``basic`` leaves out solidus and ellipsis, ``strict`` adds the dash.
    """
    squeezable = {"GB": STOPS, "JP": "、，。．", "TW": "", "HK": ""}[region]
    brackets = OPENING + CLOSING
    if level == "none":
        return Prohibitions(frozenset(), frozenset(), frozenset(squeezable + brackets))
    start = CLOSING + STOPS + INTERPUNCTS + CONNECTORS + "—%‰°′″" + _BOUND_LEFT
    end = OPENING
    if level != "basic":
        start += "/／…⋯"
        end += "／"
    if level == "strict":
        start += "⸺─―"
    return Prohibitions(frozenset(start), frozenset(end), frozenset(squeezable + brackets))
