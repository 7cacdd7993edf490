"""The section of the body that is being written, and when another one is needed.

Most documents need one. Another begins where an article counts its notes anew, where the number
of columns changes, and where the page is turned.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from msgspec.structs import replace

from bulletin_export.model.article import Article
from bulletin_export.model.nodes import Note
from bulletin_export.model.walk import find
from bulletin_export.writers.docx import roles
from bulletin_export.writers.docx.markup import paragraph
from bulletin_export.writers.docx.sections import Beginning, Plan, Section


class Flow(msgspec.Struct):
    """The open section; what it holds is written before it is described."""

    plan: Plan
    columns: int = 1
    is_turned: bool = False
    begins: Beginning = "continuous"
    #: Something stands in it.
    is_used: bool = False
    #: It comes after all front matter.
    opens: bool = True
    #: It begins with an article, none of whose notes stand in a section before.
    begins_article: bool = True
    #: How many notes have their marks in what is written.
    notes: int = 0
    #: How many notes there were when it began, and when they last began anew.
    before: int = 0
    counted: int = 0

    def begin_article(self, begins: Beginning, article: Article) -> Iterator[str | Section]:
        """An *article* comes next, which *begins* so; its head stands over all columns.

        Notes after an article stand at the end of its section; those below its pages only
        need a section if there are others to be counted apart from.
        """
        plan = self.plan
        has_others = plan.parts_notes and self.notes > self.counted
        if has_others and (plan.has_end_notes or next(find(article, Note), None)):
            yield from self._close(begins, is_last=True)
            self.counted = self.notes
        yield from self._change(1, False, begins, is_last=True)
        if not self.is_used:
            self.begins, self.begins_article = begins, True

    def enter(self, *, columns: int = 1, is_turned: bool = False) -> Iterator[str | Section]:
        """What comes next stands in so many *columns*, or on a turned page."""
        yield from self._change(columns, is_turned, "continuous")
        self.is_used = True

    def end(self) -> Iterator[str | Section]:
        """All columns are over; one comes next."""
        yield from self._change(1, False, "continuous", is_last=True)

    def section(self, *, ends: bool = True, is_last: bool = True) -> Section:
        """Return the section; *is_last* says whether its article ends with it."""
        plan = self.plan
        section = plan.body(
            opens=self.opens,
            columns=self.columns,
            begins=self.begins,
            ends=ends,
            is_turned=self.is_turned,
        )
        has_notes = self.notes > self.before
        begins_notes = self.begins_article and has_notes and plan.counts_notes
        hands_on = plan.has_end_notes and not is_last
        return replace(section, begins_notes=begins_notes, hands_notes_on=hands_on)

    def _change(
        self, columns: int, is_turned: bool, begins: Beginning, *, is_last: bool = False
    ) -> Iterator[str | Section]:
        if (columns, is_turned) == (self.columns, self.is_turned):
            return
        if is_turned or self.is_turned:
            if self.is_used and self.columns > 1:
                # Columns are level only where something follows on their page.
                yield from self._close("continuous", is_last=is_last)
                self.columns, self.is_used = 1, True
                yield paragraph(roles.BLANK.identifier, "")
            begins = "nextPage"
        if self.is_used:
            yield from self._close(begins, is_last=is_last)
        elif is_turned:
            self.begins = begins
        self.columns, self.is_turned = columns, is_turned

    def _close(self, begins: Beginning, *, is_last: bool) -> Iterator[str | Section]:
        """The section is over, if there is something in it; the next *begins* so."""
        if not self.is_used:
            return
        yield self.section(ends=False, is_last=is_last)
        if self.notes > self.before:
            self.begins_article = False
        self.opens = self.is_used = False
        self.begins, self.before = begins, self.notes
