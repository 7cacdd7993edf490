"""Articles that wait for a writer, their blocks packed away.

As objects an article takes ten times the memory of its text. What orders, groups and lists
articles needs only their heads, so these are packed apart. Beyond some megabytes all of it
waits in a nameless file, and comes back when somebody walks to it.
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
_article = msgspec.msgpack.Decoder(Article)
#: What some trees hold that the packed form cannot: lone surrogates, endless nesting, huge numbers.
_UNPACKABLE = (UnicodeEncodeError, RecursionError, OverflowError)


class _Entry(NamedTuple):
    """Where the head of an article begins, and its packed body behind it."""

    start: int
    head: int
    body: int
    #: The length of the body when it is unpacked.
    whole: int
    #: Pictures are not packed: they are held once for all articles.
    media: tuple[MediaItem, ...]


class _Heads(Sequence[Article]):
    """The articles of a store without blocks and evidence, each unpacked when asked for."""

    def __init__(self, entries: tuple[_Entry | Article, ...], store: _Store) -> None:
        self._entries, self._store = entries, store

    def __len__(self) -> int:
        return len(self._entries)

    @overload
    def __getitem__(self, index: int) -> Article: ...
    @overload
    def __getitem__(self, index: slice) -> _Heads: ...
    def __getitem__(self, index: int | slice) -> Article | _Heads:
        if isinstance(index, slice):
            return _Heads(self._entries[index], self._store)
        return self._store.head(self._entries[index])

    def __iter__(self) -> Iterator[Article]:
        return map(self._store.head, self._entries)


class PackedArticles(Sequence[Article]):
    """A sequence of articles that compares equal to the tuple of them."""

    def __init__(self, entries: tuple[_Entry | Article, ...], store: _Store) -> None:
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
        return _Heads(self._entries, self._store)

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
    """Packed articles one after the other; the pictures of all of them, each once."""

    def __init__(self) -> None:
        self._scratch = Scratch()
        self._media: dict[str, MediaItem] = {}

    def packed(self, article: Article) -> _Entry | Article:
        """Put *article* away; what cannot be packed comes back as it is."""
        import deflate

        media = tuple(map(self._once, article.media))
        article = replace(article, media=media)
        try:
            head = msgspec.msgpack.encode(_head_of(article))
            whole = msgspec.msgpack.encode(_body_of(article))
        except _UNPACKABLE:
            return article
        body = bytes(deflate.deflate_compress(whole, _LEVEL))
        return _Entry(self._scratch.add(head + body), len(head), len(body), len(whole), media)

    def head(self, entry: _Entry | Article) -> Article:
        """Return the article without blocks and evidence, if it was packed."""
        if isinstance(entry, Article):
            return entry
        head = _article.decode(self._scratch.read(entry.start, entry.head))
        return replace(head, media=entry.media) if entry.media else head

    def unpacked(self, entry: _Entry | Article) -> Article:
        """Return the article as it was put away."""
        if isinstance(entry, Article):
            return entry
        import deflate

        packed = self._scratch.read(entry.start, entry.head + entry.body)
        head = _article.decode(packed[: entry.head])
        whole = deflate.deflate_decompress(packed[entry.head :], entry.whole)
        body = _article.decode(whole)
        return replace(head, media=entry.media, blocks=body.blocks, evidence=body.evidence)

    def _once(self, item: MediaItem) -> MediaItem:
        held = self._media.setdefault(item.name, item)
        return held if held == item else item


def _head_of(article: Article) -> Article:
    return Article(headline=article.headline, metadata=article.metadata, notice=article.notice)


def _body_of(article: Article) -> Article:
    return Article(headline=_NO_HEADLINE, blocks=article.blocks, evidence=article.evidence)
