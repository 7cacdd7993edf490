"""The options about reading that ``convert``, ``bundle`` and ``inspect`` share."""

from __future__ import annotations

from typing import Any

from bulletin_export.cli.parts import Option
from bulletin_export.errors import InvalidOptionError
from bulletin_export.reading import ReadSettings
from bulletin_export.wording import phrase


def reading_options() -> list[Option]:
    """Return the options about reading."""
    return [
        Option(["--encoding"], default="", metavar="NAME"),
    ]


def read_settings(options: dict[str, Any]) -> ReadSettings:
    """Take the options about reading out of all *options*."""
    return ReadSettings(encoding=_encoding(options.pop("encoding")))


def _encoding(name: str) -> str:
    try:
        "".encode(name or "utf-8")  # What is no encoding of text fails too.
    except LookupError:
        advice = phrase("known-encodings")
        raise InvalidOptionError(option="--encoding", value=name, advice=advice) from None
    return name
