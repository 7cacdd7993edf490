"""How much may come out of a container: bombs are refused before they are unpacked."""

from __future__ import annotations

from bulletin_export.errors import MalformedSourceError
from bulletin_export.wording import phrase

#: Bytes of one part after unpacking; no page or picture comes near.
PART_LIMIT = 64 * 2**20
#: Parts of one container.
COUNT_LIMIT = 100_000

#: Below this many bytes nobody asks how well they were packed.
_HARMLESS = 8 * 2**20
#: Text packs to a tenth, repeated markup to a hundredth; only a bomb to less.
_RATIO = 200
_WHOLE_RATIO = 50


class Budget:
    """Counts what comes out of the container *name* against what went in, in bytes."""

    def __init__(self, name: str, packed: int) -> None:
        self._name = name
        self._packed = packed
        self._unpacked = 0

    def take(self, unpacked: int, packed: int) -> None:
        """Account for a part of *packed* bytes that are *unpacked* ones.

        Raises:
            MalformedSourceError: The part, or with it the whole, is a bomb.
        """
        self._unpacked += unpacked
        self.watch(unpacked, packed)
        if self._unpacked > 8 * _HARMLESS and self._unpacked > _WHOLE_RATIO * self._packed:
            raise self._bomb()

    def watch(self, unpacked: int, packed: int) -> None:
        """Look at a part while it is unpacked, before all of it has come.

        Raises:
            MalformedSourceError: It is a bomb.
        """
        if unpacked > _HARMLESS and unpacked > _RATIO * packed:
            raise self._bomb()

    def _bomb(self) -> MalformedSourceError:
        return MalformedSourceError(source=self._name, reason=phrase("unpacks-without-end"))
