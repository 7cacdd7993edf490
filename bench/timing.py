"""Run commands in turns, each in a fresh process, and keep the median of their times."""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


class FailedRunError(Exception):
    """A command of the bench failed, or wrote other files than it should."""


@dataclass(frozen=True, slots=True)
class Contender:
    """A command that writes *files* files into the folder it is given as ``{out}``."""

    name: str
    command: tuple[str, ...]
    files: int


def medians(
    contenders: Sequence[Contender], turns: int, scratch: Path, variables: Mapping[str, str]
) -> dict[str, float]:
    """Return seconds by name: A B C, A B C, …, so that a slow minute hits everybody.

    One turn more is run first and not counted: it warms the disk.

    Raises:
        FailedRunError: A command failed.
    """
    seconds: dict[str, list[float]] = {one.name: [] for one in contenders}
    for turn in range(turns + 1):
        for one in contenders:
            taken = _timed(one, scratch, variables)
            if turn:
                seconds[one.name].append(taken)
    return {name: statistics.median(taken) for name, taken in seconds.items()}


def _timed(one: Contender, scratch: Path, variables: Mapping[str, str]) -> float:
    shutil.rmtree(scratch, ignore_errors=True)
    scratch.mkdir(parents=True)
    command = [part.replace("{out}", str(scratch)) for part in one.command]
    started = time.perf_counter()
    done = subprocess.run(
        command,
        env={**os.environ, **variables},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    taken = time.perf_counter() - started
    files = [path for path in scratch.rglob("*") if path.is_file() and path.stat().st_size > 1000]
    if done.returncode or len(files) != one.files:
        last = "\n".join(done.stderr.splitlines()[-5:])
        raise FailedRunError(f"{one.name}: exit {done.returncode}, {len(files)} files\n{last}")
    return taken
