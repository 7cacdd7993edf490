"""What every container promises."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

import msgspec

from bulletin_export.diagnostics import Diagnostic, Severity
from bulletin_export.sources import Fetch, Source


class Part(msgspec.Struct, frozen=True):
    """One page or feed inside a container, and what gives the bytes of its pictures."""

    source: Source
    fetch: Fetch


class Opener(Protocol):
    """Gives what is inside a container, part by part, in its order.

    What cannot be had alone becomes a remark, and the others follow. *outside* fetches
    what is not inside. Nothing is written anywhere.
    """

    def __call__(self, source: Source, outside: Fetch) -> Iterator[Part | Diagnostic]:
        """Yield the parts of *source*.

        Raises:
            ReadError: Nothing can be had from it.
        """


def unreadable(part: str, reason: object) -> Diagnostic:
    """Return the remark that *part* of a container could not be read."""
    facts: dict[str, str | int] = {"part": part, "reason": str(reason)}
    return Diagnostic(code="part-unreadable", severity=Severity.ERROR, facts=facts)
