"""Run commands in turns, each in a fresh process, and keep the median of their times."""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import tempfile
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
    """What one run took: seconds on the wall, and of processors with all threads and children.

    ``peak`` is the most memory it had, in megabytes, ``size`` the bytes it wrote.
    """

    wall: float
    processor: float
    peak: float = 0.0
    size: int = 0


def medians(
    contenders: Sequence[Contender], turns: int, scratch: Path, variables: Mapping[str, str]
) -> dict[str, Taken]:
    """Return times by name: A B C, A B C, …, so that a slow minute hits everybody.

    One turn more is run first and not counted: it warms the disk. A single turn needs none,
    for what takes so long does not feel it.

    Raises:
        FailedRunError: A command failed.
    """
    runs: dict[str, list[Taken]] = {one.name: [] for one in contenders}
    idle = 1 if turns > 1 else 0
    for turn in range(idle + turns):
        for one in contenders:
            taken = _timed(one, scratch, variables)
            if turn >= idle:
                runs[one.name].append(taken)
    return {name: _median(taken) for name, taken in runs.items()}


def _median(runs: Sequence[Taken]) -> Taken:
    return Taken(
        statistics.median(run.wall for run in runs),
        statistics.median(run.processor for run in runs),
        statistics.median(run.peak for run in runs),
        runs[-1].size,
    )


def _timed(one: Contender, scratch: Path, variables: Mapping[str, str]) -> Taken:
    shutil.rmtree(scratch, ignore_errors=True)
    scratch.mkdir(parents=True)
    command = [part.replace("{out}", str(scratch)) for part in one.command]
    with tempfile.TemporaryFile("w+") as said:
        started = time.perf_counter()
        process = subprocess.Popen(
            command,
            env={**os.environ, **variables},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=said,
        )
        # Not Popen.wait: only this tells what the one process used.
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        size = _checked(one, process.returncode, said.read(), scratch)
    return Taken(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, size)


def _checked(one: Contender, code: int, said: str, scratch: Path) -> int:
    """Return how many bytes were written."""
    sizes = [path.stat().st_size for path in scratch.rglob("*") if path.is_file()]
    written = [size for size in sizes if size > 1000]
    if code or len(written) != one.files:
        last = "\n".join(said.splitlines()[-5:])
        raise FailedRunError(f"{one.name}: exit {code}, {len(written)} files\n{last}")
    return sum(written)
