"""Connections that go to an address that was looked at, and to no other.

urllib3 asks the system for a name's addresses when it connects; whoever looks before
sees other answers than it gets, if the name's owner wants so. So looking and
connecting are one step here. TLS and the Host header still have the name.
"""

from __future__ import annotations

import socket
from collections.abc import Callable, Sequence
from contextlib import suppress
from http.client import HTTPException
from threading import Timer
from typing import Any

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

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
    for number in numbers[:4]:
        try:
            return socket.create_connection((number, port), seconds)
        except OSError as error:
            failure = failure or error
    raise failure or OSError


class _Dialled(HTTPConnection):
    """Connects by the given *dial*, and waits for the head of an answer no longer than asked."""

    def __init__(self, *given: Any, dial: Dial, patience: float, **more: Any) -> None:
        super().__init__(*given, **more)
        self._dial = dial
        self._patience = patience
        self._was_cut = False

    def _new_conn(self) -> socket.socket:
        sock = self._dial(self.host, self.port or self.default_port, self._patience)
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return sock

    def getresponse(self) -> Any:
        # The system's time-out starts anew with every byte, and some servers send one at a time.
        timer = Timer(self._patience, self._cut)
        timer.daemon = True
        timer.start()
        try:
            return super().getresponse()
        except (OSError, HTTPException):
            if self._was_cut:
                raise TimeoutError from None
            raise
        finally:
            timer.cancel()

    def _cut(self) -> None:
        self._was_cut = True
        if self.sock is not None:
            with suppress(OSError):
                self.sock.shutdown(socket.SHUT_RDWR)


class _DialledWithTls(_Dialled, HTTPSConnection):
    pass


class _Pool(HTTPConnectionPool):
    ConnectionCls = _Dialled


class _PoolWithTls(HTTPSConnectionPool):
    ConnectionCls = _DialledWithTls


def pool(address: Address, dial: Dial, seconds: float) -> HTTPConnectionPool:
    """Return a few connections to the host of *address*, made when they are needed."""
    kind = _PoolWithTls if address.scheme == "https" else _Pool
    return kind(
        address.host, address.port, timeout=seconds, maxsize=PARALLEL, block=True,
        retries=False, dial=dial, patience=seconds,
    )  # fmt: skip
