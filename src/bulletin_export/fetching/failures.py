"""What went wrong on the way, in words for people."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from http.client import HTTPException
from http.client import IncompleteRead as CutShort

from urllib3.exceptions import HTTPError, IncompleteRead
from urllib3.exceptions import TimeoutError as TimedOut

from bulletin_export.wording import Phrase, phrase

_STATUS = {401: "status-forbidden", 403: "status-forbidden", 404: "status-not-found",
           410: "status-not-found", 429: "status-too-often", 451: "status-forbidden"}  # fmt: skip


def reason_of_failure(error: BaseException, host: str, seconds: float) -> Phrase:
    """Return why no whole answer came from *host*, which had *seconds* for it."""
    chain = tuple(_chain(error))
    for one in chain:
        match one:
            case ssl.SSLError():
                detail = getattr(one, "verify_message", "") or one.reason or str(one)
                return phrase("bad-certificate", detail=detail)
            case TimeoutError() | TimedOut():
                return phrase("timed-out", seconds=f"{seconds:g}")
            case ConnectionRefusedError():
                return phrase("connection-refused", host=host)
            case ConnectionError() | IncompleteRead() | CutShort():
                return phrase("cut-off")
            case HTTPException():
                return phrase("not-http", detail=type(one).__name__)
    last = chain[-1]
    return phrase("not-http", detail=(getattr(last, "strerror", "") or str(last))[:200])


def reason_of_status(status: int) -> Phrase:
    """Return what a *status* that is no success means."""
    code = _STATUS.get(status, "status-failing" if status >= 500 else "status")
    return phrase(code, status=status)


def _chain(error: BaseException) -> Iterator[BaseException]:
    """Yield what lies at the bottom of *error* first: urllib3 wraps causes as arguments."""
    inner = [one for one in error.args if isinstance(one, BaseException)]
    cause = error.__cause__ or (error.__context__ if isinstance(error, HTTPError) else None)
    for one in (*inner, *([cause] if cause else [])):
        yield from _chain(one)
    yield error
