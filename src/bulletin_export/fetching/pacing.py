"""Not to press a host: so long between two requests, longer if it asks for it."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import Protocol

#: Nobody waits longer for one host because it asks for it.
LONGEST = 120.0


class Turns(Protocol):
    """Who may ask a host when, in seconds since 1970; many may share it."""

    def take(self, host: str, now: float, interval: float) -> float:
        """Return when the next turn comes, and let the one after it come *interval* later."""

    def postpone(self, host: str, until: float) -> None:
        """Let no turn come before *until*."""


class OwnTurns:
    """The turns of this process alone."""

    def __init__(self) -> None:
        self._next: dict[str, float] = {}
        self._lock = Lock()

    def take(self, host: str, now: float, interval: float) -> float:
        """Return when the next turn comes, and let the one after it come *interval* later."""
        with self._lock:
            turn = next_turn(self._next.get(host, now), now)
            self._next[host] = turn + interval
            return turn

    def postpone(self, host: str, until: float) -> None:
        """Let no turn come before *until*."""
        with self._lock:
            self._next[host] = max(until, self._next.get(host, until))


def next_turn(planned: float, now: float) -> float:
    """Return when to ask, if it was *planned* for then; a clock that was put back counts not."""
    return now if planned > now + 2 * LONGEST else max(planned, now)


class Pacer:
    """Lets each who asks wait for the turn.

    *now* gives seconds since 1970, *sleep* waits some.
    """

    def __init__(
        self,
        interval: float,
        turns: Turns,
        now: Callable[[], float],
        sleep: Callable[[float], None],
    ) -> None:
        self._interval = interval
        self._turns = turns
        self._now = now
        self._sleep = sleep
        self._asked: dict[str, float] = {}

    def wait(self, host: str) -> None:
        """Return when the turn has come to ask *host*."""
        now = self._now()
        turn = self._turns.take(host, now, self._asked.get(host, self._interval))
        if turn > now:
            self._sleep(turn - now)

    def slow_down(self, host: str, interval: float) -> None:
        """Keep at least *interval* seconds between two requests to *host* from now on."""
        self._asked[host] = max(self._interval, min(interval, LONGEST))

    def postpone(self, host: str, seconds: float) -> None:
        """Let nobody ask *host* within *seconds*."""
        self._turns.postpone(host, self._now() + min(seconds, LONGEST))
