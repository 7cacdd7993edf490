"""How an article was come by: which rule found each value, and where it stood."""

from __future__ import annotations

import msgspec


class Origin(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where one value was taken from.

    ``field`` is its name in the model (``title``, ``date``, ``source``, ``author``);
    ``rule`` a stable word for the way it was found (``printed-label``, ``open-graph``);
    ``place`` what a person would look for on the page (``meta[name=PubDate]``).
    """

    field: str
    rule: str
    place: str = ""


class Evidence(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """What speaks for an article being what the page prints.

    ``confidence`` goes from 0 (a guess) to 1 (given as such, not searched for);
    ``body`` is the rule that found the blocks. ``digest`` is the SHA-256 of the bytes
    that were read, in hex; ``fetched`` the moment they came from the web (ISO 8601).
    """

    confidence: float = 1.0
    body: str = ""
    origins: tuple[Origin, ...] = ()
    digest: str = ""
    fetched: str = ""


class LeftOut(msgspec.Struct, frozen=True):
    """Words in the part of the page that holds the article, which were not taken for its own.

    They stood before the text of the body that ``paragraph`` counts from 0.
    """

    paragraph: int
    text: str
