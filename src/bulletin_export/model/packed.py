"""Articles that wait for a writer, their blocks packed away.

As objects an article takes ten times the memory of its text. What orders, groups and lists
articles needs only their heads, which stay as they are; the rest is packed, and beyond some
megabytes waits in a nameless file. It comes back when somebody walks to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple, overload

import msgspec
from msgspec.structs import replace

from bulletin_export.model.article import Article, Headline
from bulletin_export.model.media import MediaItem
from bulletin_export.scratch import Scratch

#: The quickest level of deflate; slower ones save 4 % of the room.
_LEVEL = 1
_NO_HEADLINE = Headline("")
#: What some trees hold that the packed form cannot: lone surrogates, endless nesting, huge numbers.
_UNPACKABLE = (UnicodeEncodeError, RecursionError, OverflowError)


class _Place(NamedTuple):
    """Where a packed body begins, and how long it is packed and unpacked."""

    start: int
    size: int
    whole: int


class _Entry(NamedTuple):
    """An article without its body, and where that is; ``None`` if it never left."""

    head: Article
    place: _Place | None


class PackedArticles(Sequence[Article]):
    """A sequence of articles that compares equal to the tuple of them."""

    def __init__(self, entries: tuple[_Entry, ...], store: _Store) -> None:
        self._entries = entries
        self._store = store

    @classmethod
    def of(cls, articles: Iterable[Article]) -> PackedArticles:
        """Return *articles*, each packed as soon as it comes."""
        store = _Store()
        return cls(tuple(map(store.packed, articles)), store)

    @property
    def heads(self) -> Sequence[Article]:
        """The articles, most of them without blocks and evidence."""
        return tuple(entry.head for entry in self._entries)

    def chosen(self, numbers: Iterable[int]) -> PackedArticles:
        """Return the articles with these *numbers*, in this order, still packed."""
        return PackedArticles(tuple(self._entries[n] for n in numbers), self._store)

    def __len__(self) -> int:
        return len(self._entries)

    @overload
    def __getitem__(self, index: int) -> Article: ...
    @overload
    def __getitem__(self, index: slice) -> PackedArticles: ...
    def __getitem__(self, index: int | slice) -> Article | PackedArticles:
        if isinstance(index, slice):
            return PackedArticles(self._entries[index], self._store)
        return self._store.unpacked(self._entries[index])

    def __iter__(self) -> Iterator[Article]:
        return map(self._store.unpacked, self._entries)

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


class _Store:
    """Packed bodies one after the other; the pictures of all articles, each once."""

    def __init__(self) -> None:
        self._scratch = Scratch()
        self._media: dict[str, MediaItem] = {}

    def packed(self, article: Article) -> _Entry:
        import deflate

        media = tuple(map(self._once, article.media))
        head = Article(
            headline=article.headline,
            metadata=article.metadata,
            media=media,
            notice=article.notice,
        )
        body = Article(headline=_NO_HEADLINE, blocks=article.blocks, evidence=article.evidence)
        try:
            whole = msgspec.msgpack.encode(body)
        except _UNPACKABLE:
            return _Entry(replace(article, media=media), None)
        packed = bytes(deflate.deflate_compress(whole, _LEVEL))
        return _Entry(head, _Place(self._scratch.add(packed), len(packed), len(whole)))

    def unpacked(self, entry: _Entry) -> Article:
        import deflate

        head, place = entry
        if place is None:
            return head
        packed = self._scratch.read(place.start, place.size)
        whole = deflate.deflate_decompress(packed, place.whole)
        body = msgspec.msgpack.decode(whole, type=Article)
        return replace(head, blocks=body.blocks, evidence=body.evidence)

    def _once(self, item: MediaItem) -> MediaItem:
        held = self._media.setdefault(item.name, item)
        return held if held == item else item
