"""What python-docx finds in a Word file; its notes are read from their part."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml import etree

from validators.word_found import Entry, Found, bare

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def of_python_docx(file: Path) -> Found:
    """Return what python-docx finds in *file*; it knows no notes."""
    import docx

    document = docx.Document(str(file))
    entries = list(_inner(document))
    related = document.part.package.iter_parts()
    notes = [
        bare("".join(node.text or "" for node in one.iter(f"{_W}t") if not _is_reading(node)))
        for part in related
        if str(part.partname) in ("/word/footnotes.xml", "/word/endnotes.xml")
        for one in etree.fromstring(part.blob).iter(f"{_W}footnote", f"{_W}endnote")
        if one.get(f"{_W}type") is None
    ]
    links = [
        f"{link.address}{'#' + link.fragment if link.fragment else ''} {bare(link.text)}"
        for paragraph in _paragraphs(document)
        for link in paragraph.hyperlinks
        if link.address
    ]
    pictures = [
        bare(one.get("descr", ""))
        for one in document.element.body.iter("{*}docPr")
    ]  # fmt: skip
    return Found(entries, notes, links, pictures)


def _is_reading(node: Any) -> bool:
    return next(node.iterancestors(f"{_W}ruby"), None) is not None


def _inner(container: Any) -> Iterator[Entry]:
    from docx.table import Table

    for one in container.iter_inner_content():
        if isinstance(one, Table):
            yield _docx_table(one)
            continue
        entry: Entry = {"kind": "paragraph", "text": one.text}
        style = one.style
        if level := re.fullmatch(r"[Hh]eading (\d)", _heading_of(style)):
            entry |= {"kind": "heading", "level": int(level[1])}
        elif numbered := _numbered(one, style):
            number, depth = numbered
            mark = None if _is_bullet(one.part, number, depth) else 0
            entry |= {"kind": "item", "depth": depth + 1, "mark": mark}
        yield entry


def _numbered(paragraph: Any, style: Any) -> tuple[int, int] | None:
    """Return the list of *paragraph* and its level there, which *style* may say; or None."""
    number, level = None, None
    owners = [paragraph._p.pPr]  # noqa: SLF001  (python-docx has no other way to a list)
    while style is not None:
        owners.append(style.element.pPr)
        style = style.base_style
    for properties in owners:
        said = None if properties is None else properties.numPr
        if said is None:
            continue
        if number is None and said.numId is not None:
            number = said.numId.val
        if level is None and said.ilvl is not None:
            level = said.ilvl.val
    return (number, level or 0) if number else None


def _heading_of(style: Any) -> str:
    """Return the name of the heading that *style* is based on, if it is."""
    while style is not None:
        if re.fullmatch(r"[Hh]eading \d", style.name or ""):
            return str(style.name)
        style = style.base_style
    return ""


def _is_bullet(part: Any, number: int, level: int) -> bool:
    numbering = part.numbering_part.element
    [num] = numbering.xpath(f"w:num[@w:numId='{number}']")
    path = (
        f"w:abstractNum[@w:abstractNumId='{num.abstractNumId.val}']"
        f"/w:lvl[@w:ilvl='{level}']/w:numFmt/@w:val"
    )
    return bool(numbering.xpath(path) == ["bullet"])


def _docx_table(table: Any) -> Entry:
    cells = []
    rows = table._tbl.tr_lst  # noqa: SLF001
    for number, row in enumerate(rows):
        for cell in row.tc_lst:
            if cell.vMerge == "continue":
                continue
            height = 1 + sum(1 for _ in _below(rows, number, cell))
            from docx.table import _Cell

            text = "".join(entry["text"] for entry in _inner(_Cell(cell, table)))
            cells.append([text, height, cell.grid_span])
    head = 0
    while head < len(rows) and rows[head].xpath("w:trPr/w:tblHeader"):
        head += 1
    text = "".join(cell[0] for cell in cells)
    return {"kind": "table", "text": text, "cells": cells, "head": head}


def _below(rows: Any, number: int, cell: Any) -> Iterator[Any]:
    """Yield the cells below that go on with *cell*."""
    for row in rows[number + 1 :]:
        same = [one for one in row.tc_lst if one.grid_offset == cell.grid_offset]
        if not same or same[0].vMerge != "continue":
            return
        yield same[0]


def _paragraphs(container: Any) -> Iterator[Any]:
    """Yield all paragraphs, those of cells too."""
    from docx.text.paragraph import Paragraph

    for element in container.element.body.iter(f"{_W}p"):
        yield Paragraph(element, container)
