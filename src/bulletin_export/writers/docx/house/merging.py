"""Numbered things of two documents in one part: lists and notes, ours behind the house's."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from lxml import etree

from bulletin_export.writers.docx.house.opening import Package, W
from bulletin_export.writers.docx.house.splicing import text_of
from bulletin_export.writers.docx.roles import FIRST_NOTE

_ABSTRACT = re.compile(r"<w:abstractNum .*?</w:abstractNum>", re.DOTALL)
_INSTANCE = re.compile(r"<w:num .*?</w:num>", re.DOTALL)
_ABSTRACT_ID = re.compile(r'(w:abstractNumId(?: w:val)?=")(\d+)"')
_NUMBER_ID = re.compile(r'(w:numId=")(\d+)"')
_LINKED = re.compile(r'<w:pStyle w:val="[^"]*"/>')
_NOTE = re.compile(
    r'<w:(?:foot|end)note (?:[^>]*)w:id="(-?\d+)".*?</w:(?:foot|end)note>', re.DOTALL
)
_NOTE_ID = re.compile(r'( w:id=")(\d+)"')


class Numbering(NamedTuple):
    """The house's numbering part, cut where ours goes in, and its highest numbers."""

    name: str
    pieces: tuple[str, str, str]
    abstract: int
    number: int

    def merged(self, ours: str) -> str:
        """Return the part with the lists of *ours* (§17.9.16) behind those of the house."""
        first, middle, last = self.pieces
        # What is linked to a level is a style of the house, or one that nobody uses.
        ours = _LINKED.sub("", ours)
        abstracts = _raised(_ABSTRACT_ID, "".join(_ABSTRACT.findall(ours)), self.abstract)
        instances = _raised(_ABSTRACT_ID, "".join(_INSTANCE.findall(ours)), self.abstract)
        return first + abstracts + middle + _raised(_NUMBER_ID, instances, self.number) + last


class Notes(NamedTuple):
    """The house's footnotes part: its name, its text and its highest number."""

    name: str
    text: str
    highest: int

    def merged(self, text: str, ours: str) -> str:
        """Return *text*, the part with its placeholders filled, with the notes of *ours* behind.

        The separators stay the house's.
        """
        notes = (match for match in _NOTE.finditer(ours) if int(match[1]) >= FIRST_NOTE)
        added = "".join(_raised_note(match[0], self.highest) for match in notes)
        end = text.rindex("</")
        return text[:end] + added + text[end:]


def _raised_note(note: str, by: int) -> str:
    return _NOTE_ID.sub(lambda match: f'{match[1]}{int(match[2]) + by}"', note, count=1)


def numbering(package: Package) -> Numbering | None:
    """Return the numbering of *package*, if it has one."""
    parts = package.targets("numbering")
    if not parts:
        return None
    root = package.tree(parts[0])
    abstracts, instances = root.findall(f"{W}abstractNum"), root.findall(f"{W}num")
    places = {
        "abstracts": _after(root, ("numPicBullet", "abstractNum")),
        "instances": _after(root, ("numPicBullet", "abstractNum", "num")),
    }
    first, middle, last = text_of(root, places)
    return Numbering(
        parts[0],
        (first, middle, last),
        1 + _highest(abstracts, "abstractNumId", -1),
        _highest(instances, "numId", 0),
    )


def notes(package: Package, word: str) -> Notes | None:
    """Return the notes of *package* that the main part calls *word*: footnotes or endnotes."""
    parts = package.targets(word)
    if not parts:
        return None
    root = package.tree(parts[0])
    return Notes(parts[0], "".join(text_of(root, {})), _highest(list(root), "id", 0))


def _after(root: etree._Element, names: tuple[str, ...]) -> int:
    """Return the place behind the last child of *root* with one of *names*."""
    tags = {f"{W}{name}" for name in names}
    places = [place for place, child in enumerate(root, 1) if child.tag in tags]
    return max(places, default=0)


def _highest(elements: list[etree._Element], name: str, least: int) -> int:
    written = (one.get(f"{W}{name}", "") for one in elements)
    return max((int(one) for one in written if re.fullmatch(r"-?\d{1,9}", one)), default=least)


def _raised(pattern: re.Pattern[str], text: str, by: int) -> str:
    return pattern.sub(lambda match: f'{match[1]}{int(match[2]) + by}"', text)


def free(identifier: str, taken: set[str]) -> str:
    """Return *identifier*, numbered if it is *taken*; it is then."""
    number, found = 1, identifier
    while found in taken:
        number += 1
        found = f"{identifier}{number}"
    taken.add(found)
    return found


class References(dict[str, str]):
    """What our text refers to by id, as it is called in the house's document.

    The keys that were asked for tell which styles are used.
    """

    PATTERN = re.compile(
        r"<w:(?:[prt]\w*Style|basedOn|next|link|numId|(?:foot|end)noteReference)"
        r' w:(?:val|id)="[^"]*"'
    )
    _CUT = re.compile(r'<w:(\w+) (w:\w+)="([^"]*)"')

    def __init__(
        self, styles: Mapping[str, str], taken: Iterable[str], raised: Mapping[str, int]
    ) -> None:
        super().__init__()
        #: Those that this document alone needs are added when they are met.
        self._styles = dict(styles)
        self._taken = {*taken, *styles.values()}
        self._raised = raised
        self.used: set[str] = set()
        self.has_lists = False

    def __missing__(self, written: str) -> str:
        match = self._CUT.match(written)
        if match is None:
            return written
        element, attribute, value = match.groups()
        if element in self._raised:
            new = str(int(value) + self._raised[element]) if value != "0" else value
            self.has_lists |= element == "numId"
        else:
            new = self.style(value)
        self[written] = f'<w:{element} {attribute}="{new}"'
        return self[written]

    def style(self, identifier: str) -> str:
        """Return the id in the house's document of our style *identifier*, which is used."""
        self.used.add(identifier)
        if identifier not in self._styles:
            self._styles[identifier] = free(identifier, self._taken)
        return self._styles[identifier]

    def in_text(self, text: str) -> str:
        """Return *text* with every reference as the house's document has it."""
        lookup: Callable[[str], str] = self.__getitem__
        return self.PATTERN.sub(lambda match: lookup(match[0]), text)
