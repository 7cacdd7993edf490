"""Do one task for every input, each on its own: what fails does not stop the rest."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from time import perf_counter
from typing import TYPE_CHECKING, Any

import msgspec

from bulletin_export import registry
from bulletin_export.diagnostics import Diagnostic
from bulletin_export.errors import BulletinError, InternalError
from bulletin_export.sources import expand

if TYPE_CHECKING:
    from concurrent.futures import Executor

#: Given an input's name, and a list to put its remarks in.
Task = Callable[[str, list[Diagnostic]], Any]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one input; ``value`` is what the task returned, if it did."""

    name: str
    value: Any = None
    diagnostics: tuple[Diagnostic, ...] = ()
    error: BulletinError | None = None
    seconds: float = 0.0
    outputs: tuple[str, ...] = ()


def inputs(names: Iterable[str]) -> tuple[Outcome, ...]:
    """Return one outcome to come for each file behind *names*, each file once.

    A name that leads nowhere has failed already.
    """
    suffixes = tuple(suffix for entry in registry.READERS for suffix in entry.suffixes)
    found: dict[str, Outcome] = {}
    for name in names:
        try:
            for file in expand(name, suffixes):
                found.setdefault(file, Outcome(file))
        except BulletinError as error:
            found.setdefault(name, Outcome(name, error=error))
    return tuple(found.values())


def done(task: Task, pending: Sequence[Outcome], jobs: int) -> Iterator[Outcome]:
    """Yield each of *pending* done, in the same order, however many processes help."""
    if jobs == 1 or len(pending) < 2:
        yield from (attempt(task, one) for one in pending)
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    # Spawned, not forked: the same on every system, and safe beside a progress bar's thread.
    workers = min(jobs, len(pending))
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        yield from _in_order(task, pending, pool, window=2 * workers)


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


def _in_order(
    task: Task, pending: Sequence[Outcome], pool: Executor, window: int
) -> Iterator[Outcome]:
    # No more than a window of finished documents waits in memory.
    running: deque[tuple[Outcome, Callable[[], Outcome]]] = deque()
    for one in pending:
        if len(running) == window:
            yield _result(*running.popleft())
        running.append((one, _submitted(pool, partial(attempt, task, one))))
    while running:
        yield _result(*running.popleft())


def _submitted(pool: Executor, call: Callable[[], Outcome]) -> Callable[[], Outcome]:
    try:
        return pool.submit(call).result
    except RuntimeError as error:  # a process died, and took the pool along
        return partial(_raise, error)


def _raise(error: Exception) -> Outcome:
    raise error


def _result(pending: Outcome, result: Callable[[], Outcome]) -> Outcome:
    try:
        return result()
    except Exception as error:
        return replace(pending, error=InternalError.of(error, pending.name))


def _located(remarks: Iterable[Diagnostic], name: str) -> Iterator[Diagnostic]:
    """Yield each remark once, saying at least in which input it was made."""
    seen = set()
    for one in remarks:
        remark = one if one.where else msgspec.structs.replace(one, where=name)
        key = msgspec.json.encode(remark)
        if key not in seen:
            seen.add(key)
            yield remark
