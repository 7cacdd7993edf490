"""The options about looks that ``convert`` and ``bundle`` share: a template, and changes to it."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Any, Self

import msgspec

from bulletin_export import pipeline
from bulletin_export.cli.parts import Choice, Option
from bulletin_export.errors import InvalidOptionError
from bulletin_export.fonts.book import FontBook
from bulletin_export.styling.load import GROUND, load_template
from bulletin_export.styling.template import Template
from bulletin_export.wording import phrase

_IMPOSITIONS = ("none", "booklet")


def look_options() -> list[Option]:
    """Return the options about looks."""
    return [
        Option(["--template"], default=GROUND, metavar="NAME|DIR"),
        Option(["--set"], multiple=True, metavar="KEY=VALUE"),
        Option(["--impose"], type=Choice(_IMPOSITIONS)),
    ]


class ChosenLook(msgspec.Struct, frozen=True):
    """What the options say: a template by its name, and KEY=VALUE in the order given."""

    template: str = GROUND
    changes: tuple[str, ...] = ()

    @classmethod
    def of(cls, options: dict[str, Any]) -> Self:
        """Take the options about looks out of all *options*."""
        changes = options.pop("set")
        if impose := options.pop("impose"):
            changes = (*changes, f"pdf.impose={impose}")
        return cls(options.pop("template"), changes)


@cache
def look(chosen: ChosenLook) -> tuple[Template, FontBook]:
    """Return the template and the faces to set it in: once a process, for every document.

    Raises:
        UsageError: There is no such template or key, or a value is not possible.
    """
    loaded = load_template(chosen.template, dict(map(_change, chosen.changes)))
    return loaded, pipeline.font_book(loaded)


def _change(written: str) -> tuple[str, Any]:
    key, equals, value = written.partition("=")
    key = key.strip()
    if not (equals and all(key.split("."))):
        raise InvalidOptionError(
            option="--set", value=written, advice=phrase("wanted-key-and-value")
        )
    return key, _value(value.strip())


def _value(written: str) -> Any:
    """Return *written* as TOML reads it; words may stand without quotes."""
    try:
        read = tomllib.loads(f"value = {written}")
    except tomllib.TOMLDecodeError:
        return written
    value = read["value"]
    # What begins like a date or holds a line end is a word all the same.
    is_plain = len(read) == 1 and isinstance(value, bool | int | float | str | list)
    return value if is_plain else written
