"""The door to the network: the one way in which anything is fetched."""

from __future__ import annotations

import atexit
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache, partial
from pathlib import Path
from threading import Lock

from bulletin_export.diagnostics import Diagnostic, Severity
from bulletin_export.errors import (
    BadStatusError,
    FetchError,
    RobotsRefusedError,
    TooManyRedirectsError,
    TooMuchContentError,
)
from bulletin_export.fetching import robots
from bulletin_export.fetching.addresses import Address, joined, parsed
from bulletin_export.fetching.cache import Answer, Cache, default_folder
from bulletin_export.fetching.client import Client, Wanted
from bulletin_export.fetching.connections import Resolver, resolved
from bulletin_export.fetching.failures import reason_of_status
from bulletin_export.fetching.pacing import Pacer
from bulletin_export.fetching.settings import (
    ARTICLE_LIMIT,
    ARTICLE_PICTURES,
    PAGE_LIMIT,
    PARALLEL,
    PICTURE_LIMIT,
    REDIRECTS,
    FetchSettings,
)
from bulletin_export.sources import Source, moment_of
from bulletin_export.wording import phrase

_PAGE = Wanted(
    "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    PAGE_LIMIT,
    r"(?:image|audio|video|font|model)/|application/(?:pdf|msword|rtf|vnd\.(?:ms-|openxml))",
)
# What it is, its bytes say; many servers call pictures whatever they like.
_PICTURE = Wanted("image/*,*/*;q=0.5", PICTURE_LIMIT)
_ROBOTS = Wanted("text/plain,*/*;q=0.5", 8 * 2**20)
_REDIRECTING = frozenset((301, 302, 303, 307, 308))
#: No site's wish for slowness is followed further.
_SLOWEST = 10.0


