"""Run commands in turns, each in a fresh process, and keep the median of their times."""

from __future__ import annotations

import os
import resource
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


@dataclass(frozen=True, slots=True)
class Taken:
    """Seconds of one run: on the wall, and of processors (all threads and children)."""

    wall: float
    processor: float


def medians(
    contenders: Sequence[Contender], turns: int, scratch: Path, variables: Mapping[str, str]
) -> dict[str, Taken]:
    """Return times by name: A B C, A B C, …, so that a slow minute hits everybody.

    One turn more is run first and not counted: it warms the disk.

    Raises:
        FailedRunError: A command failed.
    """
    runs: dict[str, list[Taken]] = {one.name: [] for one in contenders}
    for turn in range(turns + 1):
        for one in contenders:
            taken = _timed(one, scratch, variables)
            if turn:
                runs[one.name].append(taken)
    return {name: _median(taken) for name, taken in runs.items()}


def _median(runs: Sequence[Taken]) -> Taken:
    walls = statistics.median(run.wall for run in runs)
    return Taken(walls, statistics.median(run.processor for run in runs))


def _timed(one: Contender, scratch: Path, variables: Mapping[str, str]) -> Taken:
    shutil.rmtree(scratch, ignore_errors=True)
    scratch.mkdir(parents=True)
    command = [part.replace("{out}", str(scratch)) for part in one.command]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.perf_counter()
    done = subprocess.run(
        command,
        env={**os.environ, **variables},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    wall = time.perf_counter() - started
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    _check(one, done, scratch)
    return Taken(wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def _check(one: Contender, done: subprocess.CompletedProcess[str], scratch: Path) -> None:
    files = [path for path in scratch.rglob("*") if path.is_file() and path.stat().st_size > 1000]
    if done.returncode or len(files) != one.files:
        last = "\n".join(done.stderr.splitlines()[-5:])
        raise FailedRunError(f"{one.name}: exit {done.returncode}, {len(files)} files\n{last}")
