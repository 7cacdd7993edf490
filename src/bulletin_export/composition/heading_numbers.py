"""Numbers of headings: 一、 （一） 1. （1）, counted in each article anew.

GB/T 9704-2012, 7.3.3 names the first four. The words are the same in every format: Word
counts itself, the others print what stands here.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from msgspec.structs import replace

from bulletin_export.model.article import Article
from bulletin_export.model.nodes import Block, Heading, Inline, Text
from bulletin_export.model.publication import Publication
from bulletin_export.model.text import plain_text
from bulletin_export.patterns import lazy_pattern
from bulletin_export.styling.template import Composition

_DIGITS = "零一二三四五六七八九"
_UNITS = ("", "十", "百", "千")
_LETTERS = 26


class Form(NamedTuple):
    """How the numbers of one level are written."""

    template: str
    #: ``w:numFmt`` (ISO/IEC 29500-1 §17.18.59).
    word_format: str

    def mark(self, number: int) -> str:
        """Return *number*, from 1 on, as it stands before a heading."""
        match self.word_format:
            case "chineseCountingThousand":
                return self.template.format(chinese(number))
            case "upperLetter":
                letter = chr(ord("A") + (number - 1) % _LETTERS)
                return self.template.format(letter * ((number - 1) // _LETTERS + 1))
            case _:
                return self.template.format(number)


#: By the depth of a heading, 1 to 6.
FORMS = (
    Form("{}、", "chineseCountingThousand"),
    Form("（{}）", "chineseCountingThousand"),
    Form("{}.", "decimal"),
    Form("（{}）", "decimal"),
    Form("{}）", "decimal"),
    Form("{}.", "upperLetter"),
)
#: What people type before a heading to count it.
_TYPED = lazy_pattern(
    r"\s*(?:第[〇零一二三四五六七八九十百千\d]+[章节条编部篇]"
    r"|[〇零一二三四五六七八九十百千]+[、．.]|[（(][〇零一二三四五六七八九十百千\d]+[）)]"
    r"|\d+(?:[.．]\d+)*(?:[、．)）]|\.(?!\d)|\s)|[A-Z][.．、]|[①-⑳])"
)


class HeadingNumber(NamedTuple):
    """The number that a heading gets."""

    depth: int
    number: int
    #: How many characters of its text said so already.
    typed: int

    @property
    def mark(self) -> str:
        """The words that stand for it."""
        return FORMS[self.depth - 1].mark(self.number)


class Outline:
    """The headings of one article so far: how deep they stand, and what they count."""

    def __init__(self, composition: Composition) -> None:
        self._manner = composition.heading_numbers
        self._levels: list[int] = []
        self._counts = [0] * len(FORMS)

    def depth(self, level: int) -> int:
        """Return how deep the next heading, of *level*, stands below the title of the article.

        The first stands at 1, and none is more than one deeper than that before it: levels
        that an article leaves out are closed up (1, 4, 4 is 1, 2, 2).
        """
        while self._levels and self._levels[-1] >= level:
            self._levels.pop()
        self._levels.append(level)
        return min(len(self._levels), len(FORMS))

    def inner_depth(self, level: int) -> int:
        """Return how deep a heading inside a list, quote or cell stands; it is not counted.

        That is never above the heading before, or the next one might skip a level.
        """
        last = len(self._levels)
        return min(max(1, last, min(level, last + 1)), len(FORMS))

    def number(self, depth: int, text: str) -> HeadingNumber | None:
        """Return the number of the heading *text* at *depth*, or None where it gets none.

        A mark that is typed before it counts if it is the next one of its level; a heading
        with another mark keeps that, and is not counted.
        """
        if self._manner == "none":
            return None
        number = self._counts[depth - 1] + 1
        mark = FORMS[depth - 1].mark(number)
        fits = text.startswith(mark)
        if not fits and (self._manner == "typed" or _TYPED.match(text)):
            return None
        self._counts[depth - 1 :] = [number, *[0] * (len(FORMS) - depth)]
        return HeadingNumber(depth, number, len(mark) if fits else 0)


def numbered(publication: Publication, composition: Composition) -> Publication:
    """Return *publication* with the numbers of its headings as words, where all have some."""
    if composition.heading_numbers != "all":
        return publication
    sections = tuple(
        replace(one, articles=tuple(_article(article, composition) for article in one.articles))
        for one in publication.sections
    )
    return replace(publication, sections=sections)


def chinese(number: int) -> str:
    """Return *number*, 1 to 9,999, in Chinese: 十二, 二十, 一百零三."""
    result, gap = "", False
    for place in range(3, -1, -1):
        digit = number // 10**place % 10
        if digit:
            result += "零" * gap + _DIGITS[digit] + _UNITS[place]
            gap = False
        else:
            gap = bool(result)
    return result.removeprefix("一") if result.startswith("一十") else result


def without_start(inlines: Iterable[Inline], count: int) -> tuple[Inline, ...]:
    """Return *inlines* without their first *count* characters."""
    result: list[Inline] = []
    for inline in inlines:
        length = len(plain_text((inline,))) if count else 0
        if not count:
            result.append(inline)
        elif length <= count and length:
            count -= length
        elif isinstance(inline, Text):
            result.append(Text(inline.value[count:]))
            count = 0
        elif hasattr(inline, "children"):
            result.append(replace(inline, children=without_start(inline.children, count)))
            count -= min(count, length)
        else:
            result.append(inline)
    return tuple(result)


def _article(article: Article, composition: Composition) -> Article:
    notice = article.notice
    if notice and notice.annexes:
        annexes = tuple(
            replace(one, blocks=_blocks(one.blocks, composition)) for one in notice.annexes
        )
        notice = replace(notice, annexes=annexes)
    return replace(article, blocks=_blocks(article.blocks, composition), notice=notice)


def _blocks(blocks: tuple[Block, ...], composition: Composition) -> tuple[Block, ...]:
    outline = Outline(composition)
    return tuple(_block(block, outline) for block in blocks)


def _block(block: Block, outline: Outline) -> Block:
    if not isinstance(block, Heading):
        return block
    number = outline.number(outline.depth(block.level), plain_text(block.children))
    if number is None or number.typed:
        return block
    return replace(block, children=(Text(number.mark), *block.children))
