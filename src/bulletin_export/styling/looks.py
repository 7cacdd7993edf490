"""A template as a key: what follows from it alone is made once, for all documents."""

from __future__ import annotations

import msgspec
from msgspec.structs import replace

from bulletin_export.styling.template import Template


class Looks:
    """A template that equals every other one that says the same."""

    __slots__ = ("_said", "template")

    def __init__(self, template: Template) -> None:
        # What follows from a house's document is kept by those who open it.
        template = replace(template, house=None) if template.house else template
        self.template = template
        # A template holds mappings, so that it has no hash; its encoded form has.
        self._said = msgspec.msgpack.encode(template)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Looks) and self._said == other._said

    def __hash__(self) -> int:
        return hash(self._said)
