"""Options, arguments and commands that explain themselves in two languages."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

import click

from bulletin_export.errors import InvalidOptionError
from bulletin_export.wording import phrase
from bulletin_export.wording.help import HELP


def _language(ctx: click.Context) -> str:
    return getattr(ctx.find_root().obj, "language", "en")


def told(code: str, ctx: click.Context) -> str:
    """Return what the help says about *code*."""
    return HELP[code].message(_language(ctx))


class Option(click.Option):
    """An option; its help is looked up by its name, or by *about*."""

    def __init__(self, names: Sequence[str], *, about: str = "", **more: Any) -> None:
        super().__init__(names, **more)
        self.about = about or max(names, key=len)

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Return names and explanation."""
        self.help = told(self.about, ctx)
        return super().get_help_record(ctx)


class Choice(click.ParamType):  # type: ignore[type-arg]
    """One of some words; anything else is refused in our own words."""

    name = "choice"

    def __init__(self, words: Sequence[str]) -> None:
        self.words = tuple(words)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return *value* if it is among the words."""
        del ctx
        if value not in self.words:
            raise InvalidOptionError(
                option=_shown(param), value=value, advice=phrase("known", known=self.words)
            )
        return str(value)

    def get_metavar(self, param: click.Parameter, ctx: click.Context | None = None) -> str:
        """Return the words."""
        del param, ctx
        return "|".join(self.words)


class Choices(Choice):
    """One or several of some words, with commas between."""

    name = "choices"

    def convert(  # type: ignore[override]
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        """Return *value* as words, each once."""
        words = (word.strip() for word in str(value).split(","))
        known = {super(Choices, self).convert(word, param, ctx): None for word in words}
        return tuple(known)

    def get_metavar(self, param: click.Parameter, ctx: click.Context | None = None) -> str:
        """Return the words."""
        return f"{super().get_metavar(param, ctx)},…"


class Count(click.ParamType):  # type: ignore[type-arg]
    """A whole number above zero."""

    name = "n"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return *value* as a number."""
        del ctx
        if not re.fullmatch(r"0*[1-9][0-9]{0,3}", str(value)):
            advice = phrase("whole-number-above-zero")
            raise InvalidOptionError(option=_shown(param), value=value, advice=advice)
        return int(value)


def help_option() -> Option:
    """Return ``--help``, for commands that do without click's own.

    That one asks the system for a translation, which takes a millisecond, and we have ours.
    """
    return Option(["--help"], is_flag=True, is_eager=True, expose_value=False, callback=_show_help)


def _show_help(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        click.echo(ctx.get_help())
        ctx.exit()


class Command(click.Command):
    """A command whose help is looked up by its name."""

    def __init__(self, name: str, *, params: Sequence[click.Parameter], **more: Any) -> None:
        super().__init__(name, params=[*params, help_option()], add_help_option=False, **more)

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write usage, explanation and options."""
        helped(self, ctx, formatter, {})


class Family(click.Group):
    """A command with commands of its own."""

    def __init__(self, name: str, **more: Any) -> None:
        super().__init__(name, params=[help_option()], add_help_option=False, **more)

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write usage, explanation and commands."""
        helped(self, ctx, formatter, {name: f"{self.name}.{name}" for name in self.commands})


def helped(
    command: click.Command,
    ctx: click.Context,
    formatter: click.HelpFormatter,
    commands: Mapping[str, str],
) -> None:
    """Write the help of *command*; *commands* are its own ones, and where they are explained."""
    pieces = " ".join(command.collect_usage_pieces(ctx))
    formatter.write_usage(ctx.command_path, pieces, told("usage", ctx))
    parent = (ctx.parent.command.name or "") if ctx.parent else ""
    code = f"{parent}.{command.name}"
    formatter.write_paragraph()
    with formatter.indentation():
        formatter.write_text(told(code if code in HELP else str(command.name), ctx))
    records = [_record(param, ctx) for param in command.get_params(ctx)]
    _section(formatter, told("options", ctx), [record for record in records if record])
    _section(
        formatter,
        told("commands", ctx),
        [(name, told(code, ctx)) for name, code in commands.items()],
    )


def _record(param: click.Parameter, ctx: click.Context) -> tuple[str, str] | None:
    return param.get_help_record(ctx) if param.param_type_name == "option" else None


def _section(
    formatter: click.HelpFormatter, title: str, records: Sequence[tuple[str, str]]
) -> None:
    if records:
        with formatter.section(title):
            formatter.write_dl(records)


def _shown(param: click.Parameter | None) -> str:
    if param is None:
        return ""
    return (
        max(param.opts, key=len) if param.param_type_name == "option" else str(param.name).upper()
    )
