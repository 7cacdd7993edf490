"""Templates from their files: find, extend, merge, check.

A template is a folder with ``template.toml`` and, if it likes, ``epub.css``.
Ours lie in the shipped folder ``templates``; a path leads to anybody's own.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NoReturn

from msgspec.structs import replace

from bulletin_export.errors import InvalidTemplateError, TemplateNotFoundError
from bulletin_export.reasons import reason_of, toml_reason
from bulletin_export.shipped import shipped
from bulletin_export.styling import house_document
from bulletin_export.styling.check import checked
from bulletin_export.styling.house_document import read_document
from bulletin_export.styling.sheets import SHEETS, with_parts_of_width, with_sheet
from bulletin_export.styling.template import Template
from bulletin_export.wording import Phrase, nearest, phrase

#: What every other template stands on, at the last.
GROUND = "plain"
_FILE = "template.toml"
_STYLESHEET = "epub.css"
_DOCUMENT_KEY, _COVER_KEY = "word.template", "epub.cover"


def template_names() -> tuple[str, ...]:
    """Return the names of the templates that ship with us, sorted."""
    return tuple(sorted(path.parent.name for path in shipped("templates").glob(f"*/{_FILE}")))


def load_template(name_or_path: str | Path, changes: Mapping[str, Any] | None = None) -> Template:
    """Return the template called *name_or_path*, or lying in that folder or file.

    *changes* are laid over it, by the path of each key: ``{"page.size": "A5"}``.

    A document of a word processor is a template, too: the ground with it as ``word.template``.

    Raises:
        TemplateNotFoundError: There is no such name or path.
        InvalidTemplateError: A file or a change breaks the schema; the error names the key.
        UnusableDocumentError: A document of the house cannot be used.
    """
    is_document = house_document.is_document(name_or_path)
    ground = GROUND if is_document else name_or_path
    name, table, stylesheet = _complete(template_file(ground), ())
    if is_document:
        name = Path(name_or_path).name
        changes = {_DOCUMENT_KEY: str(name_or_path), **(changes or {})}
    for path, value in (changes or {}).items():
        table = _merged(table, _with_sheet(_nested(path, value), name))
    template = checked(with_parts_of_width(table), name=name, stylesheet=stylesheet)
    if cover := template.epub.cover_file:
        template = replace(template, cover=_picture(cover, name))
    document = template.word.template
    return replace(template, house=read_document(Path(document))) if document else template


def template_file(name_or_path: str | Path) -> Path:
    """Return the file in which that template is written.

    Raises:
        TemplateNotFoundError: There is no such name or path.
    """
    return _found(str(name_or_path), Path())


def _complete(path: Path, above: tuple[Path, ...]) -> tuple[str, dict[str, Any], str]:
    """Return name, tables and stylesheet of *path*, laid over what it extends."""
    name = path.parent.name if path.name == _FILE else path.stem
    if path in above:
        chain = " → ".join(one.parent.name for one in (*above, path))
        _fail(name, "extends", phrase("extends-itself", chain=chain), phrase("wanted-other-base"))
    own = _beside(_with_sheet(_read(path, name), name), path)
    base = own.pop("extends", None if path == _shipped(GROUND) else GROUND)
    stylesheet = _text(path.with_name(_STYLESHEET))
    if base is None:
        return name, own, stylesheet
    if not isinstance(base, str):
        reason = phrase("wrong-kind", value=repr(base))
        _fail(name, "extends", reason, phrase("wanted-str"))
    _, below, css_below = _complete(_found(base, path.parent), (*above, path))
    return name, _merged(below, own), "\n".join(filter(None, (css_below, stylesheet)))


def _beside(table: dict[str, Any], path: Path) -> dict[str, Any]:
    """Return *table* with paths as seen from here, not from the file at *path*."""
    for key, words in ((_DOCUMENT_KEY, ("",)), (_COVER_KEY, ("", "drawn", "none"))):
        group, _, name = key.partition(".")
        inner = table.get(group)
        written = inner.get(name) if isinstance(inner, dict) else ""
        if isinstance(written, str) and written not in words:
            table = _merged(table, _nested(key, str(path.parent / written)))
    return table


def _picture(file: str, name: str) -> bytes:
    try:
        return Path(file).read_bytes()
    except (OSError, ValueError) as error:
        reason = phrase("unreadable-file", file=file, reason=reason_of(error))
        _fail(name, _COVER_KEY, reason, phrase("wanted-picture"))


def _found(name: str, beside: Path) -> Path:
    if name in template_names():
        return _shipped(name)
    for folder in dict.fromkeys((beside, beside.parent)):
        path = folder / name
        path = path / _FILE if path.is_dir() else path
        if path.is_file():
            return path.resolve()
    raise TemplateNotFoundError(
        name=name, known=template_names(), advice=nearest(name, template_names())
    )


def _shipped(name: str) -> Path:
    return (shipped("templates") / name / _FILE).resolve()


def _text(path: Path) -> str:
    return path.read_text("utf-8") if path.is_file() else ""


def _read(path: Path, name: str) -> dict[str, Any]:
    text = ""
    try:
        text = path.read_text("utf-8-sig")
        return tomllib.loads(text)
    except UnicodeDecodeError:
        _fail(name, path.name, phrase("not-text"), phrase("wanted-toml"))
    except tomllib.TOMLDecodeError as error:
        _fail(name, path.name, toml_reason(error, text), phrase("wanted-toml"))


def _with_sheet(table: dict[str, Any], name: str) -> dict[str, Any]:
    try:
        return with_sheet(table)
    except KeyError as error:
        reason = phrase("wrong-kind", value=repr(error.args[0]))
        _fail(name, "page.size", reason, phrase("known", known=tuple(SHEETS)))


def _nested(path: str, value: Any) -> dict[str, Any]:
    for key in reversed(path.split(".")):
        value = {key: value}
    return value  # type: ignore[no-any-return]


def _merged(below: dict[str, Any], above: dict[str, Any]) -> dict[str, Any]:
    result = dict(below)
    for key, value in above.items():
        old = result.get(key)
        if isinstance(old, dict) and isinstance(value, dict):
            result[key] = _merged(old, value)
        else:
            result[key] = value
    return result


def _fail(name: str, key: str, reason: Phrase, advice: Phrase) -> NoReturn:
    raise InvalidTemplateError(template=name, key=key, reason=reason, advice=advice)
