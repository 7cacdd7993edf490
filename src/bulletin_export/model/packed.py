"""Articles that wait for a writer, their blocks packed away.

As objects an article takes ten times the memory of its text. What orders, groups and lists
articles needs only their heads, which stay as they are; the rest is packed, and beyond some
megabytes waits in a nameless file. It comes back when somebody walks to it.
"""

from __future__ import annotations

import sys
import weakref
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple, overload

import msgspec
from msgspec.structs import replace

from bulletin_export.model.article import Article, Headline
from bulletin_export.model.media import MediaItem

if TYPE_CHECKING:
    from typing import IO

#: Bytes that may wait in memory.
_ROOM = 8 << 20
#: The quickest level of deflate; slower ones save 4 % of the room.
_LEVEL = 1
_NO_HEADLINE = Headline("")
#: What some trees hold that the packed form cannot: lone surrogates, endless nesting, huge numbers.
_UNPACKABLE = (UnicodeEncodeError, RecursionError, OverflowError)


class _Place(NamedTuple):
    """Where a packed body lies in the scratch file, and how long it is packed and unpacked."""

    offset: int
    size: int
    whole: int


class _Entry(NamedTuple):
    """An article without its body, and where that is; ``None`` if it never left."""

    head: Article
    place: _Place | None


class PackedArticles(Sequence[Article]):
    """A sequence of articles that compares equal to the tuple of them."""

    def __init__(self, entries: tuple[_Entry, ...], scratch: _Scratch) -> None:
        self._entries = entries
        self._scratch = scratch

    @classmethod
    def of(cls, articles: Iterable[Article]) -> PackedArticles:
        """Return *articles*, each packed as soon as it comes."""
        scratch = _Scratch()
        return cls(tuple(map(scratch.packed, articles)), scratch)

    @property
    def heads(self) -> Sequence[Article]:
        """The articles, most of them without blocks, evidence and notice."""
        return tuple(entry.head for entry in self._entries)

    def chosen(self, numbers: Iterable[int]) -> PackedArticles:
        """Return the articles with these *numbers*, in this order, still packed."""
        return PackedArticles(tuple(self._entries[n] for n in numbers), self._scratch)

    def __len__(self) -> int:
        return len(self._entries)

    @overload
    def __getitem__(self, index: int) -> Article: ...
    @overload
    def __getitem__(self, index: slice) -> PackedArticles: ...
    def __getitem__(self, index: int | slice) -> Article | PackedArticles:
        if isinstance(index, slice):
            return PackedArticles(self._entries[index], self._scratch)
        return self._scratch.unpacked(self._entries[index])

    def __iter__(self) -> Iterator[Article]:
        return map(self._scratch.unpacked, self._entries)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, PackedArticles | tuple):
            return NotImplemented
        return len(self) == len(other) and all(a == b for a, b in zip(self, other, strict=True))

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({len(self)} articles)"

    def __reduce__(self) -> tuple[Any, ...]:
        return PackedArticles.of, (tuple(self),)


class _Scratch:
    """Packed bodies one after the other; the pictures of all articles, each once."""

    def __init__(self) -> None:
        self._file: IO[bytes] = BytesIO()
        self._end, self._room = 0, _ROOM
        self._media: dict[str, MediaItem] = {}

    def packed(self, article: Article) -> _Entry:
        import deflate

        media = tuple(map(self._once, article.media))
        head = Article(headline=article.headline, metadata=article.metadata, media=media)
        body = Article(
            headline=_NO_HEADLINE,
            blocks=article.blocks,
            evidence=article.evidence,
            notice=article.notice,
        )
        try:
            whole = msgspec.msgpack.encode(body)
        except _UNPACKABLE:
            return _Entry(replace(article, media=media), None)
        place = self._laid_down(bytes(deflate.deflate_compress(whole, _LEVEL)), len(whole))
        return _Entry(head, place)

    def unpacked(self, entry: _Entry) -> Article:
        import deflate

        head, place = entry
        if place is None:
            return head
        self._file.seek(place.offset)
        whole = deflate.deflate_decompress(self._file.read(place.size), place.whole)
        body = msgspec.msgpack.decode(whole, type=Article)
        return replace(head, blocks=body.blocks, evidence=body.evidence, notice=body.notice)

    def _laid_down(self, packed: bytes, whole: int) -> _Place:
        if self._end > self._room:
            self._move()
        self._file.seek(self._end)
        self._file.write(packed)
        self._end += len(packed)
        return _Place(self._end - len(packed), len(packed), whole)

    def _move(self) -> None:
        """Go on in a nameless file; or in memory, if there is no place for one."""
        from tempfile import TemporaryFile

        self._room = sys.maxsize
        try:
            file = TemporaryFile()  # noqa: SIM115 — closed with us
        except OSError:
            return
        weakref.finalize(self, file.close)
        self._file.seek(0)
        file.write(self._file.read())
        self._file = file

    def _once(self, item: MediaItem) -> MediaItem:
        held = self._media.setdefault(item.name, item)
        return held if held == item else item
