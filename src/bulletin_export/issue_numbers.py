"""Issue numbers (期号) that are given out once: a ledger in one SQLite file.

A number is held while an issue is made, kept when it is finished, and free again when it is
not: also when the run was killed. Who holds one keeps a small database beside the ledger under
lock; the operating system lets go of the lock when the process ends, however it ends, and whoever
finds it open takes the number back. Process numbers and clocks would tell that less surely.

The rollback journal is used, not WAL, which does not work on drives of a network.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from uuid import uuid4

from bulletin_export.errors import LedgerError
from bulletin_export.wording import phrase

#: Seconds to wait for another run, which has the ledger for a few milliseconds.
_PATIENCE = 30.0
_SCHEMA = 1
_TABLES = """
CREATE TABLE IF NOT EXISTS number (
  publication TEXT NOT NULL, series TEXT NOT NULL, number INTEGER NOT NULL,
  total INTEGER NOT NULL, made_from TEXT NOT NULL, lease TEXT NOT NULL,
  PRIMARY KEY (publication, series, number)
) WITHOUT ROWID
"""


class Taken(NamedTuple):
    """The number of an issue in its series, and its number among all."""

    number: int
    total: int


class Held:
    """A number that is held until it is kept or given back."""

    def __init__(self, ledger: Path, taken: Taken, lease: Path | None) -> None:
        self.taken = taken
        self._ledger, self._lease = ledger, lease
        self._lock = _locked(lease) if lease else None

    def settle(self, *, is_finished: bool) -> None:
        """Keep the number if the issue *is_finished*, else give it back."""
        if self._lease is None or self._lock is None:
            return  # An issue that is made again keeps the number it had.
        change = (
            "UPDATE number SET lease = '' WHERE lease = ?"
            if is_finished
            else "DELETE FROM number WHERE lease = ?"
        )
        with _open(self._ledger) as ledger:
            ledger.execute(change, [self._lease.name])
        self.release()

    def release(self) -> None:
        """Let go of the lock; a number that is still held is free for the next run."""
        if self._lock and self._lease:
            self._lock.close()
            _put_away(self._lease)
            self._lock = None


#: There was no issue before the ledger.
NONE = Taken(0, 0)


def hold(ledger: Path, publication: str, series: str, made_from: str, last: Taken = NONE) -> Held:
    """Hold the next number of *publication* in its *series* (a year; 增刊 of a year).

    The lowest that is free above *last*, the last one from before there was a ledger; the same
    goes for the total. An issue *made_from* the same file for the same day gets the number it has.

    Raises:
        LedgerError: The file is no ledger, cannot be written, or stays locked.
    """
    lease = ledger.with_name(f"{ledger.name}-{uuid4().hex}")
    with _open(ledger) as opened:
        known = _known(opened, publication, series, made_from)
        if known:
            return Held(ledger, known, None)
        _take_back(opened, ledger)
        taken = _next(opened, publication, series, last)
        lease = ledger.with_name(f"{ledger.name}-{uuid4().hex}")
        held = Held(ledger, taken, lease)
        row = [publication, series, *taken, made_from, lease.name]
        opened.execute("INSERT INTO number VALUES (?, ?, ?, ?, ?, ?)", row)
    return held


def _known(
    ledger: sqlite3.Connection, publication: str, series: str, made_from: str
) -> Taken | None:
    """Return the number that the issue got when it was made before."""
    row = ledger.execute(
        "SELECT number, total FROM number WHERE publication = ? AND series = ? "
        "AND made_from = ? AND lease = ''",
        [publication, series, made_from],
    ).fetchone()
    return Taken(*row) if row else None


def _next(ledger: sqlite3.Connection, publication: str, series: str, last: Taken) -> Taken:
    numbers = ledger.execute(
        "SELECT number FROM number WHERE publication = ? AND series = ?", [publication, series]
    )
    totals = ledger.execute("SELECT total FROM number WHERE publication = ?", [publication])
    return Taken(_free(last.number, numbers), _free(last.total, totals))


def _free(last: int, used: Iterator[tuple[int]]) -> int:
    taken = {one for (one,) in used}
    number = last + 1
    while number in taken:
        number += 1
    return number


def _take_back(ledger: sqlite3.Connection, file: Path) -> None:
    """Free the numbers of runs that are no more, and put away what those left behind.

    Leases are made by whoever has the ledger alone, so each there is has its lock by now.
    """
    there = {one.name for one in file.parent.glob(f"{file.name}-{'[0-9a-f]' * 32}")}
    held = {name for (name,) in ledger.execute("SELECT lease FROM number WHERE lease != ''")}
    for name in sorted(there | held):
        lease = file.with_name(name)
        if name not in there or _is_left(lease):
            ledger.execute("DELETE FROM number WHERE lease = ?", [name])
            _put_away(lease)


def _put_away(lease: Path) -> None:
    for name in (lease.name, f"{lease.name}-journal"):
        lease.with_name(name).unlink(missing_ok=True)


def _is_left(lease: Path) -> bool:
    """Tell whether nobody has *lease* under lock."""
    with contextlib.closing(sqlite3.connect(lease, timeout=0, isolation_level=None)) as other:
        try:
            other.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError:
            return False
    return True


def _locked(lease: Path) -> sqlite3.Connection:
    try:
        lock = sqlite3.connect(lease, isolation_level=None)
        lock.execute("BEGIN EXCLUSIVE")
    except sqlite3.Error as error:
        raise LedgerError(path=str(lease), reason=phrase("permission-denied")) from error
    return lock


@contextlib.contextmanager
def _open(file: Path) -> Iterator[sqlite3.Connection]:
    """Give the ledger in *file*, nobody else using it; what is done comes true at the end."""
    try:
        ledger = sqlite3.connect(file, timeout=_PATIENCE, isolation_level=None)
        with contextlib.closing(ledger):
            ledger.execute("BEGIN IMMEDIATE")
            (version,) = ledger.execute("PRAGMA user_version").fetchone()
            if version not in (0, _SCHEMA):
                raise LedgerError(path=str(file), reason=phrase("newer-ledger"))
            ledger.execute(_TABLES)
            ledger.execute(f"PRAGMA user_version = {_SCHEMA}")
            yield ledger
            ledger.execute("COMMIT")
    except sqlite3.DatabaseError as error:
        is_busy = isinstance(error, sqlite3.OperationalError) and "locked" in str(error)
        is_other = not isinstance(error, sqlite3.OperationalError)
        code = "ledger-busy" if is_busy else "no-ledger" if is_other else "permission-denied"
        raise LedgerError(path=str(file), reason=phrase(code)) from error
