"""What is still to be done, in order, and what became of each."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec.structs import replace

from bulletin_export.diagnostics import Diagnostic
from bulletin_export.errors import BulletinError
from bulletin_export.opening import DEEPEST

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
        """Return *outcome*, which came of *turn*; if it names inputs they stand in the line."""
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

    def _dismiss(self, origin: int) -> None:
        """Let all that *origin* named leave the line."""
        for turn in self._turns:
            if turn.future and turn.depth and turn.origin == origin:
                turn.future.cancel()
        stay = [turn for turn in self._turns if not (turn.depth and turn.origin == origin)]
        self._turns = deque(stay)
