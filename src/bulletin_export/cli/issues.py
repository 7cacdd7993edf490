"""An issue file as the input of ``bundle``: what it names is read like any other input."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from bulletin_export.cli.jobs import inputs
from bulletin_export.cli.waiting import Outcome
from bulletin_export.issues.checks import remarks
from bulletin_export.issues.composing import Composed, composed, items
from bulletin_export.issues.items import iso, origins
from bulletin_export.issues.reading import read_issue
from bulletin_export.issues.schema import TEMPLATES, Item
from bulletin_export.model.article import Article
from bulletin_export.styling.load import GROUND, template_names

if TYPE_CHECKING:
    from bulletin_export.issue_numbers import Held


#: What stands for the next number, and the file beside the issue file that knows it.
NEXT, LEDGER = "next", "numbers.sqlite"


class OpenIssue:
    """An issue file, and the inputs that its items name."""

    def __init__(self, name: str) -> None:
        self._folder, self._name = Path(name).parent, Path(name).name
        self._held: Held | None = None
        self.file = read_issue(Path(name))
        self._names: dict[str, list[str]] = {}
        self._read: dict[str, list[Article]] = {}
        pending: dict[str, Outcome] = {}
        for item in items(self.file):
            for origin in origins(item, self._folder):
                found = inputs([origin])
                self._names[origin] = [one.name for one in found]
                pending |= {one.name: pending.get(one.name, one) for one in found}
        #: One to come for each input.
        self.pending: Sequence[Outcome] = tuple(pending.values())

    @property
    def template(self) -> str:
        """The template it asks for, or that of its form; a path is seen from its folder."""
        named = self.file.template or TEMPLATES[self.file.form]
        if named in (GROUND, *template_names()):
            return named
        return str(self._folder / named)

    def take(self, read: Iterable[Outcome]) -> Iterator[Outcome]:
        """Yield the outcomes *read*, without the articles, which are kept."""
        known = {one.name for one in self.pending}
        name = ""
        for one in read:
            # What a list names comes behind it, and belongs to it.
            name = one.name if one.name in known else name
            if one.value:
                self._read.setdefault(name, []).extend(one.value.articles)
            yield one

    def number(self) -> None:
        """Hold the next number, if that is asked for; `settle` keeps it or gives it back.

        Raises:
            LedgerError: The ledger beside the issue file cannot be used.
        """
        facts = self.file.issue
        if facts.number != NEXT:
            return
        from bulletin_export.issue_numbers import Taken, hold

        day = iso(facts.date)
        series = f"{'增刊 ' if facts.special else ''}{day[:4]}"
        last = Taken(facts.last_number, facts.last_total)
        made_from = f"{self._name} {day}"
        self._held = hold(self._folder / LEDGER, facts.name, series, made_from, last)
        taken = self._held.taken
        total = taken.total if facts.total == NEXT else facts.total
        self.file = replace(self.file, issue=replace(facts, number=taken.number, total=total))

    def settle(self, *, is_finished: bool) -> None:
        """Keep the number that is held if the issue *is_finished*, else give it back."""
        if self._held:
            self._held.settle(is_finished=is_finished)

    def composed(self, modified: int | None) -> Composed:
        """Return the publication that it describes, of all that was read."""
        made = composed(self.file, self._found, modified)
        noticed = (*made.diagnostics, *remarks(self.file, made.publication))
        return Composed(made.publication, noticed)

    def _found(self, item: Item) -> Iterable[Article]:
        names = chain.from_iterable(self._names[one] for one in origins(item, self._folder))
        return [article for name in names for article in self._read.get(name, ())]
