"""The program: finds the command, runs it, and turns what went wrong into an exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any, NoReturn

import click
from click.exceptions import NoArgsIsHelpError

from bulletin_export.cli.complaints import complaint
from bulletin_export.cli.parts import Choice, Option, help_option, helped
from bulletin_export.cli.voice import Voice, flush, language_of, speak_utf8
from bulletin_export.errors import BulletinError, CannotWriteError, InternalError, UsageError
from bulletin_export.wording import LANGUAGES

#: Commands by name; each lives in the module of that name.
COMMANDS = ("convert", "bundle", "new", "inspect", "check", "formats", "templates", "fonts")

#: What the shell calls a program that was interrupted.
_INTERRUPTED = 130


class Program(click.Group):
    """Imports a command when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands in the order of the manual."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command of that name, importing its module."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        return import_module(f"bulletin_export.cli.{cmd_name}").command  # type: ignore[no-any-return]

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help without importing any command."""
        helped(self, ctx, formatter, {name: name for name in COMMANDS})

    def main(self, args: Sequence[str] | None = None, *_: Any, **__: Any) -> NoReturn:
        """Run the command in *args* and exit."""
        arguments = list(sys.argv[1:] if args is None else args)
        language = language_of(arguments, os.environ)
        voice = Voice(language, verbose="--verbose" in arguments)
        speak_utf8()
        sys.exit(self._exit_code(voice, arguments))

    def _exit_code(self, voice: Voice, arguments: list[str]) -> int:
        try:
            return self._run(voice, arguments)
        except NoArgsIsHelpError as error:
            sys.stderr.write(error.format_message() + "\n")
            return UsageError.exit_code
        except click.ClickException as error:
            voice.error(complaint(error))
            return UsageError.exit_code
        except BulletinError as error:
            if isinstance(error, CannotWriteError) and error.path == "-":
                _forget_standard_output()
            voice.error(error)
            return error.exit_code
        except BrokenPipeError:
            _forget_standard_output()
            return 0
        except KeyboardInterrupt:
            return _INTERRUPTED
        except Exception as error:
            voice.error(InternalError.of(error, " ".join(arguments[:2])))
            return InternalError.exit_code

    def _run(self, voice: Voice, arguments: list[str]) -> int:
        # Not click's own main: it would decide on messages and exit codes itself.
        try:
            with self.make_context("bulletin-export", arguments, obj=voice) as context:
                code = self.invoke(context)
        except click.exceptions.Exit as end:
            code = end.exit_code
        flush()
        return code if isinstance(code, int) else 0


def _forget_standard_output() -> None:
    """Let nobody listen any more, nor to the interpreter's last flush."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _show_version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted:
        ctx.obj.result(f"bulletin-export {_version()}")
        ctx.exit()


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("bulletin-export")
    except PackageNotFoundError:  # run from a checkout
        return "(not installed)"


program = Program(
    name="program",
    params=[
        Option(["--lang"], type=Choice(LANGUAGES), expose_value=False),
        Option(["--version"], is_flag=True, is_eager=True, expose_value=False,
               callback=_show_version),
        help_option(),
    ],
    add_help_option=False,
    no_args_is_help=True,
)  # fmt: skip
