"""Check the tables of a template file, strictly, and turn them into a `Template`.

Every complaint names the key by its path, says why, and what may stand there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import cache, lru_cache
from string import Formatter
from typing import Any, Literal, NoReturn, get_args, get_origin

import msgspec

from bulletin_export.cleaning_choice import UnknownRuleError, cleaning_choice
from bulletin_export.errors import InvalidTemplateError
from bulletin_export.patterns import lazy_pattern
from bulletin_export.styling.template import (
    Cleaning,
    Composition,
    EpubStyle,
    Furniture,
    FurnitureLine,
    Margins,
    NoticeStyle,
    PageStyle,
    PdfStyle,
    Role,
    Template,
    TextStyle,
    WordStyle,
)
from bulletin_export.typefaces import FontRole, LatinRole
from bulletin_export.units import Length, Measure
from bulletin_export.wording import Phrase, phrase

Table = Mapping[str, Any]

#: What a style takes from ``body`` when it does not say it itself.
_INHERITED = ("font", "latin", "size", "line_pitch", "align", "colour")
_FURNITURE_FIELDS = ("page", "pages", "title", "article", "section", "date")
_COLOUR = lazy_pattern(r"#[0-9A-Fa-f]{6}")
#: Fields that must be above zero, or not below it.
_POSITIVE = {"size", "line_pitch", "width", "height", "columns", "widows", "depth"}
_NOT_NEGATIVE = {"top", "right", "bottom", "left", "lines", "characters", "autospace", "column_gap",
                 "dpi", "header_distance", "footer_distance", "margin_left", "margin_right",
                 "space_before", "space_after", "mark_top", "red_rule_distance", "red_rule",
                 "seal_lines", "imprint_rule", "imprint_inner_rule"}  # fmt: skip


def checked(table: Table, *, name: str, stylesheet: str = "") -> Template:
    """Return the template that *table*, complete after merging, describes.

    Raises:
        InvalidTemplateError: A key, a type, a unit or a value is wrong.
    """
    return _Check(name).template(table, stylesheet)


class _Check:
    """Walks the tables along the types of the template; knows the name for its complaints."""

    def __init__(self, name: str) -> None:
        self._name = name

    def template(self, table: Table, stylesheet: str) -> Template:
        kinds = _fields(Template)
        self._known(table, [key for key in kinds if key not in ("name", "stylesheet", "house")], "")
        page = self._value(PageStyle, table.get("page", {}), "page")
        self._has_room(page)
        return Template(
            name=self._name,
            about=self._value(str, table.get("about", ""), "about"),
            page=page,
            styles=self._styles(self._table(table.get("styles", {}), "styles")),
            furniture=self._value(Furniture, table.get("furniture", {}), "furniture"),
            composition=self._value(Composition, table.get("composition", {}), "composition"),
            notice=self._value(NoticeStyle, table.get("notice", {}), "notice"),
            pdf=self._value(PdfStyle, table.get("pdf", {}), "pdf"),
            word=self._value(WordStyle, table.get("word", {}), "word"),
            epub=self._value(EpubStyle, table.get("epub", {}), "epub"),
            cleaning=self._cleaning(table.get("cleaning", {})),
            fonts=self._fonts(self._table(table.get("fonts", {}), "fonts")),
            word_fonts=self._value(
                kinds["word_fonts"], table.get("word_fonts", "windows"), "word_fonts"
            ),
            embed_fonts=self._value(bool, table.get("embed_fonts", False), "embed_fonts"),
            stylesheet=stylesheet,
        )

    def _styles(self, table: Table) -> dict[Role, TextStyle]:
        self._known(table, list(Role), "styles")
        body = self._table(table.get("body", {}), "styles.body")
        inherited = {key: body[key] for key in _INHERITED if key in body}
        # The body first: a mistake there must not be blamed on those who inherit it.
        styles = {Role.BODY: self._value(TextStyle, body, "styles.body")}
        for role in Role:
            path = f"styles.{role}"
            own = self._table(table.get(role, {}), path)
            styles[role] = self._value(TextStyle, {**inherited, **own}, path)
        return styles

    def _fonts(self, table: Table) -> dict[FontRole | LatinRole, tuple[str, ...]]:
        roles = {str(role): role for role in (*FontRole, *LatinRole)}
        self._known(table, roles, "fonts")
        return {
            roles[key]: self._value(tuple[str, ...], value, f"fonts.{key}")
            for key, value in table.items()
        }

    def _cleaning(self, table: Any) -> Cleaning:
        cleaning: Cleaning = self._value(Cleaning, table, "cleaning")
        try:
            cleaning_choice(cleaning.rules)
        except UnknownRuleError as error:
            self._wrong(error.word, "cleaning.rules", error.advice)
        return cleaning

    def _value(self, kind: Any, value: Any, path: str) -> Any:
        """Return *value* as *kind*, one of the types that a template is made of."""
        if get_origin(kind) is Literal:
            return self._one_of(get_args(kind), value, path)
        if get_origin(kind) is tuple:
            return self._list(get_args(kind)[0], value, path)
        if kind is Length or kind is Measure:
            return self._length(kind, value, path)
        if kind is float and type(value) is int:
            value = float(value)
        if kind in (bool, int, float, str):
            return self._plain(kind, value, path)
        if issubclass(kind, StrEnum):
            return kind(self._one_of(_words(kind), value, path))
        return self._struct(kind, self._table(value, path), path)

    def _struct(self, kind: type[msgspec.Struct], table: Table, path: str) -> Any:
        kinds = _fields(kind)
        self._known(table, kinds, path)
        values = {}
        for key, value in table.items():
            here = f"{path}.{key}"
            values[key] = self._value(kinds[key], value, here)
            if kind is FurnitureLine and key != "rule":
                self._furniture(value, here)
            if (
                kind
                in (PageStyle, Margins, TextStyle, Furniture, Composition, NoticeStyle, WordStyle)
                or key in _POSITIVE
            ):
                self._in_range(key, values[key], value, here)
        return kind(**values)

    def _plain(self, kind: type[Any], value: Any, path: str) -> Any:
        if type(value) is not kind:
            self._wrong(value, path, phrase(f"wanted-{kind.__name__}"))
        is_colour = path.endswith(".colour") or (path.endswith(".background") and value)
        if is_colour and not _COLOUR.fullmatch(str(value)):
            self._wrong(value, path, phrase("wanted-colour"))
        return value

    def _length(self, kind: type[Length | Measure], value: Any, path: str) -> Length | Measure:
        try:
            return _parsed(kind, value)
        except (ValueError, TypeError):
            self._wrong(value, path, phrase(f"wanted-{kind.__name__.lower()}"))

    def _one_of(self, known: tuple[str, ...], value: Any, path: str) -> str:
        if value not in known:
            self._wrong(value, path, _nearest(str(value), known))
        return value  # type: ignore[no-any-return]

    def _list(self, kind: Any, value: Any, path: str) -> tuple[Any, ...]:
        if not isinstance(value, list):
            self._wrong(value, path, phrase("wanted-list"))
        return tuple(self._value(kind, one, f"{path}[{n}]") for n, one in enumerate(value))

    def _table(self, value: Any, path: str) -> Table:
        if not isinstance(value, dict):
            self._wrong(value, path, phrase("wanted-table", key=path))
        return value

    def _furniture(self, text: str, path: str) -> None:
        try:
            fields = [
                "".join(filter(None, (field, sort and "!" + sort, form and ":" + form)))
                for _, field, form, sort in Formatter().parse(text)
                if field is not None
            ]
        except ValueError:
            self._fail(path, phrase("bad-braces"), _known_words(_FURNITURE_FIELDS, "{%s}"))
        for field in fields:
            if field not in _FURNITURE_FIELDS:
                reason = phrase("unknown-field", field=f"{{{field}}}")
                self._fail(path, reason, _nearest(field, _FURNITURE_FIELDS, "{%s}"))

    def _in_range(self, key: str, value: Any, written: Any, path: str) -> None:
        number = _number(value)
        if key in _POSITIVE and number <= 0:
            self._out_of_range(written, path, "wanted-positive")
        if key in _NOT_NEGATIVE and number < 0:
            self._out_of_range(written, path, "wanted-not-negative")

    def _has_room(self, page: PageStyle) -> None:
        # Ten points a column is narrower than one character of body text.
        if page.measure.pt < 10 * page.columns or page.depth.pt < 10:
            self._fail("page.margins", phrase("no-room"), phrase("wanted-smaller-margins"))

    def _known(self, table: Table, known: Iterable[str], path: str) -> None:
        known = tuple(str(one) for one in known)
        for key in table:
            if key not in known:
                where = f"{path}.{key}" if path else key
                # The loader has taken the size of the page for its width and height.
                words = ("size", *known) if path == "page" else known
                self._fail(where, phrase("unknown-key"), _nearest(key, words))

    def _wrong(self, value: Any, path: str, advice: Phrase) -> NoReturn:
        self._fail(path, phrase("wrong-kind", value=repr(value)), advice)

    def _out_of_range(self, value: Any, path: str, advice: str) -> NoReturn:
        self._fail(path, phrase("out-of-range", value=repr(value)), phrase(advice))

    def _fail(self, key: str, reason: Phrase, advice: Phrase) -> NoReturn:
        raise InvalidTemplateError(template=self._name, key=key, reason=reason, advice=advice)


@cache
def _fields(kind: type[msgspec.Struct]) -> dict[str, Any]:
    return {field.name: field.type for field in msgspec.structs.fields(kind)}


@cache
def _words(kind: type[StrEnum]) -> tuple[str, ...]:
    return tuple(map(str, kind))


# Styles inherit most of their lengths, so that few are written in many places.
@lru_cache(maxsize=1024)
def _parsed(kind: type[Length | Measure], value: str) -> Length | Measure:
    return kind.parse(value)


def _number(value: Any) -> float:
    match value:
        case Length(pt):
            return pt
        case Measure(number):
            return number
        case int() | float():
            return value
        case _:
            return 1


def _nearest(word: str, known: tuple[str, ...], shape: str = "%s") -> Phrase:
    from difflib import get_close_matches

    near = get_close_matches(word, known, n=1, cutoff=0.5)
    if not near:
        return _known_words(known, shape)
    return phrase("did-you-mean", near=shape % near[0], known=tuple(shape % one for one in known))


def _known_words(known: tuple[str, ...], shape: str = "%s") -> Phrase:
    return phrase("known", known=tuple(shape % one for one in known))
