"""The options about reading that ``convert``, ``bundle`` and ``inspect`` share."""

from __future__ import annotations

from typing import Any

from bulletin_export.cli.parts import Option
from bulletin_export.errors import InvalidOptionError
from bulletin_export.extraction.charsets.labels import codec_of
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
    if name and not codec_of(name):
        advice = phrase("known-encodings")
        raise InvalidOptionError(option="--encoding", value=name, advice=advice)
    return name
