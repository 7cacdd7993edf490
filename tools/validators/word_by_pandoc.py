"""What pandoc's syntax tree of a Word file holds."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from validators.gate import ToolError
from validators.programs import last_line, run
from validators.word_found import Entry, Found, bare


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
                case "Figure":
                    yield from self.blocks(content[2], depth, kind)
                    yield from self.blocks(content[1][1], depth, kind)
                case "Table":
                    yield from self._caption(content[1])
                    yield self._table(content)
                case other:
                    raise ToolError(f"pandoc gives a {other}, which nobody expects")

    def _list(self, items: list[Any], start: int | None, depth: int) -> Iterator[Entry]:
        for number, blocks in enumerate(items):
            mark = None if start is None else start + number
            rest = blocks
            while rest and rest[0]["t"] == "BlockQuote":  # a list in a quote
                rest = [*rest[0]["c"], *rest[1:]]
            if rest and rest[0]["t"] in ("Para", "Plain"):
                text, rest = self.words(rest[0]["c"]), rest[1:]
                yield {"kind": "item", "mark": mark, "depth": depth, "text": text}
            yield from self.blocks(rest, depth)

    def _caption(self, caption: list[Any]) -> Iterator[Entry]:
        """Yield the words above a table, or what tells of it those who cannot see it."""
        for entry in self.blocks(caption[1]):
            yield {**entry, "is_account": True}

    def _table(self, content: list[Any]) -> Entry:
        _, _, _, head, bodies, _ = content
        cells = []
        for row in (*head[1], *(row for body in bodies for row in (*body[2], *body[3]))):
            for _, _, rows, columns, blocks in row[1]:
                inner = self.blocks(blocks)
                text = "".join(entry["text"] for entry in inner if not entry.get("is_account"))
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
                alt = bare(self.words(content[1]))
                if not self._in_note:
                    self.pictures.append(alt)
                return ""
            case "Link":
                place = len(self.links)
                text = self.words(content[1])
                if not content[2][0].startswith("#") and not self._in_note:
                    self.links.insert(place, f"{content[2][0]} {bare(text)}")
                return text
            case "Span" | "Quoted":
                return self.words(content[1])
            case _:
                return self.words(content)

    def _note(self, blocks: list[Any]) -> str:
        self._in_note = True
        words = [one["text"] for one in self.blocks(blocks) if not one.get("is_account")]
        self.notes.append(bare("".join(words)))
        self._in_note = False
        return ""
