"""Answers kept on disk, so that a second run asks nothing new (RFC 9111).

One SQLite file, which several processes may use at once. Whatever goes wrong with it,
the answer is fetched as if nothing had been kept.
"""

from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from threading import Lock
from typing import TypeVar

import msgspec

from bulletin_export.fetching import freshness
from bulletin_export.fetching.pacing import OwnTurns, next_turn

#: Bytes that are kept; what was not asked for longest goes first.
LIMIT = 512 * 2**20
#: A larger answer is not kept.
LARGEST = 32 * 2**20
_NAME = "answers.sqlite"
_FORMAT = 1
_TABLES = """
    create table answers (
        address text primary key, used real not null, size integer not null,
        fresh_until real not null, head blob not null, body blob not null) without rowid;
    create table turns (host text primary key, next real not null) without rowid;
"""

T = TypeVar("T")


class Answer(msgspec.Struct, frozen=True):
    """What a server answered; names of headers are in lower case, the body is unpacked."""

    status: int
    headers: dict[str, str]
    body: bytes = b""


class Kept(msgspec.Struct, frozen=True):
    """An answer from before, and whether it may be used without asking."""

    answer: Answer
    is_fresh: bool

    @property
    def conditions(self) -> dict[str, str]:
        """Headers that ask for the body only if it is another one (RFC 9110 §13.1)."""
        names = {"etag": "If-None-Match", "last-modified": "If-Modified-Since"}
        headers = self.answer.headers
        return {asked: headers[name] for name, asked in names.items() if name in headers}


class _Head(msgspec.Struct):
    status: int
    headers: dict[str, str]


class Cache:
    """The answers in the folder *folder*, which is made if need be.

    Processes that share it take turns at a host, too (`Turns`). ``trouble`` says why
    nothing can be kept, if that is so.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.trouble: Exception | None = None
        self._turns = OwnTurns()
        self._lock = Lock()
        self._base: sqlite3.Connection | None = None
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._base = _opened(folder / _NAME)
        except (OSError, sqlite3.Error) as error:
            self.trouble = error

    def get(self, address: str, now: float) -> Kept | None:
        """Return what was kept of *address*."""

        def look(base: sqlite3.Connection) -> Kept | None:
            ask = "select fresh_until, head, body from answers where address = ?"
            row = base.execute(ask, (address,)).fetchone()
            if row is None:
                return None
            touch = "update answers set used = ? where address = ? and used < ?"
            base.execute(touch, (now, address, now - 3600))
            head = msgspec.json.decode(row[1], type=_Head)
            return Kept(Answer(head.status, head.headers, row[2]), is_fresh=now < row[0])

        return self._done(look)

    def put(self, address: str, answer: Answer, now: float) -> None:
        """Keep *answer* if it may be kept; what was kept of *address* is gone in any case."""
        head = msgspec.json.encode(_Head(answer.status, answer.headers))
        size = len(head) + len(answer.body)
        until = freshness.fresh_until(answer.headers, now)
        row = (address, now, size, until, head, answer.body)
        if freshness.may_keep(answer.status, answer.headers) and size <= LARGEST:
            self._done(lambda base: base.execute("replace into answers values (?,?,?,?,?,?)", row))
        else:
            forget = "delete from answers where address = ?"
            self._done(lambda base: base.execute(forget, (address,)))

    def renew(self, address: str, kept: Answer, headers: Mapping[str, str], now: float) -> Answer:
        """Return *kept* with the *headers* that came with a 304, and keep it so (§4.3.4)."""
        told = {name: value for name, value in headers.items() if name not in _OF_THE_BODY}
        answer = Answer(kept.status, {**kept.headers, **told}, kept.body)
        self.put(address, answer, now)
        return answer

    def take(self, host: str, now: float, interval: float) -> float:
        """Return when the turn comes to ask *host*, among all processes that share the folder."""

        def queue(base: sqlite3.Connection) -> float:
            base.execute("begin immediate")
            try:
                row = base.execute("select next from turns where host = ?", (host,)).fetchone()
                turn = next_turn(row[0] if row else now, now)
                base.execute("replace into turns values (?, ?)", (host, turn + interval))
            finally:
                base.execute("commit")
            return turn

        own = self._turns.take(host, now, interval)
        shared = self._done(queue)
        return own if shared is None else shared

    def postpone(self, host: str, until: float) -> None:
        """Let no turn at *host* come before *until*, in any process."""
        later = "update turns set next = max(next, ?) where host = ?"
        self._turns.postpone(host, until)
        self._done(lambda base: base.execute(later, (until, host)))

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._give_up()

    def _done(self, work: Callable[[sqlite3.Connection], T]) -> T | None:
        """Return what *work* gives, or nothing if there is no file to work with."""
        with self._lock:
            if self._base is None:
                return None
            try:
                return work(self._base)
            except (sqlite3.Error, msgspec.DecodeError) as error:
                # When another process writes for long, this one thing is not kept.
                if "locked" not in str(error):
                    self.trouble = error
                    self._give_up()
                return None

    def _give_up(self) -> None:
        if self._base is not None:
            self._base.close()
        self._base = None


_OF_THE_BODY = frozenset(
    ("content-length", "content-encoding", "content-type", "transfer-encoding")
)


def _opened(path: Path) -> sqlite3.Connection:
    base = sqlite3.connect(path, timeout=5, isolation_level=None, check_same_thread=False)
    base.execute("pragma synchronous = off")  # After a power cut an answer is fetched again.
    if _version(base) != _FORMAT:
        base.execute("begin immediate")  # Another process may be at the same.
        if _version(base) != _FORMAT:
            for statement in ("drop table if exists answers", "drop table if exists turns",
                              *_TABLES.split(";")[:-1]):  # fmt: skip
                base.execute(statement)
            base.execute(f"pragma user_version = {_FORMAT}")
        base.execute("commit")
    _prune(base)
    return base


def _version(base: sqlite3.Connection) -> int:
    return int(base.execute("pragma user_version").fetchone()[0])


def _prune(base: sqlite3.Connection) -> None:
    size = base.execute("select coalesce(sum(size), 0) from answers").fetchone()[0]
    if size <= LIMIT:
        return
    oldest = base.execute("select address, size from answers order by used").fetchall()
    for address, freed in oldest:
        if size <= LIMIT * 3 // 4:
            break
        base.execute("delete from answers where address = ?", (address,))
        size -= freed


def default_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """Return where the system wants programs to keep what can be had again."""
    if sys.platform == "win32":
        place = environment.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local"
    elif sys.platform == "darwin":
        place = Path.home() / "Library" / "Caches"
    else:
        # What is not absolute is to be ignored (XDG Base Directory Specification).
        said = environment.get("XDG_CACHE_HOME", "")
        place = said if said.startswith("/") else Path.home() / ".cache"
    return Path(place) / "bulletin-export"
