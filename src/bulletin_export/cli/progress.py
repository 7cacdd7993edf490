"""A progress bar on a terminal, and nothing anywhere else."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

from bulletin_export.cli.voice import Voice

T = TypeVar("T")


def followed(steps: Iterable[T], total: int, voice: Voice) -> Iterator[T]:
    """Yield *steps*, showing how many of *total* are done if somebody is watching."""
    if total < 2 or voice.quiet or not (sys.stderr and sys.stderr.isatty()):
        yield from steps
        return
    from rich.console import Console
    from rich.progress import track

    console = Console(stderr=True)
    yield from track(steps, total=total, description="", console=console, transient=True)
