"""Where documents go, and in which formats: what ``-o`` and ``--to`` say together."""

from __future__ import annotations

import os
from pathlib import Path

import msgspec

from bulletin_export import registry
from bulletin_export.errors import InvalidOptionError
from bulletin_export.files import is_device
from bulletin_export.wording import phrase

STANDARD_OUTPUT = "-"
_DEFAULT_FORMAT = "docx"


class Destination(msgspec.Struct, frozen=True):
    """A folder, or (``is_file``) one file; ``-`` is the standard output."""

    path: str
    formats: tuple[str, ...]
    is_file: bool

    def only_one(self, count: int) -> None:
        """Let no more than one document go into a file.

        Raises:
            InvalidOptionError: There are *count*.
        """
        if self.is_file and count > 1:
            raise InvalidOptionError(option="-o", value=self.path, advice=phrase("use-a-folder"))

    def file(self, name: str, to: str) -> Path:
        """Return the path of the document *name* in the format *to*."""
        if self.is_file:
            return Path(self.path)
        return Path(self.path) / (name + registry.writer_format(to).suffixes[0])


def destination(output: str | None, to: str | None) -> Destination:
    """Return what ``-o`` *output* and ``--to`` *to* mean.

    Raises:
        UnknownFormatError: A format has no writer.
        InvalidOptionError: They contradict each other.
    """
    formats = formats_named(to) if to is not None else ()
    if output is None:
        return Destination(".", formats or (_DEFAULT_FORMAT,), is_file=False)
    if output == STANDARD_OUTPUT:
        return _file(output, formats or (_DEFAULT_FORMAT,))
    ending = None if _is_folder(output) else format_of(output)
    if ending is None and is_device(Path(output)):
        return _file(output, formats or (_DEFAULT_FORMAT,))
    if ending is None:
        return Destination(output, formats or (_DEFAULT_FORMAT,), is_file=False)
    if formats and formats != (ending,):
        several = len(formats) > 1
        advice = phrase("one-format") if several else phrase("ending-says", format=ending)
        raise InvalidOptionError(option="--to", value=to, advice=advice)
    return _file(output, (ending,))


def formats_named(to: str) -> tuple[str, ...]:
    """Return the formats in a list with commas, each once.

    Raises:
        UnknownFormatError: One has no writer.
    """
    names = dict.fromkeys(name.strip().lower() for name in to.split(","))
    return tuple(registry.writer_format(name).name for name in names)


def format_of(path: str) -> str | None:
    """Return the format that the ending of *path* means, if it means one."""
    suffix = Path(path).suffix.lower()
    entry = registry.writer_by_suffix(suffix) if suffix else None
    return entry.name if entry else None


def _file(path: str, formats: tuple[str, ...]) -> Destination:
    if len(formats) > 1:
        advice = phrase("one-format")
        raise InvalidOptionError(option="--to", value=",".join(formats), advice=advice)
    return Destination(path, formats, is_file=True)


def _is_folder(output: str) -> bool:
    return output.endswith(("/", os.sep)) or Path(output).is_dir()
