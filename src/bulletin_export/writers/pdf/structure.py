"""The logical structure: what each piece of the pages is, as a tree (ISO 32000-1, 14.7).

The tree takes shape while pages are painted; what turns out to hold nothing is left out.
ISO 14289-1, 7, says what people who listen to a file need of it.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, MutableSequence

from bulletin_export.typesetting.layout import UNTAGGED, Tag
from bulletin_export.writers.pdf.content import Marks
from bulletin_export.writers.pdf.objects import Objects, Raw
from bulletin_export.writers.pdf.ranks import SECTIONS, Ranks, deepened
from bulletin_export.writers.pdf.structure_elements import Element, spelled

#: Parts of a table that stay though they are empty: rows are of one length.
_CELLS = frozenset({"TR", "TD", "TH"})
#: Entries of a number tree that stand together.
_LEAF = 128
#: A tag that is filed, or was never in use.
_GONE = Tag("P", 0)


class Structure:
    """The structure of one file; *tags* are those of the layout, and go by their numbers.

    Layout may still add to them. An article is filed when it is complete, and then forgotten.
    """

    def __init__(self, tags: MutableSequence[Tag], objects: Objects) -> None:
        self._tags = tags
        self._objects = objects
        self._root = Raw()
        self._top = objects.add(self._root)
        if not tags:
            tags.append(Tag("Document"))
        #: What each tag in use holds, in order: pieces of pages, see `Element`, and tags as -1 - n.
        self._kids: dict[int, list[int]] = {}
        #: The elements of tags in use; of what is filed, only of that which holds it all.
        self._targets: dict[int, Raw] = {}
        self._frames: dict[int, tuple[float, ...]] = {}
        #: Annotations of links: number of the page, reference.
        self._annotations: dict[int, list[tuple[int, bytes]]] = {}
        #: Tags of the links on the next page.
        self._linked: list[int] = []
        self._pages: list[bytes] = []
        #: What is read after all later pages, page by page: tags and pieces.
        self._late: list[list[tuple[int, int | None]]] = []
        #: What the entries of the parent tree lead to: the tags of a page, or one tag.
        self._parents = array("l")
        self._notes = array("l")
        self._ranks = Ranks(self._tags)

    def add_page(self, reference: bytes, marks: Marks) -> bytes:
        """Take in the *marks* of a page; return what its dictionary needs to be found here."""
        number, key = len(self._pages), len(self._parents)
        self._pages.append(reference)
        tags = marks.tags
        if UNTAGGED in tags:
            # Nobody said what it is, and yet it is text.
            loose = self._loose("P")
            tags = [loose if tag == UNTAGGED else tag for tag in tags]
        pieces: list[tuple[int, int | None]]
        pieces = [(tags[mark], number << 16 | mark) for mark in marks.order]
        if marks.late:
            self._late.append(
                [pieces[at] for at, mark in enumerate(marks.order) if mark in marks.late]
            )
            pieces = [pieces[at] for at, mark in enumerate(marks.order) if mark not in marks.late]
        # A link takes its place by its words, which may come later.
        (self._late[-1] if marks.late else pieces).extend((tag, None) for tag in self._linked)
        for tag, kid in pieces:
            self._hold(tag, kid)
        self._linked.clear()
        for tag, frame in marks.frames:
            self._frames.setdefault(tag, frame)
        row = Raw(b"[%s]" % b" ".join([self._target(tag).reference for tag in tags]))
        self._objects.add(row)
        self._parents.append(row.number)
        return b" /StructParents %d /Tabs /S" % key

    @property
    def next_key(self) -> int:
        """The entry of the parent tree that the next annotation gets."""
        return len(self._parents)

    def add_link(self, reference: bytes, tag: int) -> None:
        """Take in an annotation on the page that is added next; *tag* is in the link's, or it."""
        while tag != UNTAGGED and self._tags[tag].kind != "Link":
            tag = self._tags[tag].parent
        if tag == UNTAGGED:
            tag = self._loose("Link")
        self._linked.append(tag)
        self._annotations.setdefault(tag, []).append((len(self._pages), reference))
        self._parents.append(self._target(tag).number)

    def close(self, tags: range) -> None:
        """File the article with these *tags*, of which no page will have more."""
        self._complete_tables(tags)
        art, ranks = tags.start, self._ranks.before(tags)
        done = [self._filed(*one) for one in self._walk(art, ranks)]
        for tag in done:
            del self._kids[tag]
            self._frames.pop(tag, None)
            self._annotations.pop(tag, None)
            if tag != art:
                del self._targets[tag]
        for tag in tags:
            if tag not in self._kids:
                self._tags[tag] = _GONE

    def finish(self) -> None:
        """File what is left of the tree, and tell the catalogue."""
        objects = self._objects
        for pieces in reversed(self._late):
            for tag, kid in pieces:
                self._hold(tag, kid)
        self._complete_tables(range(len(self._tags)))
        for tag, level in self._walk(0, []):
            self._filed(tag, level)
        entries = self._spelled_parents()
        names = b" ".join(b"(note-%06d) %d 0 R" % one for one in enumerate(self._notes, 1))
        if names:
            entries += b" /IDTree << /Names [%s] >>" % names
        kids = b" /K [%s]" % self._targets[0].reference if self._targets else b""
        objects.fill(self._root, b"<< /Type /StructTreeRoot%s %s >>" % (kids, entries))
        objects.set_catalogue(StructTreeRoot=self._top, MarkInfo=Raw(b"<< /Marked true >>"))

    def _filed(self, tag: int, level: int) -> int:
        """File the element of *tag*, a heading of *level* if that is not 0; return the tag."""
        facts, annotations = self._tags[tag], self._annotations.get(tag, ())
        target, kind = self._targets[tag], f"H{level}" if level else facts.kind
        if kind == "Link" and not annotations:
            kind = "Span"
        if kind == "Note":
            self._notes.append(target.number)
        parent = self._targets.get(facts.parent, self._targets[0])
        kids, frame = self._kids[tag], self._frames.get(tag)
        element = Element(
            facts,
            kind,
            parent.reference if tag else self._top,
            kids,
            annotations,
            frame,
            len(self._notes) if kind == "Note" else 0,
        )
        references = {-1 - kid: self._targets[-1 - kid].reference for kid in kids if kid < 0}
        self._objects.fill(target, spelled(element, self._pages, references))
        return tag

    def _loose(self, kind: str) -> int:
        self._tags.append(Tag(kind, 0))
        return len(self._tags) - 1

    def _target(self, tag: int) -> Raw:
        target = self._targets.get(tag)
        if target is None:
            target = self._targets[tag] = Raw()
            self._objects.add(target)
        return target

    def _hold(self, tag: int, kid: int | None) -> None:
        """Put *kid* into *tag*, and *tag* into its parents when it is not there yet."""
        while True:
            kids = self._kids.get(tag)
            if kids is not None:
                if kid is not None:
                    kids.append(kid)
                return
            self._kids[tag] = [] if kid is None else [kid]
            self._target(tag)
            if tag == 0:
                return
            tag, kid = max(self._tags[tag].parent, 0), -1 - tag

    def _complete_tables(self, tags: range) -> None:
        for tag in tags:
            is_cell = self._tags[tag].kind in _CELLS
            if is_cell and tag not in self._kids and self._is_in_use(tag):
                self._hold(tag, None)

    def _is_in_use(self, tag: int) -> bool:
        while self._tags[tag].kind != "Table":
            tag = self._tags[tag].parent
            if tag <= 0:
                return False
        return tag in self._kids

    def _walk(self, top: int, ranks: list[int]) -> Iterator[tuple[int, int]]:
        """Yield all tags in use below *top* in reading order, headings with their depths.

        Blocks are read as they are numbered, what stands in lines as it stands there. *ranks*
        are those of the headings before it, see `deepened`; what follows a section is as deep
        as the section.
        """
        waiting: list[int | list[int]] = [top]
        while waiting:
            tag = waiting.pop()
            if isinstance(tag, list):
                ranks = tag
                continue
            kids, kind = self._kids.get(tag), self._tags[tag].kind
            if kids is None:
                # An article that is filed, or nothing at all.
                continue
            if kind in SECTIONS:
                waiting.append(ranks.copy())
            level = deepened(ranks, kind)
            if all(kid < 0 for kid in kids):
                kids.sort(reverse=True)
            yield tag, level
            waiting += [-1 - kid for kid in reversed(kids) if kid < 0]

    def _spelled_parents(self) -> bytes:
        """File the parent tree; return what the root says of it (ISO 32000-1, 7.9.7)."""
        leaves = []
        for first in range(0, len(self._parents), _LEAF):
            some = self._parents[first : first + _LEAF]
            numbers = b" ".join(b"%d %d 0 R" % one for one in enumerate(some, first))
            leaf = b"<< /Limits [%d %d] /Nums [%s] >>" % (first, first + len(some) - 1, numbers)
            leaves.append(self._objects.add(Raw(leaf)))
        tree = self._objects.add(Raw(b"<< /Kids [%s] >>" % b" ".join(leaves)))
        return b"/ParentTree %s /ParentTreeNextKey %d" % (tree, len(self._parents))
