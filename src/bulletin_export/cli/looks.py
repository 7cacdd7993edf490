"""The options about looks that ``convert`` and ``bundle`` share: a template, and changes to it."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Sequence
from functools import cache
from typing import Any, Self

import click
import msgspec

from bulletin_export import pipeline
from bulletin_export.cli.parts import Choice, Count, Option
from bulletin_export.errors import InvalidOptionError
from bulletin_export.fonts.book import FontBook
from bulletin_export.styling.load import GROUND, load_template
from bulletin_export.styling.template import PERMISSIONS, Template
from bulletin_export.wording import nearest, phrase

_PROFILES = ("plain", "kindle", "apple", "kobo")
_IMPOSITIONS = ("none", "booklet")


class _Words(click.ParamType):  # type: ignore[type-arg]
    """Some of the *known* words, separated by commas; ``none`` for none of them."""

    name = "words"

    def __init__(self, known: Sequence[str]) -> None:
        self._known = tuple(known)

    def convert(self, value: Any, param: Any, ctx: Any) -> list[str]:
        """Return *value* as a list."""
        del param, ctx
        words = [word.strip() for word in str(value).split(",")]
        if words == ["none"]:
            return []
        for word in words:
            if word not in self._known:
                advice = nearest(word, (*self._known, "none"))
                raise InvalidOptionError(option="--permissions", value=word, advice=advice)
        return words


def look_options() -> list[Option]:
    """Return the options about looks."""
    return [
        Option(["--template"], default=GROUND, metavar="NAME|DIR|FILE"),
        Option(["--set"], multiple=True, metavar="KEY=VALUE"),
        Option(["--embed-fonts"], is_flag=True),
        Option(["--cover"], metavar="FILE"),
        Option(["--impose"], type=Choice(_IMPOSITIONS)),
        Option(["--password"], metavar="WORD"),
        Option(["--owner-password"], metavar="WORD"),
        Option(["--toc-depth"], type=Count()),
        Option(["--no-ncx"], is_flag=True),
        Option(["--vertical"], is_flag=True),
        Option(["--profile"], type=Choice(_PROFILES)),
        Option(["--permissions"], type=_Words(PERMISSIONS), metavar="WORD,…"),
    ]


class ChosenLook(msgspec.Struct, frozen=True):
    """What the options say: a template by its name, and KEY=VALUE in the order given."""

    template: str = GROUND
    changes: tuple[str, ...] = ()

    @classmethod
    def of(cls, options: dict[str, Any]) -> Self:
        """Take the options about looks out of all *options*."""
        changes = list(options.pop("set"))
        if options.pop("embed_fonts"):
            changes.append("embed_fonts=true")
        if depth := options.pop("toc_depth"):
            changes.append(f"epub.depth={depth}")
        if options.pop("no_ncx"):
            changes.append("epub.ncx=false")
        if options.pop("vertical"):
            changes.append("epub.writing=vertical")
        if cover := options.pop("cover"):
            changes.append(f"epub.cover={json.dumps(cover, ensure_ascii=False)}")
        if profile := options.pop("profile"):
            changes.append(f"epub.profile={profile}")
        for name in ("impose", "password", "owner_password", "permissions"):
            value = options.pop(name)
            if value is not None:
                # JSON's words and lists are TOML's, too; a password may look like a number.
                changes.append(f"pdf.{name}={json.dumps(value, ensure_ascii=False)}")
        return cls(options.pop("template"), tuple(changes))


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
