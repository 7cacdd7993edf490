"""Settings in a file: ``--config FILE``, ``./bulletin-export.toml``, or one's own.

The first that is there counts, whole. What is said on the command line beats it; it
beats the template.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any, NoReturn

import click
import msgspec

from bulletin_export.errors import InvalidConfigError
from bulletin_export.reasons import reason_of, toml_reason
from bulletin_export.wording import Phrase, nearest, phrase

BESIDE = "bulletin-export.toml"


class ReadingConfig(msgspec.Struct, frozen=True):
    """The table ``[reading]``: the options about reading, under their names."""

    clean: str = ""
    convert: str = ""
    encoding: str = ""
    sites: str = ""


class Config(msgspec.Struct, frozen=True):
    """A whole file; each table is a class like `ReadingConfig`, each key one of its fields."""

    reading: ReadingConfig = ReadingConfig()
    #: Where it was read from; no key.
    path: str = ""


def config(given: str = "") -> Config:
    """Return the settings in the file *given*, else in the nearest of the usual places.

    Raises:
        InvalidConfigError: The file given is not there, or a file breaks the schema.
    """
    if given:
        return _read(Path(given))
    usual = (Path(BESIDE), Path(click.get_app_dir("bulletin-export")) / "config.toml")
    return next((_read(path) for path in usual if path.is_file()), Config())


def _read(path: Path) -> Config:
    text = ""
    try:
        text = path.read_text("utf-8-sig")
        table = tomllib.loads(text)
    except OSError as error:
        _fail(path, "--config", reason_of(error), phrase("wanted-file"))
    except UnicodeDecodeError:
        _fail(path, path.name, phrase("not-text"), phrase("wanted-toml"))
    except tomllib.TOMLDecodeError as error:
        _fail(path, path.name, toml_reason(error, text), phrase("wanted-toml"))
    found: Config = _struct(Config, table, path, "")
    return msgspec.structs.replace(found, path=str(path))


def _struct(kind: type[Any], table: Any, path: Path, above: str) -> Any:
    """Return *table* as *kind*, whose fields are its keys."""
    if not isinstance(table, dict):
        advice = phrase("wanted-table", key=above)
        _fail(path, above, phrase("wrong-kind", value=repr(table)), advice)
    kinds = _keys(kind)
    values = {}
    for key, value in table.items():
        here = f"{above}.{key}" if above else key
        if key not in kinds:
            _fail(path, here, phrase("unknown-key"), nearest(key, kinds))
        values[key] = _value(kinds[key], value, path, here)
    return kind(**values)


def _value(kind: type[Any], value: Any, path: Path, key: str) -> Any:
    if issubclass(kind, msgspec.Struct):
        return _struct(kind, value, path, key)
    if type(value) is not kind:
        advice = phrase(f"wanted-{kind.__name__}")
        _fail(path, key, phrase("wrong-kind", value=repr(value)), advice)
    return value


def _keys(kind: type[Any]) -> dict[str, Any]:
    fields = msgspec.structs.fields(kind)
    return {one.name: one.type for one in fields if (kind, one.name) != (Config, "path")}


def _fail(path: Path, key: str, reason: Phrase | str, advice: Phrase) -> NoReturn:
    raise InvalidConfigError(path=str(path), key=key, reason=reason, advice=advice)
