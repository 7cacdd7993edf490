"""``--split-by`` and ``--split-size``: one publication as several files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import msgspec

from bulletin_export import pipeline
from bulletin_export.cli.looks import ChosenLook, look
from bulletin_export.cli.parts import Choice, Option
from bulletin_export.composition.dividing import DIVISIONS, Division, divided
from bulletin_export.errors import InvalidOptionError
from bulletin_export.model.publication import Publication
from bulletin_export.patterns import lazy_pattern
from bulletin_export.wording import phrase

if TYPE_CHECKING:
    from bulletin_export.writers.base import WriteResult

_SIZE = lazy_pattern(r"\s*(\d+(?:\.\d+)?)\s*([kmg]?)b?\s*", re.IGNORECASE)
_UNITS = {"": 1, "k": 1000, "m": 1000**2, "g": 1000**3}
_FORBIDDEN = lazy_pattern(r'[\\/:*?"<>|\x00-\x1f]+')


class _Size(click.ParamType):  # type: ignore[type-arg]
    """Bytes, as people write them: ``50MB``."""

    name = "size"

    def convert(self, value: Any, param: Any, ctx: Any) -> int:
        """Return *value* as a number of bytes."""
        del param, ctx
        match = _SIZE.fullmatch(str(value))
        size = int(float(match[1]) * _UNITS[match[2].lower()]) if match else 0
        if size < 1:
            advice = phrase("size-like")
            raise InvalidOptionError(option="--split-size", value=str(value), advice=advice)
        return size


class Split(msgspec.Struct, frozen=True):
    """How one publication becomes several files; by default it does not."""

    by: Division | None = None
    size: int = 0

    @classmethod
    def of(cls, options: dict[str, Any]) -> Split:
        """Take the options about volumes out of all *options*."""
        return cls(options.pop("split_by"), options.pop("split_size") or 0)


def volume_options() -> list[Option]:
    """Return the options about volumes."""
    return [
        Option(["--split-by"], type=Choice(DIVISIONS)),
        Option(["--split-size"], type=_Size(), metavar="SIZE"),
    ]


def volumes(
    publication: Publication, path: str, to: str, chosen: ChosenLook, split: Split
) -> Iterator[tuple[str, WriteResult]]:
    """Yield the files that *publication* becomes at *path*: ``name-2020-02.epub`` and so on."""
    parts = divided(publication, split.by) if split.by else iter([("", publication)])
    for name, part in parts:
        if not split.size:
            yield _named(path, name), pipeline.write(part, to, *look(chosen))
            continue
        for number, result in pipeline.volumes(part, to, *look(chosen), split.size):
            yield _named(path, name, number), result


def _named(path: str, *words: str) -> str:
    file = Path(path)
    name = "-".join((file.stem, *filter(None, (_FORBIDDEN.sub("_", one) for one in words))))
    return str(file.with_name(name + file.suffix))
