"""An issue file from its bytes: read, checked strictly, every complaint with its line."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, NoReturn, get_args, get_origin

import msgspec

from bulletin_export.errors import InvalidIssueError
from bulletin_export.issues import places
from bulletin_export.issues.schema import IssueFile
from bulletin_export.reasons import reason_of, toml_reason
from bulletin_export.wording import Phrase, nearest, phrase

_KINDS = {str: "wanted-str", int: "wanted-int", bool: "wanted-bool"}


def read_issue(file: Path) -> IssueFile:
    """Return what stands in *file*.

    Raises:
        InvalidIssueError: It cannot be read, is no TOML, or a key or a value is wrong.
    """
    try:
        text = file.read_text("utf-8-sig")
    except UnicodeDecodeError:
        _fail(file, 1, "", phrase("not-text"), phrase("wanted-toml"))
    except (OSError, ValueError) as error:
        _fail(file, 0, "", reason_of(error), phrase("wanted-issue-file"))
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        _fail(file, 0, "", toml_reason(error, text), phrase("wanted-toml"))
    issue: IssueFile = _Check(file, text).struct(IssueFile, table, ())
    return issue


class _Check:
    """Walks the tables along the schema."""

    def __init__(self, file: Path, text: str) -> None:
        self._file, self._text = file, text

    def struct(self, kind: type[msgspec.Struct], table: Any, path: places.Path) -> Any:
        """Return *table* as *kind*."""
        if not isinstance(table, Mapping):
            self._wrong(table, path, phrase("wanted-table", key=_named(path)))
        fields = {one.encode_name: one for one in msgspec.structs.fields(kind)}
        for key in table:
            if key not in fields:
                here = (*path, key)
                self._complain(here, phrase("unknown-key"), nearest(key, fields))
        for name, field in fields.items():
            if field.required and name not in table:
                reason = phrase("key-missing", key=name)
                self._complain((*path, name), reason, phrase("wanted-key", key=name))
        values = {
            fields[key].name: self._value(fields[key].type, value, (*path, key))
            for key, value in table.items()
        }
        return kind(**values)

    def _value(self, kind: Any, value: Any, path: places.Path) -> Any:
        inner = next((one for one in (kind, *get_args(kind)) if _is_struct(one)), None)
        if get_origin(kind) is list and inner:
            if not isinstance(value, list):
                advice = phrase("wanted-tables", key=".".join(str(one) for one in path))
                self._wrong(value, path, advice)
            return [self.struct(inner, one, (*path, n)) for n, one in enumerate(value)]
        if inner:
            return self.struct(inner, value, path)
        if kind is str and isinstance(value, date):
            value = value.isoformat()[:10]
        try:
            return msgspec.convert(value, kind)
        except msgspec.ValidationError:
            self._wrong(value, path, _wanted(kind, value))

    def _wrong(self, value: Any, path: places.Path, advice: Phrase) -> NoReturn:
        self._complain(path, phrase("wrong-kind", value=repr(value)), advice)

    def _complain(self, path: places.Path, reason: Phrase, advice: Phrase) -> NoReturn:
        line = places.line_of(self._text, path)
        _fail(self._file, line, _named(path), reason, advice)


def _is_struct(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, msgspec.Struct)


def _wanted(kind: Any, value: Any) -> Phrase:
    """Return what may stand where *value* stands."""
    words = [one for one in get_args(kind) if isinstance(one, str)]
    if words:
        return nearest(str(value), words)
    plain = [one for one in (kind, *get_args(kind)) if one in _KINDS]
    return phrase(_KINDS[plain[0]] if len(plain) == 1 else "wanted-list")


def _named(path: places.Path) -> str:
    """Return *path* as people count: section[2].item[1].title."""
    said = ""
    for part in path:
        said += f"[{part + 1}]" if isinstance(part, int) else f"{'.' if said else ''}{part}"
    return said


def _fail(file: Path, line: int, key: str, reason: Phrase | str, advice: Phrase) -> NoReturn:
    place = phrase("line-and-key" if key else "line-alone", line=line, key=key) if line else ""
    raise InvalidIssueError(issue=str(file), place=place, reason=reason, advice=advice)
