"""What mammoth makes of a Word file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml import etree, html

from validators.word_found import Entry, Found, bare

#: mammoth has no elements for a reading above its characters.
_READING = "An unrecognised element was ignored: w:ruby"
#: The deepest heading of HTML.
_DEEPEST = 6
_BUILT_IN = re.compile(r"([Hh]eading|List Bullet|List Number)(?: (\d+))?")
_NOTE, _NOTED = re.compile(r"(?:foot|end)note-"), re.compile(r"#(?:foot|end)note-ref")
_TAGS = {"bullet": "ul", "number": "ol"}


def of_mammoth(file: Path) -> Found:
    """Return what mammoth makes of *file*, each of its styles being known."""
    import docx
    import mammoth

    with file.open("rb") as stream:
        result = mammoth.convert_to_html(
            stream,
            style_map="\n".join(_style_map(docx.Document(str(file)).styles)),
            include_default_style_map=False,
        )
    messages = sorted({one.message for one in result.messages} - {_READING})
    # It is well-formed; a parser of HTML would take links out of links.
    body = etree.fromstring(f"<body>{result.value}</body>", html.XHTMLParser())
    return _of_html(body, messages)


def _style_map(styles: Any) -> Iterator[str]:
    """Yield a rule for each style, so that mammoth complains of none.

    Word lets a style be a heading or a list by what it is based on, mammoth only by its name.
    """
    for style in styles:
        match style.type, _ancestor(style):
            case 1, ("heading", level) if level <= _DEEPEST:
                yield f"p[style-name='{style.name}'] => h{level}:fresh"
            case 1, (("bullet" | "number") as kind, level) if _is_derived(style):
                yield f"p[style-name='{style.name}'] => {_list(_TAGS[kind], level)}"
    for level in range(1, 10):
        for order, tag in (("unordered", "ul"), ("ordered", "ol")):
            yield f"p:{order}-list({level}) => {_list(tag, level)}"
    for style in styles:
        match style.type, _ancestor(style):
            case 1, ("heading", level) if level <= _DEEPEST:
                pass
            case 1, _:
                yield f"p[style-name='{style.name}'] => p:fresh"
            case 2, _:
                yield f"r[style-name='{style.name}'] => span"


def _list(tag: str, level: int) -> str:
    return " > ".join((*["ul|ol > li"] * (level - 1), f"{tag} > li:fresh"))


def _ancestor(style: Any) -> tuple[str, int] | None:
    """Return which built-in heading or list *style* is or is based on, and its level."""
    while style is not None:
        if found := _BUILT_IN.fullmatch(style.name or ""):
            return found[1].lower().rpartition(" ")[2], int(found[2] or 1)
        style = style.base_style if style.type == 1 else None
    return None


def _is_derived(style: Any) -> bool:
    return not _BUILT_IN.fullmatch(style.name or "")


def _of_html(body: Any, messages: list[str]) -> Found:
    noted = [one for one in body.iter("li") if _NOTE.match(one.get("id") or "")]
    notes = [_note_of(one) for one in noted]
    for one in noted:
        one.getparent().remove(one)
    for mark in [one for one in body.iter("sup") if one.find("a[@id]") is not None]:
        mark.drop_tree()
    links = [
        f"{one.get('href')} {bare(one.text_content())}"
        for one in body.iter("a")
        if one.get("href") and not one.get("href").startswith("#")
    ]
    pictures = [bare(one.get("alt") or "") for one in body.iter("img")]
    return Found(list(_html_entries(body, 0)), notes, links, pictures, messages)


def _note_of(item: Any) -> str:
    for back in [one for one in item.iter("a") if _NOTED.match(one.get("href") or "")]:
        back.drop_tree()
    return bare(item.text_content())


def _html_entries(parent: Any, depth: int) -> Iterator[Entry]:
    for one in parent:
        match one.tag:
            case "ul" | "ol":
                yield from _html_list(one, depth + 1)
            case "table":
                yield _html_table(one)
            case tag if re.fullmatch(r"h[1-6]", tag):
                yield {"kind": "heading", "level": int(tag[1]), "text": one.text_content()}
            case _:
                yield {"kind": "paragraph", "text": one.text_content()}


def _html_list(items: Any, depth: int) -> Iterator[Entry]:
    mark = None if items.tag == "ul" else 0
    for item in items:
        inner = [one for one in item if one.tag in ("ul", "ol")]
        for one in inner:
            item.remove(one)
        yield {"kind": "item", "depth": depth, "mark": mark, "text": item.text_content()}
        for one in inner:
            yield from _html_list(one, depth + 1)


def _html_table(table: Any) -> Entry:
    rows = [row for row in table.iter("tr") if next(row.iterancestors("table")) is table]
    cells = [
        [cell.text_content(), int(cell.get("rowspan", 1)), int(cell.get("colspan", 1))]
        for row in rows
        for cell in row
        if cell.tag in ("td", "th")
    ]
    head = sum(1 for row in rows if row.getparent().tag == "thead")
    text = "".join(cell[0] for cell in cells)
    return {"kind": "table", "text": text, "cells": cells, "head": head}
