"""A part as pieces of text between slots: cut once, put together for every publication."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from lxml import etree

from bulletin_export.writers.docx.content.runs import text_runs
from bulletin_export.writers.docx.house.finding import TARGET, Slot, Story
from bulletin_export.writers.docx.markup import DECLARATION, NAMESPACES

_MARK = re.compile(rf"<\?{TARGET} (\w+) ?([\w ]*)\?>")
_CUT = re.compile(rf"<\?{TARGET} cut \w+\?>")
_RUN = re.compile(r"<w:r>(?:<w:rPr>(.*?)</w:rPr>)?")
_FONTS = re.compile(r"<w:rFonts ([^>]*)/>")
_ATTRIBUTE = re.compile(r'([\w:]+)="[^"]*"')
_DECLARED = re.compile(r' xmlns:(\w+)="([^"]*)"')

_OURS = _DECLARED.findall(f" {NAMESPACES}")


class Filling(NamedTuple):
    """A slot: the name of what fills it, and its looks as text, ``""`` for none."""

    name: str
    looks: str


class Pattern(NamedTuple):
    """Text, then a mark (word and argument) and text in turn; and the slots by number."""

    pieces: tuple[str, ...]
    slots: tuple[Filling, ...]

    def parts(
        self, values: Mapping[str, str], blocks: Mapping[str, Iterable[str]] | None = None
    ) -> Iterator[str]:
        """Yield the part with *values* by name, and *blocks*, which are XML already."""
        pieces = iter(self.pieces)
        yield next(pieces)
        is_left_out = False
        for word, argument, text in zip(pieces, pieces, pieces, strict=True):
            match word:
                case "if":
                    is_left_out = not any(self._value(n, values) for n in argument.split())
                case "end":
                    is_left_out = False
                case "block" if not is_left_out:
                    yield from (blocks or {})[argument]
                case "slot" if not is_left_out:
                    yield _runs(self._value(argument, values), self.slots[int(argument)].looks)
            if not is_left_out:
                yield text

    def _value(self, number: str, values: Mapping[str, str]) -> str:
        return values[self.slots[int(number)].name]

    @property
    def names(self) -> frozenset[str]:
        """Everything that has to be in the values."""
        return frozenset(slot.name for slot in self.slots)


def pattern(story: Story) -> Pattern:
    """Return *story* cut at its marks."""
    root = story.root
    text = DECLARATION + declared(root)
    slots = tuple(Filling(slot.name, _looks(slot, root)) for slot in story.slots)
    return Pattern(tuple(_MARK.split(text)), slots)


def text_of(root: etree._Element, places: Mapping[str, int]) -> tuple[str, ...]:
    """Return the part *root* cut before the children at *places*, which are given in order."""
    for name, place in reversed(list(places.items())):
        root.insert(place, etree.ProcessingInstruction(TARGET, f"cut {name}"))
    return tuple(_CUT.split(DECLARATION + declared(root)))


def declared(root: etree._Element) -> str:
    """Return *root* as text, in which all prefixes that our markup needs are known."""
    text = etree.tostring(root, encoding="unicode", with_tail=False)
    missing = [one for one in _OURS if root.nsmap.get(one[0]) != one[1]]
    more = "".join(f' xmlns:{prefix}="{address}"' for prefix, address in missing)
    end = re.match(r"<[^\s/>]+", text)
    return text if end is None else text[: end.end()] + more + text[end.end() :]


def fragment(element: etree._Element, root: etree._Element) -> str:
    """Return *element* as text for a place below *root*, whose namespaces it need not repeat."""
    declared = {prefix: address for prefix, address in root.nsmap.items() if prefix}
    text = etree.tostring(element, encoding="unicode", with_tail=False)
    return _DECLARED.sub(lambda match: "" if declared.get(match[1]) == match[2] else match[0], text)


def _looks(slot: Slot, root: etree._Element) -> str:
    return fragment(slot.looks, root) if slot.looks is not None and len(slot.looks) else ""


def _runs(text: str, looks: str) -> str:
    """Return *text* as runs in *looks*, hinted where its marks are Chinese."""
    return _RUN.sub(lambda match: f"<w:r>{_merged(looks, match[1] or '')}", text_runs(text))


@lru_cache(maxsize=256)
def _merged(looks: str, own: str) -> str:
    """Return *looks* with the fonts' attributes of *own*, which tell the script of the text."""
    fonts = _FONTS.search(own)
    if not looks:
        return f"<w:rPr>{own}</w:rPr>" if own else ""
    if fonts is None:
        return looks
    house = _FONTS.search(looks)
    if house is None:
        return re.sub(r"(<w:rPr[^>]*>(?:<w:rStyle [^>]*/>)?)", rf"\1{fonts[0]}", looks, count=1)
    said = {name: match for match in _ATTRIBUTE.finditer(house[1]) if (name := match[1])}
    said |= {match[1]: match for match in _ATTRIBUTE.finditer(fonts[1])}
    attributes = " ".join(match[0] for match in said.values())
    return looks.replace(house[0], f"<w:rFonts {attributes}/>", 1)
