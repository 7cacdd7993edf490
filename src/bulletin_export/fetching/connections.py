"""Connections that go to an address that was looked at, and to no other.

urllib3 asks the system for a name's addresses when it connects; whoever looks before
sees other answers than it gets, if the name's owner wants so. So looking and
connecting are one step here. TLS and the Host header still have the name.
"""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import cached_property
from http.client import HTTPException
from threading import Event, Lock, Timer
from typing import Any

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import HTTPError

from bulletin_export.errors import PrivateAddressError, UnreachableError
from bulletin_export.fetching.addresses import Address
from bulletin_export.fetching.private import is_public
from bulletin_export.fetching.settings import PARALLEL
from bulletin_export.wording import phrase

#: Gives the numbers of a host, as `socket.getaddrinfo` does.
Resolver = Callable[[str, int], Sequence[str]]
#: Connects to a host and port within some seconds.
Dial = Callable[[str, int, float], socket.socket]


def resolved(host: str, port: int) -> Sequence[str]:
    """Return the numbers that the system knows for *host*, each once, its favourite first."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(place[0]) for *_, place in found))


def dialling(resolve: Resolver, allow_private: bool) -> Dial:
    """Return what connects to a host, to private ones only if *allow_private*.

    It raises PrivateAddressError, UnreachableError if there is no such host, or
    whatever the system says when it connects.
    """

    def dial(host: str, port: int, seconds: float) -> socket.socket:
        try:
            numbers = resolve(host, port)
        except (OSError, UnicodeError):
            raise UnreachableError(address=host, reason=phrase("host-unknown", host=host)) from None
        allowed = [one for one in numbers if allow_private or is_public(one)]
        if not allowed:
            number = numbers[0] if numbers else ""
            reason = phrase("private-host", host=host, ip=number)
            raise PrivateAddressError(address=host, reason=reason)
        return _first(allowed, port, seconds)

    return dial


def _first(numbers: Sequence[str], port: int, seconds: float) -> socket.socket:
    failure: OSError | None = None
    numbers = numbers[:4]
    for number in numbers:
        try:
            # What is silent must not use up the time of the others.
            sock = socket.create_connection((number, port), seconds / len(numbers))
        except OSError as error:
            failure = failure or error
        else:
            sock.settimeout(seconds)
            return sock
    raise failure or OSError


@contextmanager
def in_time(seconds: float, cut: Callable[[], object]) -> Iterator[None]:
    """Call *cut* if what is done takes longer than *seconds*; it has failed then.

    A socket's own time-out starts anew with every byte, and some servers send one at a time.

    Raises:
        TimeoutError: It took longer.
    """
    is_over = Event()

    def end() -> None:
        is_over.set()
        with suppress(OSError, RuntimeError, ValueError):  # It may just have ended by itself.
            cut()

    timer = Timer(seconds, end)
    timer.daemon = True
    timer.start()
    try:
        yield
    except (OSError, HTTPException, HTTPError):
        if not is_over.is_set():
            raise
    finally:
        timer.cancel()
    if is_over.is_set():
        raise TimeoutError


class _Dialled(HTTPConnection):
    """Connects by the given *dial*, and waits for the head of an answer no longer than asked."""

    def __init__(self, *given: Any, dial: Dial, patience: float, **more: Any) -> None:
        super().__init__(*given, **more)
        self._dial = dial
        self._patience = patience

    def _new_conn(self) -> socket.socket:
        sock = self._dial(self.host, self.port or self.default_port, self._patience)
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return sock

    def getresponse(self) -> Any:
        with in_time(self._patience, self._cut):
            return super().getresponse()

    def _cut(self) -> None:
        if self.sock is not None:
            self.sock.shutdown(socket.SHUT_RDWR)


class _DialledWithTls(_Dialled, HTTPSConnection):
    pass


class _Pool(HTTPConnectionPool):
    ConnectionCls = _Dialled


class _PoolWithTls(HTTPSConnectionPool):
    ConnectionCls = _DialledWithTls


class Connections:
    """A few connections to each host, made when they are needed and kept open.

    Certificates are checked against those the system trusts.
    """

    def __init__(self, resolve: Resolver, allow_private: bool, seconds: float) -> None:
        self._more = {"dial": dialling(resolve, allow_private), "patience": seconds}
        self._seconds = seconds
        self._pools: dict[str, HTTPConnectionPool] = {}
        self._lock = Lock()

    def to(self, address: Address) -> HTTPConnectionPool:
        """Return the connections to the host of *address*."""
        with self._lock:
            if address.site not in self._pools:
                self._pools[address.site] = self._pool(address)
            return self._pools[address.site]

    def close(self) -> None:
        """Close them all."""
        with self._lock:
            for one in self._pools.values():
                one.close()
            self._pools.clear()

    def _pool(self, address: Address) -> HTTPConnectionPool:
        facts: dict[str, Any] = {**self._more, "timeout": self._seconds, "maxsize": PARALLEL}
        if address.scheme == "http":
            return _Pool(address.host, address.port, block=True, retries=False, **facts)
        facts["ssl_context"] = self._tls
        return _PoolWithTls(address.host, address.port, block=True, retries=False, **facts)

    @cached_property
    def _tls(self) -> ssl.SSLContext:
        # One for all: reading what the system trusts takes longer than a handshake.
        context = ssl.create_default_context()
        # Old servers that do not know RFC 5746 are many among offices; browsers talk to them.
        context.options |= getattr(ssl, "OP_LEGACY_SERVER_CONNECT", 0x4)
        return context
