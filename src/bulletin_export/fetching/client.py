"""One question to one server, asked again when that may help."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Mapping
from itertools import count
from typing import TYPE_CHECKING

import msgspec
from urllib3.exceptions import HTTPError

from bulletin_export.errors import TooMuchContentError, UnreachableError, WrongContentError
from bulletin_export.fetching.addresses import Address
from bulletin_export.fetching.cache import Answer
from bulletin_export.fetching.connections import Connections, Resolver, in_time
from bulletin_export.fetching.failures import reason_of_failure
from bulletin_export.fetching.pacing import LONGEST, Pacer
from bulletin_export.fetching.settings import RETRIES, FetchSettings
from bulletin_export.fetching.unpacking import ACCEPTED, DamagedError, OversizeError, unpacked
from bulletin_export.wording import phrase

if TYPE_CHECKING:
    from urllib3 import BaseHTTPResponse

#: It may be better the next time (RFC 9110 §15.6, RFC 6585 §4).
_PASSING = frozenset((429, 500, 502, 503, 504))
#: Seconds before the second try; doubled each time.
_BACK_OFF = 0.5
#: An answer may need so many times the seconds that a connection may be silent.
_WHOLE = 5
_CHUNK = 2**16
#: A host that failed so many times in a row is not asked again and again, and if it did not
#: answer at all not once in so many seconds: of two hundred pictures each would wait.
_TIMES = 3
_REST = 60.0


class _Trouble(msgspec.Struct, frozen=True):
    """How often in a row a host failed, and when the last time was."""

    times: int
    last: float
    is_silent: bool


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
        self, settings: FetchSettings, pacer: Pacer, resolve: Resolver, now: Callable[[], float]
    ) -> None:
        self._seconds = settings.timeout
        self._pacer = pacer
        self._now = now
        self._connections = Connections(resolve, settings.allow_private, settings.timeout)
        self._troubles: dict[str, _Trouble] = {}

    def answer(self, address: Address, headers: Mapping[str, str], wanted: Wanted) -> Answer:
        """Return what the server says, asking again if it asks for patience or breaks off.

        Raises:
            FetchError: There is no answer, or none that is wanted.
        """
        host = address.host
        for n in count():
            is_last = n == RETRIES or self._is_troubled(address)
            self._pacer.wait(host)
            pause = _BACK_OFF * 2**n
            try:
                answer = self._once(address, headers, wanted)
            except UnreachableError as error:
                if is_last or error.reason.code != "cut-off":
                    self._note(host, is_silent=error.reason.code == "timed-out")
                    raise
            else:
                pause = _retry_after(answer.headers) or pause
                if answer.status not in _PASSING:
                    self._troubles.pop(host, None)
                    return answer
                if is_last or pause > LONGEST:
                    self._note(host, is_silent=False)
                    return answer
            self._pacer.postpone(host, pause)
        raise AssertionError

    def close(self) -> None:
        """Close all connections."""
        self._connections.close()

    def _is_troubled(self, address: Address) -> bool:
        """Tell whether the host has failed so often that asking once is enough.

        Raises:
            UnreachableError: It has not even answered.
        """
        trouble = self._troubles.get(address.host)
        if trouble is None or trouble.times < _TIMES or self._now() >= trouble.last + _REST:
            return False
        if trouble.is_silent:
            reason = phrase("timed-out", seconds=f"{self._seconds:g}")
            raise UnreachableError(address=str(address), reason=reason)
        return True

    def _note(self, host: str, *, is_silent: bool) -> None:
        before = self._troubles.get(host)
        times = before.times + 1 if before else 1
        self._troubles[host] = _Trouble(times, self._now(), is_silent)

    def _once(self, address: Address, headers: Mapping[str, str], wanted: Wanted) -> Answer:
        sent = {**headers, "Accept": wanted.accept, "Accept-Encoding": ACCEPTED}
        try:
            response = self._connections.to(address).urlopen(
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
