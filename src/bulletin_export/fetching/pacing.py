"""Not to press a host: so long between two requests, longer if it asks for it."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock

#: Nobody waits longer for one host because it asks for it.
LONGEST = 120.0


class Pacer:
    """Tells each who asks how long to wait for a host; threads stand in one line.

    *now* gives seconds that never run backwards, *sleep* waits some.
    """

    def __init__(
        self, interval: float, now: Callable[[], float], sleep: Callable[[float], None]
    ) -> None:
        self._interval = interval
        self._now = now
        self._sleep = sleep
        self._next: dict[str, float] = {}
        self._asked: dict[str, float] = {}
        self._lock = Lock()

    def wait(self, host: str) -> None:
        """Return when the turn has come to ask *host*."""
        with self._lock:
            now = self._now()
            turn = max(now, self._next.get(host, now))
            self._next[host] = turn + self._asked.get(host, self._interval)
        if turn > now:
            self._sleep(turn - now)

    def slow_down(self, host: str, interval: float) -> None:
        """Keep at least *interval* seconds between two requests to *host* from now on."""
        with self._lock:
            self._asked[host] = max(self._interval, min(interval, LONGEST))

    def postpone(self, host: str, seconds: float) -> None:
        """Let nobody ask *host* within *seconds*."""
        with self._lock:
            until = self._now() + min(seconds, LONGEST)
            self._next[host] = max(until, self._next.get(host, until))
