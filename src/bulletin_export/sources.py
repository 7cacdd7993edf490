"""Sources: bytes, and what is known of them before anybody reads them.

Here the disk is read: the inputs that a person names, and the pictures beside a page.
The network is never asked; what asks it is a `Web` that was given.
"""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Protocol

import msgspec

from bulletin_export.diagnostics import Diagnostic
from bulletin_export.errors import (
    FetchError,
    InvalidAddressError,
    MalformedSourceError,
    NetworkRefusedError,
    NoInputError,
    SourceTooLargeError,
    UnreadableSourceError,
)
from bulletin_export.patterns import lazy_pattern
from bulletin_export.reasons import reason_of
from bulletin_export.wording import phrase

STANDARD_INPUT = "-"

#: No page, feed or picture of a bulletin comes near this many bytes.
LIMIT = 256 * 2**20

#: Bytes that one of them may have after unpacking; a sitemap has 50 MB at the most.
UNPACKED_LIMIT = 64 * 2**20

_PIECE = 2**20
_GZIP = b"\x1f\x8b"
_SCHEME = lazy_pattern(r"[A-Za-z][A-Za-z0-9+.-]+:")
_NETWORK = lazy_pattern(r"(?:https?:|ftp:|//)", re.IGNORECASE)
_ADDRESS = lazy_pattern(r"https?:", re.IGNORECASE)
_PATTERN = lazy_pattern(r"[*?\[]")


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """The bytes of one input.

    ``name`` is what people call it in messages (a path, ``-``, an address);
    ``media_type`` is empty when nobody said; ``address`` is the base for links;
    ``encoding`` is what a person says it is, and beats what the bytes say;
    ``fetched`` the moment they came from the web (ISO 8601), where anybody wrote it down.
    """

    data: bytes
    name: str = "-"
    media_type: str = ""
    address: str = ""
    encoding: str = ""
    fetched: str = ""


#: Gives the bytes behind a picture's address, as written on the page.
#: Raises `ReadError` when it cannot or may not.
Fetch = Callable[[str], bytes]


class Web(Protocol):
    """The door to the network, for whoever was let through."""

    def page(self, address: str) -> Source:
        """Return what stands at *address*.

        Raises:
            FetchError: It cannot be had, or may not.
        """

    def pictures(
        self, addresses: Sequence[str], referer: str = ""
    ) -> Mapping[str, bytes | FetchError]:
        """Return the bytes at each of *addresses*, shown on the page *referer*, or why not."""

    def noticed(self) -> tuple[Diagnostic, ...]:
        """Return what was noticed on the way that concerns no single address, each once."""


def is_address(name: str) -> bool:
    """Tell whether *name* is an address that can be fetched."""
    return bool(_ADDRESS.match(name))


def is_remote(address: str) -> bool:
    """Tell whether *address*, as a page has it, leads to the network, with a scheme or without."""
    return bool(_NETWORK.match(address))


def seen_from(base: str, address: str) -> str:
    """Return where *address*, on the page *base*, leads; itself if it makes no sense."""
    from urllib.parse import urljoin

    try:
        return urljoin(base, address)
    except ValueError:
        return address


def is_folder(name: str) -> bool:
    """Tell whether *name* is a folder; what cannot be a path is none, nor is an empty name."""
    try:
        return bool(name) and Path(name).is_dir()
    except (OSError, ValueError):
        return False


def expand(name: str, suffixes: tuple[str, ...]) -> tuple[str, ...]:
    """Return the files that *name* (file, folder, pattern, ``-``, address) stands for, sorted.

    A folder gives the files below it whose names end in one of *suffixes*; a
    pattern gives whatever files match. Hidden files and folders are passed over, and
    so are the folders that browsers save beside a page (``page_files`` for ``page.html``).

    Raises:
        NoInputError: Nothing is there.
        InvalidAddressError: It is an address of a kind that nobody can fetch.
    """
    if name == STANDARD_INPUT or is_address(name):
        return (name,)
    if is_remote(name):
        raise InvalidAddressError(address=name, reason=phrase("not-of-the-web"))
    path = Path(name)
    found = sorted(_below(path, suffixes)) if is_folder(name) else _matching(name)
    if not found:
        raise NoInputError(name=name, suffixes=suffixes)
    return tuple(str(one) for one in found)


def open_source(name: str) -> Source:
    """Return the bytes of the file *name*, or of the standard input for ``-``.

    Raises:
        UnreadableSourceError: The disk refuses.
        NetworkRefusedError: It is an address, which a `Web` has to fetch.
        SourceTooLargeError: There are more bytes than anybody wants to read.
    """
    if name == STANDARD_INPUT:
        data = _from_standard_input()
        if len(data) > LIMIT:
            raise too_large(name, len(data), LIMIT)
        return Source(data=data, name=name)
    if is_remote(name):
        raise NetworkRefusedError(address=name, reason=phrase("network-off"))
    return Source(data=_bytes(Path(name), name), name=name)


