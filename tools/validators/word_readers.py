"""What three foreign readers of Word files find in one: pandoc, python-docx, mammoth."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from lxml import etree, html

from validators.gate import ToolError
from validators.programs import last_line, run

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BLANK = re.compile(r"[\s\x00-\x1f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]+")
#: mammoth has no elements for a reading above its characters.
_READING = "An unrecognised element was ignored: w:ruby"

Entry = dict[str, Any]


class Found(NamedTuple):
    """What a reader tells: blocks in order; notes, links, pictures; and what it complains about."""

    entries: Sequence[Entry]
    notes: Sequence[str]
    #: Target and words.
    links: Sequence[str]
    pictures: Sequence[str]
    messages: Sequence[str] = ()


def _bare(text: str) -> str:
    return _BLANK.sub("", text)


# --- pandoc -------------------------------------------------------------------------------


def of_pandoc(file: Path) -> Found:
    """Return what pandoc's syntax tree of *file* holds."""
    import pypandoc

    done = run([pypandoc.get_pandoc_path(), "-f", "docx", "-t", "json", file])
    if done.returncode:
        raise ToolError(f"pandoc: {last_line(done.stderr)}")
    read = _Pandoc()
    entries = list(read.blocks(json.loads(done.stdout)["blocks"]))
    return Found(entries, read.notes, read.links, read.pictures, done.stderr.splitlines())


class _Pandoc:
    """Reads a tree, and notes what stands in its lines."""

    def __init__(self) -> None:
        self.notes: list[str] = []
        self.links: list[str] = []
        self.pictures: list[str] = []
        self._in_note = False

    def blocks(self, blocks: list[Any], depth: int = 0, kind: str = "paragraph") -> Iterator[Entry]:
        """Yield the entries of *blocks*."""
        for block in blocks:
            content = block.get("c")
            match block["t"]:
                case "Para" | "Plain":
                    yield {"kind": kind, "text": self.words(content)}
                case "Header":
                    level, _, inlines = content
                    yield {"kind": "heading", "level": level, "text": self.words(inlines)}
                case "BlockQuote":
                    yield from self.blocks(content, depth, "quote")
                case "Div":
                    yield from self.blocks(content[1], depth, kind)
                case "CodeBlock":
                    yield {"kind": "code", "text": content[1]}
                case "BulletList":
                    yield from self._list(content, None, depth + 1)
                case "OrderedList":
                    yield from self._list(content[1], content[0][0], depth + 1)
                case "Table":
                    yield self._table(content)
                case other:
                    raise ToolError(f"pandoc gives a {other}, which nobody expects")

    def _list(self, items: list[Any], start: int | None, depth: int) -> Iterator[Entry]:
        for number, blocks in enumerate(items):
            rest = blocks
            mark = None if start is None else start + number
            if blocks and blocks[0]["t"] in ("Para", "Plain"):
                text, rest = self.words(blocks[0]["c"]), blocks[1:]
                yield {"kind": "item", "mark": mark, "depth": depth, "text": text}
            yield from self.blocks(rest, depth)

    def _table(self, content: list[Any]) -> Entry:
        _, caption, _, head, bodies, foot = content
        # The words of a table's own caption say what it holds to those who cannot see it.
        del caption, foot
        cells = []
        for row in (*head[1], *(row for body in bodies for row in (*body[2], *body[3]))):
            for _, _, rows, columns, blocks in row[1]:
                text = "".join(entry["text"] for entry in self.blocks(blocks))
                cells.append([text, rows, columns])
        text = "".join(cell[0] for cell in cells)
        return {"kind": "table", "text": text, "cells": cells, "head": len(head[1])}

    def words(self, inlines: list[Any]) -> str:
        """Return the words of *inlines*."""
        return "".join(map(self._word, inlines))

    def _word(self, inline: Any) -> str:
        content = inline.get("c")
        match inline["t"]:
            case "Str":
                return str(content)
            case "Space" | "SoftBreak":
                return " "
            case "LineBreak":
                return "\n"
            case "Code" | "Math":
                return str(content[1])
            case "Note":
                return self._note(content)
            case "Image":
                alt = _bare(self.words(content[1]))
                if not self._in_note:
                    self.pictures.append(alt)
                return ""
            case "Link":
                place = len(self.links)
                text = self.words(content[1])
                if not content[2][0].startswith("#") and not self._in_note:
                    self.links.insert(place, f"{content[2][0]} {_bare(text)}")
                return text
            case "Span" | "Quoted":
                return self.words(content[1])
            case _:
                return self.words(content)

    def _note(self, blocks: list[Any]) -> str:
        self._in_note = True
        self.notes.append(_bare("".join(one["text"] for one in self.blocks(blocks))))
        self._in_note = False
        return ""