class Door:
    """Fetches pages and pictures for a whole process; threads may share it."""

    def __init__(
        self,
        settings: FetchSettings,
        resolve: Resolver = resolved,
        now: Callable[[], float] = time.time,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._settings = settings
        self._now = now
        self._cache = Cache(Path(settings.cache) if settings.cache else default_folder())
        self._pacer = Pacer(settings.interval, self._cache, now, sleep)
        self._client = Client(settings, self._pacer, resolve, now)
        self._robots: dict[str, robots.Robots] = {}
        self._robots_locks: defaultdict[str, Lock] = defaultdict(Lock)
        self._has_told = False

    def page(self, address: str) -> Source:
        """Return what stands at *address*; its own address is the one where redirects end.

        Raises:
            FetchError: It cannot be had, or may not.
        """
        answer, final = self._named(address, _PAGE, "")
        media_type = answer.headers.get("content-type", "")
        # What the server says holds for a remembered answer too.
        fetched = moment_of(answer.headers.get("date", "")) or _iso(self._now())
        return Source(
            data=answer.body,
            name=address,
            media_type=media_type,
            address=str(final),
            fetched=fetched,
        )

    def pictures(
        self, addresses: Sequence[str], referer: str = ""
    ) -> Mapping[str, bytes | FetchError]:
        """Return the bytes at each of *addresses*, or why they cannot be had; some at a time.

        They belong to one article, and what is too much for one is left out, from the end.
        """
        wanted = tuple(dict.fromkeys(addresses))
        got: dict[str, bytes | FetchError] = dict.fromkeys(wanted[ARTICLE_PICTURES:], _BUDGET)
        fetch = partial(self._picture, referer=referer)
        threads = ThreadPoolExecutor(PARALLEL)
        try:
            running = [(one, threads.submit(fetch, one)) for one in wanted[:ARTICLE_PICTURES]]
            got.update(_within_budget(running))
        finally:
            threads.shutdown(cancel_futures=True)  # Whoever interrupts waits for none of them.
        return got

    def noticed(self) -> tuple[Diagnostic, ...]:
        """Return what was noticed that concerns no single address; each once."""
        if self._has_told or self._cache.trouble is None:
            return ()
        self._has_told = True
        facts = {"folder": str(self._cache.folder), "reason": str(self._cache.trouble)}
        return (Diagnostic(code="cache-unusable", severity=Severity.INFO, facts={**facts}),)

    def close(self) -> None:
        """Close connections and cache."""
        self._client.close()
        self._cache.close()

    def _picture(self, address: str, referer: str) -> bytes | FetchError:
        try:
            return self._named(address, _PICTURE, referer)[0].body
        except FetchError as error:
            return error

    def _named(self, address: str, wanted: Wanted, referer: str) -> tuple[Answer, Address]:
        """Return what `_followed` does; errors call it as it was given."""
        try:
            answer, final = self._followed(parsed(address), wanted, referer, is_polite=True)
            if not 200 <= answer.status < 300:
                status = answer.status
                reason = reason_of_status(status)
                raise BadStatusError(address=address, reason=reason, status=status)
        except FetchError as error:
            raise type(error)(**{**error.facts, "address": address}) from None
        return answer, final

    def _followed(
        self, address: Address, wanted: Wanted, referer: str, *, is_polite: bool
    ) -> tuple[Answer, Address]:
        for _ in range(REDIRECTS + 1):
            if is_polite and not self._settings.ignore_robots:
                self._ask_leave(address)
            answer = self._answer(address, wanted, referer)
            location = answer.headers.get("location", "")
            if answer.status not in _REDIRECTING or not location:
                return answer, address
            address = joined(address, location)
        reason = phrase("redirects", limit=REDIRECTS)
        raise TooManyRedirectsError(address=str(address), reason=reason)

    def _answer(self, address: Address, wanted: Wanted, referer: str) -> Answer:
        # What came from a private network is not for those who may not look there.
        key = ("private " if self._settings.allow_private else "") + str(address)
        kept = self._cache.get(key, self._now())
        if kept and kept.is_fresh:
            answer = kept.answer
            wanted.refuse_unwanted(str(address), answer.headers)
            return answer
        headers = {**_HEADERS, "User-Agent": _user_agent(), **_referer(referer, address)}
        answer = self._client.answer(
            address, {**headers, **(kept.conditions if kept else {})}, wanted
        )
        if kept and answer.status == 304:
            return self._cache.renew(key, kept.answer, answer.headers, self._now())
        self._cache.put(key, answer, self._now())
        return answer

    def _ask_leave(self, address: Address) -> None:
        with self._robots_locks[address.site]:  # Of many threads, one fetches the rules.
            rules = self._robots.get(address.site)
            if rules is None:
                rules = self._robots[address.site] = self._rules(address)
                if rules.delay:
                    self._pacer.slow_down(address.host, min(rules.delay, _SLOWEST))
        if not rules.allows(address.target):
            code = "robots-unreachable" if rules is robots.NOTHING else "robots"
            raise RobotsRefusedError(address=str(address), reason=phrase(code))

    def _rules(self, address: Address) -> robots.Robots:
        place = Address(address.scheme, address.host, address.port, "/robots.txt")
        try:
            answer, _ = self._followed(place, _ROBOTS, "", is_polite=False)
        except (TooManyRedirectsError, TooMuchContentError):
            return robots.ALL  # It may be taken as not being there (RFC 9309 §2.3.1.2).
        if 200 <= answer.status < 300:
            return robots.parsed(answer.body)
        is_failing = answer.status >= 500 or answer.status == 429
        return robots.NOTHING if is_failing else robots.ALL


def door(settings: FetchSettings) -> Door:
    """Return the door for *settings*: one in a process, so that its manners hold for all."""
    if settings not in _DOORS:
        _DOORS[settings] = Door(settings)
    return _DOORS[settings]


def close_doors() -> None:
    """Close every door of this process."""
    while _DOORS:
        _DOORS.popitem()[1].close()


_DOORS: dict[FetchSettings, Door] = {}
atexit.register(close_doors)


_HEADERS = {"Accept-Language": "zh-CN,zh;q=0.9,en;q=0.5"}
_BUDGET = TooMuchContentError(
    address="", reason=phrase("picture-budget", count=ARTICLE_PICTURES, limit=ARTICLE_LIMIT)
)


@cache
def _user_agent() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return f"bulletin-export/{version('bulletin-export')}"
    except PackageNotFoundError:  # run from a checkout
        return "bulletin-export"


def _referer(referer: str, address: Address) -> dict[str, str]:
    """Return the header that tells whose picture it is (RFC 9110 §10.1.3), but on no open line."""
    try:
        page = parsed(referer) if referer else None
    except FetchError:
        page = None
    if page is None or (page.scheme == "https" and address.scheme == "http"):
        return {}
    return {"Referer": str(page)}


def _within_budget(
    running: Sequence[tuple[str, Future[bytes | FetchError]]],
) -> Iterator[tuple[str, bytes | FetchError]]:
    """Yield what came of each, in order, until it is too much for one article."""
    size = 0
    for address, future in running:
        if size > ARTICLE_LIMIT:
            future.cancel()
            yield address, _BUDGET
            continue
        result = future.result()
        size += len(result) if isinstance(result, bytes) else 0
        yield address, result if size <= ARTICLE_LIMIT else _BUDGET


def _iso(seconds: float) -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(seconds))
