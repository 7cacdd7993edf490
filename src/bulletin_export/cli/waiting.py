"""What is still to be done, in order, and what became of each."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec.structs import replace

from bulletin_export.diagnostics import Diagnostic, Severity
from bulletin_export.errors import BulletinError
from bulletin_export.opening import DEEPEST
from bulletin_export.sources import STANDARD_INPUT, is_address

if TYPE_CHECKING:
    from concurrent.futures import Future


class Outcome(msgspec.Struct, frozen=True):
    """What became of one input; ``value`` is what the task returned, if it did."""

    name: str
    value: Any = None
    diagnostics: tuple[Diagnostic, ...] = ()
    error: BulletinError | None = None
    seconds: float = 0.0
    outputs: tuple[str, ...] = ()


class Named(msgspec.Struct, frozen=True):
    """The value of an input that is a mere list: the inputs it names."""

    names: tuple[str, ...]


class Turn:
    """One input in the line: which given input it comes of, and through how many lists."""

    def __init__(self, outcome: Outcome, origin: int, depth: int = 0) -> None:
        self.outcome = outcome
        #: What became of it before it was its turn.
        self.early: Outcome | None = None
        self.origin = origin
        self.depth = depth
        #: Comes when another process does the work.
        self.future: Future[Outcome] | None = None


class Line:
    """Inputs still to be done; what a list names stands where the list stood.

    No more than *at_most* are taken of what one input names, if that is given.
    """

    def __init__(self, pending: Sequence[Outcome], at_most: int | None = None) -> None:
        self._turns = deque(Turn(one, n) for n, one in enumerate(pending))
        self._seen = {one.name for one in pending}
        self._room = dict.fromkeys(range(len(pending)), at_most)

    def __len__(self) -> int:
        return len(self._turns)

    def first(self, count: int) -> Iterator[Turn]:
        """Yield the first *count* turns, which stay in the line."""
        return islice(self._turns, count)

    def pop(self) -> Turn:
        """Return the first turn, which leaves the line."""
        return self._turns.popleft()

    def settled(self, turn: Turn, outcome: Outcome) -> Outcome:
        """Return *outcome*, which came of *turn*; if it names inputs they stand in the line.

        Pages that were joined to it need no turn of their own any more.
        """
        self._join(outcome)
        if isinstance(outcome.value, Named):
            return self._opened(turn, outcome)
        room = self._room[turn.origin]
        if turn.depth and room is not None:
            self._room[turn.origin] = room - 1
            if room == 1:
                self._dismiss(turn.origin)
        return outcome

    def _opened(self, turn: Turn, outcome: Outcome) -> Outcome:
        names = [one for one in dict.fromkeys(outcome.value.names) if one not in self._seen]
        outcome = replace(outcome, value=None)
        if turn.depth == DEEPEST:
            facts: dict[str, object] = {"source": outcome.name, "limit": DEEPEST}
            remark = Diagnostic(code="lists-nest", where=outcome.name, facts=facts)
            return replace(outcome, diagnostics=(*outcome.diagnostics, remark))
        self._seen.update(names)
        turns = [Turn(Outcome(name), turn.origin, turn.depth + 1) for name in names]
        self._turns.extendleft(reversed(turns))
        return outcome

    def _join(self, outcome: Outcome) -> None:
        joined = [one for one in outcome.diagnostics if one.code == "next-page-joined"]
        if not joined or outcome.error:
            return
        places = {place_of(str(one.facts["address"]), outcome.name) for one in joined}
        facts = {"source": outcome.name}
        remark = Diagnostic(code="is-a-next-page", severity=Severity.INFO, facts=facts)
        for turn in self._turns:
            name = turn.outcome.name
            if turn.early is None and place_of(name) in places:
                turn.early = Outcome(name, diagnostics=(replace(remark, where=name),))

    def _dismiss(self, origin: int) -> None:
        """Let all that *origin* named leave the line."""
        for turn in self._turns:
            if turn.future and turn.depth and turn.origin == origin:
                turn.future.cancel()
        stay = [turn for turn in self._turns if not (turn.depth and turn.origin == origin)]
        self._turns = deque(stay)


def place_of(name: str, page: str = "") -> str:
    """Return what all names of one input have in common, seen from the input *page*."""
    if name == STANDARD_INPUT or is_address(name):
        return name
    return os.path.realpath(Path(page).parent / name)
