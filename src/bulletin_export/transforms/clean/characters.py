"""The classes of characters that the cleaning rules speak of."""

from __future__ import annotations

from bulletin_export.patterns import lazy_pattern

#: Blanks, those that a line may not break at included; not the full-width one, not line ends.
NARROW_BLANKS = " \t\u00a0\u2000-\u200a\u202f\u205f"
ANY_BLANK = frozenset(" \t\n\u00a0\u3000\u202f\u205f") | frozenset(map(chr, range(0x2000, 0x200B)))

#: Han, 〇, 々, kana, as a class body for regular expressions.
HAN = (
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u3005\u3007\u3041-\u3096\u30a1-\u30fa"
    "\u2f00-\u2fd5\u2e80-\u2ef3\U00020000-\U000323af"
)
OPENERS = "“‘（《〈「『【〔［｛〖"
CLOSERS = "”’）》〉」』】〕］｝〗"
STOPS = "，。、；：？！"
#: What makes a text Chinese besides Han: marks that stand nowhere else.
WIDE_MARKS = STOPS + "）》〉」』】〕（《〈「『【〔…—％℃‰"

IS_HAN = lazy_pattern(f"[{HAN}]")
HAS_HAN = IS_HAN.search

_CACHE: dict[str, bool] = {}


def is_han(character: str) -> bool:
    """Whether *character* (one, or none) is Han or kana."""
    known = _CACHE.get(character)
    if known is None:
        known = _CACHE[character] = IS_HAN.match(character) is not None
    return known


def is_chinese(character: str) -> bool:
    """Whether *character* is Han or a mark of Chinese punctuation."""
    return is_han(character) or (character != "" and character in WIDE_MARKS)
