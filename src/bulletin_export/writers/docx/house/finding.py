"""Find the placeholders of one story and put marks where they stood.

Word cuts a text into runs as it likes: ``{{title}}`` may be five of them, with marks of the
spelling checker between. So the text of a paragraph is read as a whole; what takes the
placeholder's place has the looks of the run in which it begins.

A mark is a processing instruction ``<?be …?>``, which is no content (`splicing` reads it).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from typing import NamedTuple

from lxml import etree

from bulletin_export.errors import InvalidPlaceholderError
from bulletin_export.patterns import lazy_pattern
from bulletin_export.wording import Phrase, nearest, phrase
from bulletin_export.writers.docx.house import placeholders
from bulletin_export.writers.docx.house.opening import W, parent
from bulletin_export.writers.docx.house.spots import spot

TARGET = "be"
_PLACEHOLDER = lazy_pattern(r"[{｛]{2}([^{}｛｝\n\t]*)[}｝]{2}")
_HALF = lazy_pattern(r"[{｛]{2}|[}｝]{2}")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
#: What a paragraph may hold beside placeholders and still be nothing without them.
_NOTHING = frozenset(f"{W}{name}" for name in (
    "pPr", "rPr", "proofErr", "bookmarkStart", "bookmarkEnd", "lastRenderedPageBreak"))  # fmt: skip
#: Where the articles can stand.
_FLOWS = frozenset({f"{W}body", f"{W}tc", f"{W}sdtContent"})
_BOXES = frozenset({f"{W}txbxContent", f"{W}hdr", f"{W}ftr", f"{W}footnote", f"{W}endnote"})


class Slot(NamedTuple):
    """A place to be filled: by what, and in which looks (``w:rPr`` or None)."""

    name: str
    looks: etree._Element | None


class Story(NamedTuple):
    """A part with marks: its root, its slots, and the paragraphs that become many, by name."""

    root: etree._Element
    slots: list[Slot]
    blocks: dict[str, etree._Element]
    document: str
    part: Phrase


def marked(root: etree._Element, document: str, part: Phrase) -> Story:
    """Put marks for the placeholders below *root*; *document* and *part* are named in errors.

    Raises:
        InvalidPlaceholderError: One is unknown, unclosed or where it cannot be.
    """
    story = Story(root, [], {}, document, part)
    optional: dict[etree._Element, list[int]] = {}
    for paragraph in list(root.iter(f"{W}p")):
        texts = _texts(paragraph)
        whole = "".join(_words(one) for one in texts)
        if _HALF.search(whole) is None:
            continue
        found = list(_PLACEHOLDER.finditer(whole))
        names = [_name(match, story, paragraph) for match in found]
        _no_halves(whole, story, paragraph)
        if placeholders.BLOCKS.intersection(names):
            _take_whole(whole, found[0], names, story, paragraph)
            continue
        numbers = list(range(len(story.slots), len(story.slots) + len(found)))
        for match, name in reversed(list(zip(found, names, strict=True))):
            story.slots.append(_cut(match, name, texts, len(story.slots)))
        if _is_nothing(paragraph):
            optional[paragraph] = numbers
    _mark_optional(optional)
    return story


def _texts(paragraph: etree._Element) -> list[etree._Element]:
    """Return the words and breaks of *paragraph*, without those of text boxes in it."""
    wanted = (f"{W}t", f"{W}tab", f"{W}br", f"{W}cr")
    return [
        one
        for one in paragraph.iter(*wanted)
        if parent(one).tag == f"{W}r" and next(one.iterancestors(f"{W}p")) is paragraph
    ]


def _words(element: etree._Element) -> str:
    return element.text or "" if element.tag == f"{W}t" else "\n"


def _name(match: re.Match[str], story: Story, paragraph: etree._Element) -> str:
    written = match[1].strip()
    name = placeholders.name_of(written)
    if not name:
        advice = nearest(written, placeholders.known(written))
        _wrong(match[0], phrase("unknown-placeholder"), advice, story, paragraph)
    return name


def _no_halves(whole: str, story: Story, paragraph: etree._Element) -> None:
    left = _PLACEHOLDER.sub("", whole)
    half = _HALF.search(left)
    if half:
        around = left[max(0, half.start() - 10) : half.end() + 10].strip()
        reason, advice = phrase("unclosed-placeholder"), phrase("write-two-braces")
        _wrong(around, reason, advice, story, paragraph)


def _take_whole(
    whole: str, match: re.Match[str], names: list[str], story: Story, paragraph: etree._Element
) -> None:
    """Keep in mind that *paragraph* becomes the articles, or the list of contents."""
    name = next(one for one in names if one in placeholders.BLOCKS)
    reason = None
    if len(names) > 1 or whole.strip() != match[0]:
        reason = "placeholder-not-alone"
    elif not _is_in_text(paragraph):
        reason = "placeholder-only-in-text"
    elif name in story.blocks:
        reason = "placeholder-twice"
    if reason:
        _wrong(f"{{{{{name}}}}}", phrase(reason), phrase("move-placeholder"), story, paragraph)
    story.blocks[name] = paragraph


def _is_in_text(paragraph: etree._Element) -> bool:
    boxes = [one for one in paragraph.iterancestors() if one.tag in _BOXES]
    return parent(paragraph).tag in _FLOWS and not boxes


def _cut(match: re.Match[str], name: str, texts: list[etree._Element], number: int) -> Slot:
    """Take *match* out of the runs of *texts* and put the mark of slot *number* there."""
    covered = list(_covered(match.span(), texts))
    first, begin, end = covered[0]
    run = parent(first)
    for text, _, stop in covered[1:]:
        text.text = (text.text or "")[stop:]
        text.set(_SPACE, "preserve")
    _mark_after(run, first, (first.text or "")[end:], number)
    first.text = (first.text or "")[:begin]
    first.set(_SPACE, "preserve")
    looks = run.find(f"{W}rPr")
    looks = None if looks is None else deepcopy(looks)
    _unbind(run)
    for text, _, _ in covered:
        _drop_if_empty(text)
    return Slot(name, looks)


def _covered(
    span: tuple[int, int], texts: list[etree._Element]
) -> Iterator[tuple[etree._Element, int, int]]:
    """Yield the texts under *span*, each with where in it that begins and ends."""
    start = 0
    for text in texts:
        size = len(_words(text))
        begin, end = max(span[0] - start, 0), min(span[1] - start, size)
        if begin < end and text.getparent() is not None:
            yield text, begin, end
        start += size


def _mark_after(run: etree._Element, text: etree._Element, rest: str, number: int) -> None:
    """Put the mark behind *run*, and behind that what followed in the run."""
    after = deepcopy(run)
    place = run.index(text)
    del after[: place + 1]
    own = run.find(f"{W}rPr")
    if own is not None:
        after.insert(0, deepcopy(own))
    if rest:
        inner = etree.Element(f"{W}t", {_SPACE: "preserve"})
        inner.text = rest
        after.insert(0 if own is None else 1, inner)
    del run[place + 1 :]
    mark = etree.ProcessingInstruction(TARGET, f"slot {number}")
    mark.tail, run.tail = run.tail, None
    run.addnext(mark)
    if len(after) > (own is not None):
        after.tail, mark.tail = mark.tail, None
        mark.addnext(after)


def _unbind(run: etree._Element) -> None:
    """Let no content control above *run* put other words there when Word opens the file."""
    for control in run.iterancestors(f"{W}sdt"):
        for name in ("dataBinding", "showingPlcHdr"):
            for element in control.findall(f"{W}sdtPr/{W}{name}"):
                parent(element).remove(element)


def _drop_if_empty(text: etree._Element) -> None:
    run = text.getparent()
    if text.text or run is None:
        return
    run.remove(text)
    if run.getparent() is not None and all(one.tag == f"{W}rPr" for one in run):
        parent(run).remove(run)


def _is_nothing(paragraph: etree._Element) -> bool:
    """Tell whether *paragraph*, its placeholders empty, would hold nothing."""
    if paragraph.find(f"{W}pPr/{W}sectPr") is not None:
        return False
    for element in paragraph.iterchildren():
        if element.tag in _NOTHING or not isinstance(element.tag, str):
            continue
        if element.tag != f"{W}r":
            return False
        words = [one for one in element.iterchildren() if one.tag not in _NOTHING]
        if any(one.tag != f"{W}t" or (one.text or "").strip() for one in words):
            return False
    return True


def _mark_optional(optional: dict[etree._Element, list[int]]) -> None:
    """Put marks around the paragraphs that can go without leaving a place empty."""
    going = dict(optional)
    for paragraph in optional:
        before = _neighbour(paragraph, going, preceding=True)
        after = _neighbour(paragraph, going, preceding=False)
        ends_in_paragraph = after is not None or before == f"{W}p"
        if not ends_in_paragraph or (before == f"{W}tbl" and after == f"{W}tbl"):
            del going[paragraph]
    for paragraph, numbers in going.items():
        tail, paragraph.tail = paragraph.tail, None
        opening = etree.ProcessingInstruction(TARGET, f"if {' '.join(map(str, numbers))}")
        closing = etree.ProcessingInstruction(TARGET, "end")
        paragraph.addprevious(opening)
        paragraph.addnext(closing)
        closing.tail = tail


def _neighbour(
    paragraph: etree._Element, going: dict[etree._Element, list[int]], *, preceding: bool
) -> str | None:
    """Return the tag of the nearest table or paragraph beside *paragraph* that stays."""
    for one in paragraph.itersiblings(f"{W}p", f"{W}tbl", preceding=preceding):
        if one not in going:
            return str(one.tag)
    return None


def _wrong(
    written: str, reason: Phrase, advice: Phrase, story: Story, paragraph: etree._Element
) -> None:
    raise InvalidPlaceholderError(
        document=story.document,
        placeholder=written,
        place=spot(paragraph, story.part),
        reason=reason,
        advice=advice,
    )
