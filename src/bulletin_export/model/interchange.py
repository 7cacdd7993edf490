"""The public JSON form of a publication: written and read again without loss."""

from __future__ import annotations

from typing import Any, Final, Literal

import msgspec

from bulletin_export.model.publication import Publication

#: Raised when the form changes so that older readers could not read it.
VERSION: Final = 1


class Interchange(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The outermost object of the JSON form."""

    bulletin_export: Literal[1]
    publication: Publication


def to_json(publication: Publication) -> bytes:
    """Return *publication* in its public JSON form, indented, in UTF-8."""
    return msgspec.json.format(_encoded(publication), indent=1)


def _encoded(publication: Publication) -> bytes:
    # The only thing inside that is not plain data: articles that wait packed.
    return msgspec.json.encode(Interchange(VERSION, publication), enc_hook=tuple)


def from_json(data: bytes) -> Publication:
    """Return the publication written in *data*.

    Raises:
        msgspec.MsgspecError: It is not that form; the message gives the path.
        RecursionError: It nests without end.
    """
    return msgspec.json.decode(data, type=Interchange).publication


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of the form."""
    schema = msgspec.json.schema(Interchange)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
