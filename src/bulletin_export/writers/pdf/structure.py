"""The logical structure: what each piece of the pages is, as a tree (ISO 32000-1, 14.7).

The tree takes shape while pages are painted; what turns out to hold nothing is left out.
ISO 14289-1, 7, says what people who listen to a file need of it.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Sequence

from bulletin_export.typesetting.layout import UNTAGGED, Tag
from bulletin_export.writers.pdf.content import Marks
from bulletin_export.writers.pdf.objects import Objects, Raw
from bulletin_export.writers.pdf.structure_elements import Element, spelled

#: Parts of a table that stay though they are empty: rows are of one length.
_CELLS = frozenset({"TR", "TD", "TH"})
_SECTIONS = frozenset({"Sect", "Art"})
_HEADING = re.compile(r"H(\d+)")
_DEEPEST = 6
#: Entries of a number tree that stand together.
_LEAF = 128


class Structure:
    """The structure of one file; tags go by their numbers in the layout."""

    def __init__(self, tags: Sequence[Tag]) -> None:
        self._tags = list(tags) or [Tag("Document")]
        #: What each tag in use holds, in order: pieces of pages, see `Element`, and tags as -1 - n.
        self._kids: dict[int, list[int]] = {}
        self._frames: dict[int, tuple[float, ...]] = {}
        #: Annotations of links: number of the page, reference.
        self._annotations: dict[int, list[tuple[int, bytes]]] = {}
        #: Tags of the links on the next page.
        self._linked: list[int] = []
        self._pages: list[bytes] = []
        #: What the entries of the parent tree lead to: the tags of a page, or one tag.
        self._parents: list[array[int] | int] = []

    def add_page(self, reference: bytes, marks: Marks) -> bytes:
        """Take in the *marks* of a page; return what its dictionary needs to be found here."""
        number, key = len(self._pages), len(self._parents)
        self._pages.append(reference)
        tags = marks.tags
        if UNTAGGED in tags:
            # Nobody said what it is, and yet it is text.
            loose = self._loose("P")
            tags = [loose if tag == UNTAGGED else tag for tag in tags]
        for mark in marks.order:
            self._hold(tags[mark], number << 16 | mark)
        for tag in self._linked:
            self._hold(tag, None)
        self._linked.clear()
        for tag, frame in marks.frames:
            self._frames.setdefault(tag, frame)
        self._parents.append(array("i", tags))
        return b" /StructParents %d /Tabs /S" % key

    @property
    def next_key(self) -> int:
        """The entry of the parent tree that the next annotation gets."""
        return len(self._parents)

    def add_link(self, reference: bytes, tag: int) -> None:
        """Take in an annotation on the page that is added next; *tag* is that of the link."""
        if tag == UNTAGGED:
            tag = self._loose("Link")
        self._linked.append(tag)
        self._annotations.setdefault(tag, []).append((len(self._pages), reference))
        self._parents.append(tag)

    def add_to(self, objects: Objects) -> None:
        """File the whole tree, and tell the catalogue."""
        self._complete_tables()
        root = Raw()
        top = objects.add(root)
        targets = {tag: Raw() for tag in self._kids}
        references = {tag: objects.add(target) for tag, target in targets.items()}
        notes: list[bytes] = []
        for tag, level in self._walk():
            facts = self._tags[tag]
            kind = f"H{level}" if level else facts.kind
            annotations = self._annotations.get(tag, [])
            if kind == "Link" and not annotations:
                kind = "Span"
            if kind == "Note":
                notes.append(references[tag])
            element = Element(
                facts,
                kind,
                references.get(facts.parent, references[0]) if tag else top,
                self._kids[tag],
                annotations,
                self._frames.get(tag),
                len(notes) if kind == "Note" else 0,
            )
            objects.fill(targets[tag], spelled(element, self._pages, references))
        entries = self._spelled_parents(references, objects)
        names = b" ".join(b"(note-%06d) %s" % one for one in enumerate(notes, 1))
        if names:
            entries += b" /IDTree << /Names [%s] >>" % names
        kids = b" /K [%s]" % references[0] if references else b""
        objects.fill(root, b"<< /Type /StructTreeRoot%s %s >>" % (kids, entries))
        objects.set_catalogue(StructTreeRoot=top, MarkInfo=Raw(b"<< /Marked true >>"))

    def _loose(self, kind: str) -> int:
        self._tags.append(Tag(kind, 0))
        return len(self._tags) - 1

    def _hold(self, tag: int, kid: int | None) -> None:
        """Put *kid* into *tag*, and *tag* into its parents when it is not there yet."""
        while True:
            kids = self._kids.get(tag)
            if kids is not None:
                if kid is not None:
                    kids.append(kid)
                return
            self._kids[tag] = [] if kid is None else [kid]
            if tag == 0:
                return
            tag, kid = max(self._tags[tag].parent, 0), -1 - tag

    def _complete_tables(self) -> None:
        for tag, facts in enumerate(self._tags):
            if facts.kind in _CELLS and tag not in self._kids and self._is_in_use(tag):
                self._hold(tag, None)

    def _is_in_use(self, tag: int) -> bool:
        while self._tags[tag].kind != "Table":
            tag = self._tags[tag].parent
            if tag <= 0:
                return False
        return tag in self._kids

    def _walk(self) -> Iterator[tuple[int, int]]:
        """Yield all tags in use in reading order, headings with their depths.

        Blocks are read as they are numbered, what stands in lines as it stands there. The
        first heading is of depth 1, and none is more than one deeper than that before it;
        what follows a section is as deep as the section.
        """
        ranks: list[int] = []
        waiting: list[int | list[int]] = [0] if self._kids else []
        while waiting:
            tag = waiting.pop()
            if isinstance(tag, list):
                ranks = tag
                continue
            level = 0
            if self._tags[tag].kind in _SECTIONS:
                waiting.append(ranks.copy())
            if match := _HEADING.fullmatch(self._tags[tag].kind):
                rank = int(match[1])
                while ranks and ranks[-1] >= rank:
                    ranks.pop()
                ranks.append(rank)
                level = min(len(ranks), _DEEPEST)
            kids = self._kids[tag]
            if all(kid < 0 for kid in kids):
                kids.sort(reverse=True)
            yield tag, level
            waiting += [-1 - kid for kid in reversed(kids) if kid < 0]

    def _spelled_parents(self, references: dict[int, bytes], objects: Objects) -> bytes:
        """File the parent tree; return what the root says of it (ISO 32000-1, 7.9.7)."""
        leaves = []
        for first in range(0, len(self._parents), _LEAF):
            numbers = []
            for key, one in enumerate(self._parents[first : first + _LEAF], first):
                if isinstance(one, int):
                    numbers.append(b"%d %s" % (key, references[one]))
                    continue
                row = b" ".join([references[tag] for tag in one])
                numbers.append(b"%d %s" % (key, objects.add(Raw(b"[%s]" % row))))
            leaf = b"<< /Limits [%d %d] /Nums [%s] >>"
            last = min(first + _LEAF, len(self._parents)) - 1
            leaves.append(objects.add(Raw(leaf % (first, last, b" ".join(numbers)))))
        tree = objects.add(Raw(b"<< /Kids [%s] >>" % b" ".join(leaves)))
        return b"/ParentTree %s /ParentTreeNextKey %d" % (tree, len(self._parents))
