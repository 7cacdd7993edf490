"""What click complains about, in our own words."""

from __future__ import annotations

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
            return phrase("no-such-option", name=error.option_name)
        case click.MissingParameter(param=param) if param is not None:
            is_option = param.param_type_name == "option"
            metavar = param.make_metavar(error.ctx or click.Context(click.Command(None)))
            name = f"{param.opts[0]} {metavar}" if is_option else metavar
            return phrase("missing-argument", name=name)
        case click.BadOptionUsage():
            return phrase("missing-value", name=error.option_name)
        case _:
            return _by_message(error.format_message())


def _by_message(message: str) -> Phrase:
    # click has no class for these two.
    for start, code in _STARTS.items():
        if message.startswith(start):
            name = message.removeprefix(start).strip(" '.()s:")
            return phrase(code, name=name)
    return phrase("wrong-call", detail=message)


_STARTS = {"No such command": "no-such-command", "Got unexpected extra argument": "extra-argument"}
