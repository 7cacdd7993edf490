"""A template as a key: what follows from it alone is made once, for all documents."""

from __future__ import annotations

import msgspec

from bulletin_export.styling.template import Template

_MOST = 8


class Looks:
    """A template that equals every other one that says the same."""

    __slots__ = ("_said", "template")

    def __init__(self, template: Template) -> None:
        self.template = template
        # A template holds mappings, so that it has no hash; its encoded form has.
        self._said = msgspec.msgpack.encode(template)

    @classmethod
    def of(cls, template: Template) -> Looks:
        """Return the looks of *template*, encoded once for all documents in a row."""
        known = _known.get(id(template))
        if known is None:
            if len(_known) == _MOST:
                _known.clear()
            # Holds the template, so that nothing else can get its id.
            known = _known[id(template)] = cls(template)
        return known

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Looks) and self._said == other._said

    def __hash__(self) -> int:
        return hash(self._said)


_known: dict[int, Looks] = {}
