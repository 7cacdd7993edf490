"""The classes of characters that the cleaning rules speak of."""

from __future__ import annotations

#: Blanks, those that a line may not break at included; not the full-width one, not line ends.
NARROW_BLANKS = " \t\u00a0\u2000-\u200a\u202f\u205f"
ANY_BLANK = frozenset(" \t\n\u00a0\u3000\u202f\u205f") | frozenset(map(chr, range(0x2000, 0x200B)))
#: Blanks within a line.
INNER_BLANK = ANY_BLANK - {"\n"}

#: First and last characters of Han, 〇, 々 and kana.
_RANGES = (
    ("\u4e00", "\u9fff"), ("\u3400", "\u4dbf"), ("\uf900", "\ufaff"), ("\u3005", "\u3005"),
    ("\u3007", "\u3007"), ("\u3041", "\u3096"), ("\u30a1", "\u30fa"), ("\u2f00", "\u2fd5"),
    ("\u2e80", "\u2ef3"), ("\U00020000", "\U000323af"),
)  # fmt: skip
#: The same as a class body for regular expressions, which take a millisecond to compile.
HAN = "".join(f"{first}-{last}" for first, last in _RANGES)
OPENERS = "“‘（《〈「『【〔［｛〖"
CLOSERS = "”’）》〉」』】〕］｝〗"
STOPS = "，。、；：？！"
#: What makes a text Chinese besides Han: marks that stand nowhere else.
WIDE_MARKS = STOPS + "）》〉」』】〕（《〈「『【〔…—％℃‰"


class _Han(dict[str, bool]):
    """Whether a character is Han or kana, for every one asked about so far."""

    def __missing__(self, character: str) -> bool:
        is_inside = (first <= character <= last for first, last in _RANGES)
        known = self[character] = character != "" and any(is_inside)
        return known


#: Whether a character (one, or none) is Han or kana.
is_han = _Han().__getitem__


def has_han(text: str, start: int, end: int) -> bool:
    """Whether there is Han or kana in ``text[start:end]``."""
    return any(map(is_han, text[start:end]))


def is_chinese(character: str) -> bool:
    """Whether *character* is Han or a mark of Chinese punctuation."""
    return is_han(character) or (character != "" and character in WIDE_MARKS)


def blanks_start(text: str, end: int) -> int:
    """Return where the blanks before *end* begin."""
    while end and text[end - 1] in INNER_BLANK:
        end -= 1
    return end


def blanks_end(text: str, start: int) -> int:
    """Return where the blanks from *start* on end."""
    while text[start : start + 1] in INNER_BLANK:
        start += 1
    return start
