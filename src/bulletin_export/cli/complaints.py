"""What click complains about, in our own words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import click

from bulletin_export.errors import WrongCallError
from bulletin_export.wording import Phrase, phrase


def complaint(error: click.ClickException) -> WrongCallError:
    """Return *error* as one of ours."""
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "bulletin-export"
    return WrongCallError(reason=_reason(error), command=command)


def _reason(error: click.ClickException) -> Phrase:
    match error:
        case click.NoSuchOption():
            return _unknown("no-such-option", error.option_name, _options(error.ctx))
        case click.MissingParameter(param=param) if param is not None:
            is_option = param.param_type_name == "option"
            metavar = param.make_metavar(error.ctx or click.Context(click.Command(None)))
            name = f"{param.opts[0]} {metavar}" if is_option else metavar
            return phrase("missing-argument", name=name)
        case click.BadOptionUsage():
            return phrase("missing-value", name=error.option_name)
        case _:
            context = error.ctx if isinstance(error, click.UsageError) else None
            return _by_message(error.format_message(), _commands(context))


def _unknown(code: str, name: str, known: Iterable[str]) -> Phrase:
    """Return that there is no *name*, and which of the *known* ones may be meant."""
    from difflib import get_close_matches

    near = get_close_matches(name, tuple(known), n=1)
    return phrase(f"{code}-but", name=name, near=near[0]) if near else phrase(code, name=name)


def _options(context: click.Context | None) -> Iterator[str]:
    for param in context.command.get_params(context) if context else ():
        yield from param.opts if param.param_type_name == "option" else ()


def _commands(context: click.Context | None) -> list[str]:
    if context and isinstance(context.command, click.Group):
        return context.command.list_commands(context)
    return []


def _by_message(message: str, commands: list[str]) -> Phrase:
    # click has no class for these two.
    for start, code in _STARTS.items():
        if message.startswith(start):
            name = message.removeprefix(start).strip(" '.()s:")
            return _unknown(code, name, commands) if commands else phrase(code, name=name)
    return phrase("wrong-call", detail=message)


_STARTS = {"No such command": "no-such-command", "Got unexpected extra argument": "extra-argument"}
