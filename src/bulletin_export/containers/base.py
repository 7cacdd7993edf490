"""What every container promises."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol, TypeAlias

import msgspec

from bulletin_export.diagnostics import Diagnostic
from bulletin_export.errors import ReadError
from bulletin_export.sources import Fetch, Source


class Part(msgspec.Struct, frozen=True):
    """One page or feed inside a container, and what gives the bytes of its pictures."""

    source: Source
    fetch: Fetch


#: What an opener yields: a part, why there is none, or a remark.
Found: TypeAlias = Part | ReadError | Diagnostic


class Opener(Protocol):
    """Gives what is inside a container, part by part, in its order.

    A part that cannot be had is an error among the others, its name the error's source.
    *outside* fetches what is not inside. Nothing is written anywhere.
    """

    def __call__(self, source: Source, outside: Fetch) -> Iterator[Found]:
        """Yield the parts of *source*.

        Raises:
            ReadError: Nothing can be had from it.
        """
