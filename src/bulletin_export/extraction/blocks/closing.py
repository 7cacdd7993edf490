"""What the walk calls when an element ends."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

Closer: TypeAlias = Callable[[], None]


def nothing() -> None:
    """Close an element that opened nothing."""
