"""Other readers find in a Word file what the model holds: words, structure, notes, links, pictures.

The model is the JSON form beside the file. Each reader tells what it can (`Reader.tells`); what it
cannot tell (python-docx knows no quotes, mammoth no numbers) comes back as a paragraph. Left out
are readings (w:ruby), which none of the three reads, and rules, which are paragraphs without words.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from pathlib import Path
from typing import Any, NamedTuple

from validators.archives import changed
from validators.gate import Complaints, Control, Gate, ImpossibleFaultError, ToolError
from validators.programs import ROOT, run
from validators.word_by_mammoth import of_mammoth
from validators.word_by_pandoc import of_pandoc
from validators.word_by_python_docx import of_python_docx
from validators.word_found import Entry, Found, bare

_OUTLINE = Path(__file__).resolve().parent / "model_outline.py"
#: What the numbers of headings and captions put before their words.
_NUMBER = re.compile(r"[第表图（(]*[0-9一二三四五六七八九十百]+[章节条）)、.．]*[　:：]*")
_SHOWN = 30
#: Levels of lists for which every column has room.
_ROOM = 4
_ADDED = frozenset("0123456789.●○■•◦▪–—-·…（）()[]［］：、第表图一二三四五六七八九十页共")


class Reader(NamedTuple):
    """How a program reads a file, and which kinds of entries it can tell from paragraphs."""

    read: Callable[[Path], Found]
    tells: frozenset[str]
    #: Whether it knows the numbers of lists.
    counts: bool = False
    #: The deepest heading it knows.
    deepest: int = 9


def _agree(reader: Reader, files: Sequence[Path], _scratch: Path) -> Complaints:
    known = _known(tuple(files))
    return {file: list(_faults(known[file], file, reader)) for file in files}


def _faults(model: Entry, file: Path, reader: Reader) -> Iterator[str]:
    try:
        found = reader.read(file)
    except ToolError as problem:
        yield str(problem)
    except Exception as problem:  # whatever stops a reader
        yield f"cannot be read: {problem!r}"
    else:
        yield from faults(model, found, reader)


def faults(model: Entry, found: Found, reader: Reader) -> Iterator[str]:
    """Yield what of *model* was *found* by *reader* otherwise, or not at all."""
    yield from found.messages
    extras: list[str] = []
    coming = iter(found.entries)
    for wanted in _with_known_depths(_read_by(reader, model["entries"])):
        if not bare(wanted["text"]):
            continue
        passed: list[Entry] = []
        for entry in coming:
            if _same_text(wanted, entry):
                extras += [one["text"] for one in passed if not one.get("is_account")]
                if fault := _difference(wanted, entry, reader):
                    yield f"{fault}: {_start(wanted)}"
                break
            passed.append(entry)
        else:
            yield f"lost or out of order: {wanted['kind']} {_start(wanted)}"
            return
    extras += [one["text"] for one in coming if not one.get("is_account")]
    known = set(bare("".join(model["beside"])))
    strange = set(bare("".join(extras))) - known - _ADDED
    if strange:
        yield f"not in the model: {''.join(sorted(strange))[:_SHOWN]}"
    yield from _in_order("note", [bare(one) for one in model["notes"]], found.notes)
    links = [f"{target} {bare(words)}" for target, words in model["links"] if bare(words)]
    yield from _in_order("link", links, found.links)
    yield from _in_order("picture", [bare(one) for one in model["pictures"]], found.pictures)


def _read_by(reader: Reader, entries: list[Entry]) -> list[Entry]:
    """Return *entries*, blocks of code that follow each other as one where *reader* tells code."""
    read: list[Entry] = []
    for entry in entries:
        if (
            entry["kind"] == "code"
            and "code" in reader.tells
            and read
            and read[-1]["kind"] == "code"
        ):
            read[-1] = {**entry, "text": f"{read[-1]['text']}\n{entry['text']}"}
        else:
            read.append(entry)
    return read


def _in_order(kind: str, wanted: list[str], found: Sequence[str]) -> Iterator[str]:
    coming = iter(found)
    for one in wanted:
        if one not in coming:
            yield f"{kind} lost or out of order: {one[:_SHOWN]}"
            return


def _with_known_depths(entries: list[Entry]) -> Iterator[Entry]:
    """Yield *entries*; where a list goes on after other blocks, nobody can tell its depth."""
    is_known = in_list = False
    for entry in entries:
        if entry["kind"] != "item":
            in_list = False
            yield entry
            continue
        if not in_list:
            is_known = entry["depth"] == 1
        in_list = True
        yield entry if is_known else {**entry, "depth": None}


def _same_text(wanted: Entry, entry: Entry) -> bool:
    ours, theirs = bare(wanted["text"]), bare(entry["text"])
    if ours == theirs:
        return True
    match wanted["kind"]:
        case "caption":
            return theirs.endswith(ours) and bool(_NUMBER.fullmatch(theirs[: -len(ours)]))
        case "heading":
            return (
                bool(theirs)
                and ours.endswith(theirs)
                and bool(_NUMBER.fullmatch(ours[: -len(theirs)]))
            )
        case _:
            return False


def _difference(wanted: Entry, entry: Entry, reader: Reader) -> str:
    """Return in what *entry* is not what was *wanted*, or nothing."""
    kind = wanted["kind"]
    if kind == "any":
        return ""
    if kind not in reader.tells or (kind == "heading" and wanted["level"] > reader.deepest):
        kind = "paragraph"
    if entry["kind"] != kind:
        return f"{wanted['kind']} came back as {entry['kind']}"
    names = {"heading": ("level",), "item": ("depth", "mark"), "table": ("cells", "head")}
    for name in names.get(kind, ()):
        ours, theirs = wanted[name], entry.get(name)
        if name == "cells":
            ours, theirs = _packed(ours), _packed(theirs or [])
        is_squeezed = kind == "item" and (wanted["depth"] or _ROOM + 1) > _ROOM
        # Lists that share a level for want of room are begun again by pandoc, not by Word.
        if name == "mark" and (not reader.counts or is_squeezed):
            ours, theirs = ours is None, theirs is None
        if name == "depth" and ours is not None and theirs is not None and ours > _ROOM:
            # Narrow columns have no room for more indents: what is deeper stands there.
            theirs = ours if _ROOM <= theirs <= ours else theirs
        if ours is not None and theirs != ours:
            return f"{kind} with {name} {str(theirs)[:_SHOWN]} instead of {str(ours)[:_SHOWN]}"
    return ""


def _packed(cells: list[list[Any]]) -> list[list[Any]]:
    """Return *cells* with words; empty ones may be there to fill a row."""
    return [[bare(text), *spans] for text, *spans in cells if bare(text)]


def _start(entry: Entry) -> str:
    text = bare(entry["text"])
    return f"“{text[:_SHOWN]}…”" if len(text) > _SHOWN else f"“{text}”"


def _known(files: tuple[Path, ...]) -> dict[Path, Entry]:
    with_model = tuple(file for file in files if _model(file).exists())
    told = _outlines(tuple(sorted({_model(file) for file in with_model})))
    if len(with_model) < len(files):
        missing = next(file for file in files if file not in with_model)
        raise ToolError(f"no model lies beside {missing.name}")
    return {file: told[_model(file)] for file in files}


def _model(file: Path) -> Path:
    return file.with_suffix(".json")


@cache
def _outlines(models: tuple[Path, ...]) -> dict[Path, Entry]:
    done = run([ROOT / ".venv" / "bin" / "python", _OUTLINE, *models])
    if done.returncode:
        raise ToolError(f"{_OUTLINE.name}: {done.stderr[-500:]}")
    return {Path(one["file"]): one for one in map(json.loads, done.stdout.splitlines())}


# --- faults -------------------------------------------------------------------------------


def _replaced(pattern: bytes, new: bytes) -> Callable[[bytes], bytes]:
    """Return what puts *new* for the first match of *pattern* in the body."""

    def change(name: str, content: bytes) -> bytes:
        if name != "word/document.xml":
            return content
        result, count = re.subn(pattern, new, content, count=1, flags=re.DOTALL)
        if not count:
            raise ImpossibleFaultError
        return result

    return lambda data: changed(data, change)


#: The last character at the end of a plain paragraph: a Han character or a mark.
_LAST = (
    rb'("ArticleBody"/></w:pPr>(?:(?!</w:p>).)*<w:t[^>]*>[^<]{6,})[\xe3-\xef][\x80-\xbf]{2}'
    rb"(</w:t></w:r></w:p>)"
)
_LOST = Control("a word lost", _replaced(_LAST, rb"\1\2"))
_LEVEL = Control("a heading of another level", _replaced(rb'"Heading2"', rb'"Heading3"'))
_LIST = Control("an entry that is none", _replaced(rb'"List(Bullet|Number)\d*"', b'"ArticleBody"'))
#: In a table of facts; those that only put words in their places are no tables to readers.
_WIDE = rb'(w:val="BulletinTable"/>(?:(?!</w:tbl>).)*?)<w:gridSpan w:val="\d+"/>'
_SPAN = Control("a span undone", _replaced(_WIDE, rb"\1"))

_TELLS = frozenset({"heading", "item", "table"})
_PANDOC = Reader(of_pandoc, _TELLS | {"quote", "code"}, counts=True)
_PYTHON_DOCX = Reader(of_python_docx, _TELLS)
_MAMMOTH = Reader(of_mammoth, _TELLS, deepest=6)
_CONTROLS = (_LOST, _LEVEL, _LIST, _SPAN)

GATES = (
    Gate("structure, pandoc", ".docx", partial(_agree, _PANDOC), _CONTROLS),
    Gate("structure, python-docx", ".docx", partial(_agree, _PYTHON_DOCX), _CONTROLS),
    Gate("structure, mammoth", ".docx", partial(_agree, _MAMMOTH), _CONTROLS),
)
