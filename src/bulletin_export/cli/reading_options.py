"""The options about reading that ``convert``, ``bundle`` and ``inspect`` share."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from bulletin_export.cleaning_choice import UnknownRuleError, cleaning_choice
from bulletin_export.cli.config import Config, config
from bulletin_export.cli.parts import Count, Option
from bulletin_export.errors import InvalidOptionError
from bulletin_export.extraction.charsets.labels import codec_of
from bulletin_export.fetching.settings import FetchSettings
from bulletin_export.reading import ReadSettings
from bulletin_export.sites.load import load_rules
from bulletin_export.sites.rules import SiteRule
from bulletin_export.sources import is_address
from bulletin_export.styling.template import Template
from bulletin_export.wording import phrase


def reading_options() -> list[Option]:
    """Return the options about reading."""
    return [
        Option(["--encoding"], default="", metavar="NAME"),
        Option(["--clean"], default="", metavar="RULES"),
        Option(["--convert"], default="", metavar="NAME"),
        Option(["--sites"], default="", metavar="DIR"),
        Option(["--config"], default="", metavar="FILE"),
        Option(["--fetch"], is_flag=True),
        Option(["--follow-pages"], is_flag=True),
        Option(["--at-most"], type=Count(), metavar="N"),
        Option(["--cache"], default="", metavar="DIR"),
        Option(["--ignore-robots"], is_flag=True),
        Option(["--allow-private"], is_flag=True),
    ]


def read_settings(options: dict[str, Any], template: Template | None = None) -> ReadSettings:
    """Take the options about reading out of all *options*.

    What they do not say, the file of settings does, and after it *template*.

    Raises:
        UsageError: A value is not possible; the error tells where it stands.
    """
    said = config(options.pop("config"))
    ground = template.cleaning.rules if template else ""
    return ReadSettings(
        encoding=_encoding(*_said("encoding", options, said)),
        cleaning=_cleaning(*_said("clean", options, said)) or ground,
        sites=_sites(_said("sites", options, said)[0]),
        conversion=_conversion(*_said("convert", options, said)),
        fetch=options.pop("fetch"),
        follow_pages=options.pop("follow_pages"),
        keep_source=options.pop("attach_source", False),
        at_most=options.pop("at_most"),
        fetching=_fetching(options),
    )


def for_input(name: str, settings: ReadSettings) -> ReadSettings:
    """Return *settings* for the input *name*: whoever gives an address wants it fetched."""
    return replace(settings, fetch=True) if is_address(name) else settings


def _fetching(options: dict[str, Any]) -> FetchSettings:
    return FetchSettings(
        ignore_robots=options.pop("ignore_robots"),
        allow_private=options.pop("allow_private"),
        cache=options.pop("cache"),
    )


def _said(name: str, options: dict[str, Any], said: Config) -> tuple[str, str]:
    """Return the value of *name*, and where it stands."""
    given: str = options.pop(name)
    if given:
        return given, f"--{name}"
    return getattr(said.reading, name), f"{said.path}: reading.{name}"


def _encoding(name: str, place: str) -> str:
    if name and not codec_of(name):
        advice = phrase("known-encodings")
        raise InvalidOptionError(option=place, value=name, advice=advice)
    return name


def _sites(folder: str) -> tuple[SiteRule, ...]:
    return load_rules(folder) if folder else ()


def _cleaning(rules: str, place: str) -> str:
    try:
        cleaning_choice(rules or "default")
    except UnknownRuleError as error:
        raise InvalidOptionError(option=place, value=error.word, advice=error.advice) from None
    return rules


def _conversion(name: str, place: str) -> str:
    if name:
        from bulletin_export.transforms.script import conversion

        conversion(name, place)  # A missing library is a wrong call, not many failed inputs.
    return name
