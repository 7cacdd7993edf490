"""One question to one server, asked again when that may help."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Mapping
from itertools import count
from threading import Lock
from typing import TYPE_CHECKING

import msgspec
from urllib3.exceptions import HTTPError

from bulletin_export.errors import TooMuchContentError, UnreachableError, WrongContentError
from bulletin_export.fetching.addresses import Address
from bulletin_export.fetching.cache import Answer
from bulletin_export.fetching.connections import Resolver, dialling, in_time, pool, resolved
from bulletin_export.fetching.failures import reason_of_failure
from bulletin_export.fetching.pacing import LONGEST, Pacer
from bulletin_export.fetching.settings import RETRIES, FetchSettings
from bulletin_export.fetching.unpacking import ACCEPTED, DamagedError, OversizeError, unpacked
from bulletin_export.wording import phrase

if TYPE_CHECKING:
    from urllib3 import BaseHTTPResponse
    from urllib3.connectionpool import HTTPConnectionPool

#: It may be better the next time (RFC 9110 §15.6, RFC 6585 §4).
_PASSING = frozenset((429, 500, 502, 503, 504))
#: Seconds before the second try; doubled each time.
_BACK_OFF = 0.5
#: An answer may need so many times the seconds that a connection may be silent.
_WHOLE = 5
_CHUNK = 2**16
#: A host that was silent so many times in a row is left alone for so many seconds: of two
#: hundred pictures each would wait.
_SILENCES = 3
_REST = 60.0


class Wanted(msgspec.Struct, frozen=True):
    """What is asked for: what is said of it, and how much of it is taken."""

    accept: str
    limit: int
    #: Media types whose bodies are not taken at all.
    unwanted: str = r"(?!)"

    def refuse_unwanted(self, address: str, headers: Mapping[str, str]) -> None:
        """Let no body of an unwanted media type be taken.

        Raises:
            WrongContentError: The *headers* say it is one.
        """
        media_type = headers.get("content-type", "").partition(";")[0].strip().lower()
        if re.match(self.unwanted, media_type):
            reason = phrase("content-type", media_type=media_type)
            raise WrongContentError(address=address, reason=reason)


class Client:
    """Asks servers, a few connections to each kept open; threads may share it."""

    def __init__(
        self,
        settings: FetchSettings,
        resolve: Resolver = resolved,
        now: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.pacer = Pacer(settings.interval, now, sleep)
        #: How many questions were sent.
        self.asked = 0
        self._seconds = settings.timeout
        self._now = now
        self._dial = dialling(resolve, settings.allow_private)
        self._pools: dict[str, HTTPConnectionPool] = {}
        self._silent: dict[str, tuple[int, float]] = {}
        self._lock = Lock()

    def answer(self, address: Address, headers: Mapping[str, str], wanted: Wanted) -> Answer:
        """Return what the server says, asking again if it asks for patience or breaks off.

        Raises:
            FetchError: There is no answer, or none that is wanted.
        """
        for n in count():
            self._give_up_on_the_silent(address)
            self.pacer.wait(address.host)
            pause = _BACK_OFF * 2**n
            try:
                answer = self._once(address, headers, wanted)
            except UnreachableError as error:
                self._note_silence(address.host, error)
                if n == RETRIES or error.reason.code != "cut-off":
                    raise
            else:
                self._silent.pop(address.host, None)
                pause = _retry_after(answer.headers) or pause
                if n == RETRIES or answer.status not in _PASSING or pause > LONGEST:
                    return answer
            self.pacer.postpone(address.host, pause)
        raise AssertionError

    def _give_up_on_the_silent(self, address: Address) -> None:
        count, since = self._silent.get(address.host, (0, 0.0))
        if count >= _SILENCES and self._now() < since + _REST:
            reason = phrase("timed-out", seconds=f"{self._seconds:g}")
            raise UnreachableError(address=str(address), reason=reason)

    def _note_silence(self, host: str, error: UnreachableError) -> None:
        if error.reason.code == "timed-out":
            with self._lock:
                self._silent[host] = (self._silent.get(host, (0, 0.0))[0] + 1, self._now())

    def close(self) -> None:
        """Close all connections."""
        with self._lock:
            for one in self._pools.values():
                one.close()
            self._pools.clear()

    def _once(self, address: Address, headers: Mapping[str, str], wanted: Wanted) -> Answer:
        sent = {**headers, "Accept": wanted.accept, "Accept-Encoding": ACCEPTED}
        with self._lock:
            self.asked += 1
        try:
            response = self._pool(address).urlopen(
                "GET", address.target, headers=sent, redirect=False, retries=False,
                preload_content=False, decode_content=False,
            )  # fmt: skip
            try:
                return self._taken(response, str(address), wanted)
            except BaseException:
                response.close()  # What is left of the answer must not answer the next question.
                raise
            finally:
                response.release_conn()
        except (HTTPError, OSError) as error:
            reason = reason_of_failure(error, address.host, self._seconds)
            raise UnreachableError(address=str(address), reason=reason) from None

    def _pool(self, address: Address) -> HTTPConnectionPool:
        with self._lock:
            if address.site not in self._pools:
                self._pools[address.site] = pool(address, self._dial, self._seconds)
            return self._pools[address.site]

    def _taken(self, response: BaseHTTPResponse, address: str, wanted: Wanted) -> Answer:
        # A value may be folded over lines (RFC 9112 §5.2), and must not be when it is sent back.
        headers = {name.lower(): " ".join(v.split()) for name, v in response.headers.items()}
        if response.status < 300:
            wanted.refuse_unwanted(address, headers)
        with in_time(_WHOLE * self._seconds, response.shutdown):
            packed = _packed(response, address, wanted.limit)
        try:
            body = unpacked(packed, headers.pop("content-encoding", ""), wanted.limit)
        except OversizeError:
            raise _too_much(address, wanted.limit) from None
        except DamagedError:
            raise UnreachableError(address=address, reason=phrase("bad-compression")) from None
        return Answer(response.status, headers, body)


def _packed(response: BaseHTTPResponse, address: str, limit: int) -> bytes:
    declared = response.headers.get("content-length", "")
    if declared.isdecimal() and int(declared[:18]) > limit:
        raise _too_much(address, limit)
    data = bytearray()
    while chunk := response.read1(_CHUNK, decode_content=False):
        data += chunk
        if len(data) > limit:
            raise _too_much(address, limit)
    return bytes(data)


def _too_much(address: str, limit: int) -> TooMuchContentError:
    return TooMuchContentError(address=address, reason=phrase("answer-too-large", limit=limit))


def _retry_after(headers: Mapping[str, str]) -> float:
    """Return the seconds that the server asks to wait (RFC 9110 §10.2.3), or 0."""
    said = headers.get("retry-after", "").strip()
    if re.fullmatch(r"[0-9]{1,9}", said):
        return float(said)
    from email.utils import parsedate_to_datetime

    try:
        return max(0.0, parsedate_to_datetime(said).timestamp() - time.time()) if said else 0.0
    except (ValueError, OverflowError):
        return 0.0
