"""``new``: an issue file to fill in, every key explained."""

from __future__ import annotations

from pathlib import Path

import click

from bulletin_export.cli.parts import Choice, Command
from bulletin_export.cli.settings import language_option
from bulletin_export.cli.voice import Voice
from bulletin_export.errors import CannotWriteError, FileInTheWayError
from bulletin_export.reasons import reason_of
from bulletin_export.shipped import shipped

FORMS = ("briefing", "gongwen", "clipping", "newspaper")
#: What stands in the file where the name goes.
_NAME = "{NAME}"


@click.pass_obj
def new(voice: Voice, /, form: str, name: str) -> None:
    """Write the issue file of *form* as *name*, or NAME.toml, and say where it is.

    Raises:
        FileInTheWayError: There is such a file.
        CannotWriteError: The disk refuses.
    """
    path = Path(name if name.endswith(".toml") else f"{name}.toml")
    text = (shipped("templates") / form / "issue.toml").read_text("utf-8")
    said = path.stem.replace("\\", "").replace('"', "")
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(text.replace(_NAME, said))
    except FileExistsError:
        raise FileInTheWayError(path=str(path)) from None
    except (OSError, ValueError) as error:
        raise CannotWriteError(path=str(path), reason=reason_of(error)) from error
    voice.result(str(path))


command = Command(
    "new",
    callback=new,
    params=[
        click.Argument(["form"], type=Choice(FORMS)),
        click.Argument(["name"]),
        language_option(),
    ],
)
