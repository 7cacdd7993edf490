"""Do one task for every input, each on its own: what fails does not stop the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from time import perf_counter
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec.structs import replace

from bulletin_export import containers, registry
from bulletin_export.cli.waiting import Line, Outcome, place_of
from bulletin_export.diagnostics import Diagnostic, Severity
from bulletin_export.errors import BulletinError, InternalError
from bulletin_export.sources import expand, is_folder

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future

#: Given an input's name, and a list to put its remarks in.
Task = Callable[[str, list[Diagnostic]], Any]


def inputs(names: Sequence[str], suffixes: tuple[str, ...] = ()) -> tuple[Outcome, ...]:
    """Return one outcome to come for each file behind *names*, each file once.

    Of a folder those are taken that end in one of *suffixes*; else what can be read.
    A name that leads nowhere has failed already.
    """
    suffixes = suffixes or _readable(names)
    found: dict[str, Outcome] = {}
    for name in names:
        try:
            for file in expand(name, suffixes):
                found.setdefault(place_of(file), Outcome(file))
        except BulletinError as error:
            found.setdefault(name, Outcome(name, error=error))
    return tuple(found.values())


def _readable(names: Sequence[str]) -> tuple[str, ...]:
    # Formats from outside matter where a folder is gone through, and cost a search.
    is_open = any(map(is_folder, names))
    readers = tuple(registry.readers().values()) if is_open else registry.READERS
    own = (suffix for entry in readers for suffix in entry.suffixes if not entry.only_named)
    return (*own, *containers.suffixes())


def done(
    task: Task, pending: Sequence[Outcome], jobs: int, at_most: int | None = None
) -> Iterator[Outcome]:
    """Yield each of *pending* done, in the same order, however many processes help.

    What a list names follows the list, *at_most* so many for each of *pending*.
    """
    line = Line(pending, at_most)
    while line and (jobs == 1 or len(line) == 1):
        turn = line.pop()
        yield line.settled(turn, turn.early or attempt(task, turn.outcome))
    if not line:
        return
    workers = min(jobs, len(line))
    pool = _pool(workers)
    try:
        yield from _in_order(task, line, pool, window=2 * workers)
    finally:
        pool.shutdown(cancel_futures=True)


def attempt(task: Task, pending: Outcome) -> Outcome:
    """Return *pending* after the task was tried on it; no error gets out."""
    if pending.error:
        return pending
    remarks: list[Diagnostic] = []
    start, value, error = perf_counter(), None, None
    try:
        value = task(pending.name, remarks)
    except BulletinError as failure:
        error = failure
    except Exception as failure:
        error = InternalError.of(failure, pending.name)
    diagnostics = tuple(_located(remarks, pending.name))
    return Outcome(pending.name, value, diagnostics, error, perf_counter() - start)


def _in_order(task: Task, line: Line, pool: Executor, window: int) -> Iterator[Outcome]:
    # No more than a window of finished documents waits in memory.
    while line:
        for turn in line.first(window):
            turn.future = turn.future or _submitted(task, turn.outcome, pool)
        turn = line.pop()
        yield line.settled(turn, turn.early or _result(task, turn.outcome, turn.future))


def _pool(workers: int) -> Executor:
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    # Spawned, not forked: the same on every system, and safe beside a progress bar's thread.
    return ProcessPoolExecutor(workers, get_context("spawn"), initializer=_leave_interrupts)


def _leave_interrupts() -> None:
    """Let the first process alone answer Ctrl-C."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _submitted(task: Task, pending: Outcome, pool: Executor) -> Future[Outcome] | None:
    try:
        return pool.submit(attempt, task, pending)
    except RuntimeError:  # A process died and took the pool along.
        return None


def _result(task: Task, pending: Outcome, future: Future[Outcome] | None) -> Outcome:
    from concurrent.futures import BrokenExecutor

    try:
        return future.result() if future else _alone(task, pending)
    except BrokenExecutor:
        return _alone(task, pending)


def _alone(task: Task, pending: Outcome) -> Outcome:
    """Try once more what was under way when a process died, so that only the culprit fails."""
    with _pool(1) as pool:
        try:
            return pool.submit(attempt, task, pending).result()
        except Exception as error:
            return replace(pending, error=InternalError.of(error, pending.name))


def _located(remarks: Iterable[Diagnostic], name: str) -> Iterator[Diagnostic]:
    """Yield each remark once, the gravest form of it, saying at least in which input it was made.

    What was missing when the page was read is missing again in every format.
    """
    kept: dict[bytes, Diagnostic] = {}
    for one in remarks:
        remark = msgspec.structs.replace(one, where=one.where or name)
        key = msgspec.json.encode((remark.code, remark.where, remark.facts))
        kept[key] = max(kept.get(key, remark), remark, key=_gravity)
    yield from kept.values()


def _gravity(remark: Diagnostic) -> int:
    return list(Severity).index(remark.severity)