def beside(name: str) -> Fetch:
    """Return what fetches pictures for the page *name*: files near it, and nothing else.

    Near is its own folder and the folder one level above, with all below them,
    after links of the file system are followed.
    """
    folder = None if name == STANDARD_INPUT else Path(name).resolve().parent

    def fetch(address: str) -> bytes:
        if is_remote(address):
            raise NetworkRefusedError(address=address, reason=phrase("network-off"))
        if folder is None:
            raise UnreadableSourceError(source=address, reason=phrase("no-base"))
        if _SCHEME.match(address):
            raise UnreadableSourceError(source=address, reason=phrase("picture-scheme"))
        return _bytes(_near(folder, address), address)

    return fetch


def refuse(address: str) -> bytes:
    """Fetch nothing: for pages that come from nowhere."""
    return beside(STANDARD_INPUT)(address)


def moment_of(field: str) -> str:
    """Return the Date field of a message (RFC 5322, 3.6.1) as ISO 8601 in UTC, if it is one."""
    from datetime import UTC
    from email.utils import parsedate_to_datetime

    try:
        moment = parsedate_to_datetime(field)
        return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if moment.tzinfo else ""
    except (ValueError, TypeError, OverflowError, IndexError):
        return ""


def too_large(name: str, size: int, limit: int) -> SourceTooLargeError:
    """Return the error that the source *name* has *size* bytes, more than *limit*."""
    return SourceTooLargeError(source=name, size=size, limit=limit, unit=phrase("bytes"))


def unpacked(source: Source) -> Source:
    """Return *source* without the gzip wrapping that sitemaps often have.

    What a cut-off file still holds is kept.

    Raises:
        SourceTooLargeError: It unpacks to more bytes than anybody wants to read.
        MalformedSourceError: It only begins like gzip.
    """
    if not source.data.startswith(_GZIP):
        return source
    import gzip
    import zlib

    data = bytearray()
    file = gzip.GzipFile(fileobj=io.BytesIO(source.data))
    try:
        while piece := file.read1(_PIECE):  # Packed files may follow each other.
            data += piece
            if len(data) > UNPACKED_LIMIT:
                raise too_large(source.name, len(data), UNPACKED_LIMIT)
    except (zlib.error, EOFError, OSError) as error:
        if not data:
            raise MalformedSourceError(source=source.name, reason=phrase("part-damaged")) from error
    name = source.name[:-3] if source.name.lower().endswith(".gz") else source.name
    return msgspec.structs.replace(source, data=bytes(data), name=name, media_type="")


def _near(folder: Path, address: str) -> Path:
    from urllib.parse import unquote

    written = re.split(r"[?#]", address, maxsplit=1)[0].replace("\\", "/")
    # A page at the top of a disk must not open the whole disk.
    root = folder if folder.parent == Path(folder.anchor) else folder.parent
    for part in dict.fromkeys((unquote(written), written)):
        try:
            path = (folder / part).resolve()
            is_there = path.is_file()
        except (OSError, ValueError) as error:
            raise UnreadableSourceError(source=address, reason=reason_of(error)) from None
        if part.startswith("/") or not path.is_relative_to(root):
            raise UnreadableSourceError(source=address, reason=phrase("picture-outside"))
        if is_there:
            return path
    raise UnreadableSourceError(source=address, reason=phrase("no-such-file"))


def _from_standard_input() -> bytes:
    if sys.stdin is None:  # The shell closed it.
        raise UnreadableSourceError(source=STANDARD_INPUT, reason=phrase("closed"))
    try:
        return sys.stdin.buffer.read(LIMIT + 1)
    except OSError as error:
        raise UnreadableSourceError(source=STANDARD_INPUT, reason=reason_of(error)) from None


def _bytes(path: Path, name: str) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(LIMIT + 1)
    except (OSError, ValueError) as error:
        raise UnreadableSourceError(source=name, reason=reason_of(error)) from None
    if len(data) > LIMIT:
        raise too_large(name, path.stat().st_size, LIMIT)
    return data


def _below(folder: Path, suffixes: tuple[str, ...]) -> Iterator[Path]:
    try:
        entries = sorted(folder.iterdir())
    except OSError as error:
        raise UnreadableSourceError(source=str(folder), reason=reason_of(error)) from None
    names = {entry.name for entry in entries}
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            if not entry.is_symlink() and not _belongs_to_a_page(entry.name, names):
                yield from _below(entry, suffixes)
        elif entry.name.lower().endswith(suffixes) and entry.is_file():
            yield entry


def _belongs_to_a_page(name: str, names: set[str]) -> bool:
    page, mark, _ = name.rpartition("files")
    return bool(mark) and any(page[:-1] + ending in names for ending in (".html", ".htm"))


def _matching(name: str) -> list[str]:
    try:
        if name and Path(name).exists():
            return [name]
        if not _PATTERN.search(name):
            return []
        from glob import glob

        found = glob(name, recursive=True)  # noqa: PTH207  (a pattern may be absolute)
        return sorted(one for one in found if Path(one).is_file())
    except (OSError, ValueError):
        return []
