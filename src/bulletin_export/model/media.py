"""Pictures that belong to an article, kept beside the tree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import msgspec


class MediaItem(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The bytes of one picture.

    ``name`` is derived from the bytes, so equal pictures have equal names and a
    publication holds each of them once.
    """

    name: str
    media_type: str
    data: bytes

    @classmethod
    def of(cls, data: bytes, media_type: str) -> MediaItem:
        """Return *data* as an item, named after its content."""
        from hashlib import sha256  # Loads OpenSSL, and most articles have no pictures.

        suffix = media_type.rpartition("/")[2].partition("+")[0].removeprefix("x-")
        return cls(f"{sha256(data).hexdigest()[:16]}.{suffix}", media_type, data)

    def __repr__(self) -> str:
        # Megabytes of escaped bytes help nobody who reads a failure.
        return f"MediaItem({self.name!r}, {self.media_type!r}, {len(self.data)} bytes)"


class MediaBag(Mapping[str, MediaItem]):
    """The media of many articles by name, each once, in order of first appearance."""

    def __init__(self, items: Iterable[MediaItem] = ()) -> None:
        self._items = {item.name: item for item in items}

    def __getitem__(self, name: str) -> MediaItem:
        return self._items[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)
