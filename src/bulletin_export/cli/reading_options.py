"""The options about reading that ``convert``, ``bundle`` and ``inspect`` share."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from bulletin_export.cli.parts import Count, Option
from bulletin_export.errors import InvalidOptionError
from bulletin_export.extraction.charsets.labels import codec_of
from bulletin_export.fetching.settings import FetchSettings
from bulletin_export.reading import ReadSettings
from bulletin_export.sources import is_address
from bulletin_export.wording import phrase


def reading_options() -> list[Option]:
    """Return the options about reading."""
    return [
        Option(["--encoding"], default="", metavar="NAME"),
        Option(["--fetch"], is_flag=True),
        Option(["--follow-pages"], is_flag=True),
        Option(["--at-most"], type=Count(), metavar="N"),
        Option(["--cache"], default="", metavar="DIR"),
        Option(["--ignore-robots"], is_flag=True),
        Option(["--allow-private"], is_flag=True),
    ]


def read_settings(options: dict[str, Any]) -> ReadSettings:
    """Take the options about reading out of all *options*."""
    return ReadSettings(
        encoding=_encoding(options.pop("encoding")),
        fetch=options.pop("fetch"),
        follow_pages=options.pop("follow_pages"),
        at_most=options.pop("at_most"),
        fetching=FetchSettings(
            ignore_robots=options.pop("ignore_robots"),
            allow_private=options.pop("allow_private"),
            cache=options.pop("cache"),
        ),
    )


def for_input(name: str, settings: ReadSettings) -> ReadSettings:
    """Return *settings* for the input *name*: whoever gives an address wants it fetched."""
    return replace(settings, fetch=True) if is_address(name) else settings


def _encoding(name: str) -> str:
    if name and not codec_of(name):
        advice = phrase("known-encodings")
        raise InvalidOptionError(option="--encoding", value=name, advice=advice)
    return name