# --- python-docx --------------------------------------------------------------------------


def of_python_docx(file: Path) -> Found:
    """Return what python-docx finds in *file*; it knows no notes."""
    import docx

    document = docx.Document(str(file))
    entries = list(_inner(document))
    related = document.part.package.iter_parts()
    notes = [
        _bare("".join(node.text or "" for node in one.iter(f"{_W}t") if not _is_reading(node)))
        for part in related
        if str(part.partname) == "/word/footnotes.xml"
        for one in etree.fromstring(part.blob).iter(f"{_W}footnote")
        if one.get(f"{_W}type") is None
    ]
    links = [
        f"{link.address}{'#' + link.fragment if link.fragment else ''} {_bare(link.text)}"
        for paragraph in _paragraphs(document)
        for link in paragraph.hyperlinks
        if link.address
    ]
    pictures = [
        _bare(one.get("descr", ""))
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
        properties = one._p.pPr  # noqa: SLF001  (python-docx has no other way to a list)
        numbered = None if properties is None else properties.numPr
        if level := re.fullmatch(r"[Hh]eading (\d)", _heading_of(one.style)):
            entry |= {"kind": "heading", "level": int(level[1])}
        elif numbered is not None and numbered.numId is not None and numbered.numId.val:
            depth = numbered.ilvl.val + 1 if numbered.ilvl is not None else 1
            mark = None if _is_bullet(one.part, numbered.numId.val, depth - 1) else 0
            entry |= {"kind": "item", "depth": depth, "mark": mark}
        yield entry


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


# --- mammoth ------------------------------------------------------------------------------


def of_mammoth(file: Path) -> Found:
    """Return what mammoth makes of *file*, each of its styles being known."""
    import docx
    import mammoth

    styles = docx.Document(str(file)).styles
    kinds = {1: "p", 2: "r"}
    plain = [
        f"{kinds[style.type]}[style-name='{style.name}'] => {kinds[style.type]}:fresh".replace(
            "=> r:fresh", "=> span"
        )
        for style in styles
        if style.type in kinds and not re.fullmatch(r"[Hh]eading [1-6]", style.name)
    ]
    headings = [
        f"p[style-name='heading {level}'] => h{level}:fresh" for level in range(1, 7)
    ]  # fmt: skip
    lists = [
        f"p:{kind}-list({level}) => "
        + " > ".join(["ul|ol > li"] * (level - 1) + [f"{tag} > li:fresh"])
        for level in range(1, 10)
        for kind, tag in (("unordered", "ul"), ("ordered", "ol"))
    ]
    with file.open("rb") as stream:
        result = mammoth.convert_to_html(
            stream,
            style_map="\n".join((*headings, *lists, *plain)),
            include_default_style_map=False,
        )
    messages = sorted({one.message for one in result.messages} - {_READING})
    # It is well-formed; a parser of HTML would take links out of links.
    body = etree.fromstring(f"<body>{result.value}</body>", html.XHTMLParser())
    return _of_html(body, messages)


def _of_html(body: Any, messages: list[str]) -> Found:
    notes = [
        _note_of(one) for one in body.iter("li") if (one.get("id") or "").startswith("footnote-")
    ]
    for one in [one for one in body.iter("li") if (one.get("id") or "").startswith("footnote-")]:
        one.getparent().remove(one)
    for mark in [one for one in body.iter("sup") if one.find("a[@id]") is not None]:
        mark.drop_tree()
    links = [
        f"{one.get('href')} {_bare(one.text_content())}"
        for one in body.iter("a")
        if one.get("href") and not one.get("href").startswith("#")
    ]
    pictures = [_bare(one.get("alt") or "") for one in body.iter("img")]
    return Found(list(_html_entries(body, 0)), notes, links, pictures, messages)


def _note_of(item: Any) -> str:
    for back in [
        one for one in item.iter("a") if (one.get("href") or "").startswith("#footnote-ref")
    ]:
        back.drop_tree()
    return _bare(item.text_content())


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
