"""Where in a TOML file a key stands, so that a complaint can name the line."""

from __future__ import annotations

import re

from bulletin_export.patterns import lazy_pattern

#: A key's path: names, and after the name of an array of tables the number of the table, from 0.
Path = tuple[str | int, ...]
_HEADER = lazy_pattern(r"\s*(\[\[|\[)\s*([^\]]+?)\s*\]")
_KEY = lazy_pattern(r"\s*([A-Za-z0-9_\-\"'.]+)\s*=")
_QUOTES = re.compile(r"\"\"\"|'''")


def line_of(text: str, path: Path) -> int:
    """Return the number of the line, from 1, on which the key *path* or its table begins."""
    known = _places(text)
    while path and path not in known:
        path = path[:-1]
    return known.get(path, 1)


def _places(text: str) -> dict[Path, int]:
    known: dict[Path, int] = {}
    counts: dict[Path, int] = {}
    table: Path = ()
    is_quoted = False
    for number, line in enumerate(text.splitlines(), 1):
        marks = len(_QUOTES.findall(line))
        if is_quoted:
            is_quoted = marks % 2 == 0
            continue
        is_quoted = marks % 2 == 1
        if header := _HEADER.match(line):
            names = [part.strip().strip("\"'") for part in header[2].split(".")]
            table = _resolved(names, counts, is_new=header[1] == "[[")
            known.setdefault(table, number)
        elif key := _KEY.match(line):
            names = [part.strip("\"'") for part in key[1].split(".")]
            known.setdefault((*table, *names), number)
    return known


def _resolved(names: list[str], counts: dict[Path, int], *, is_new: bool) -> Path:
    """Return the path of the table called *names*: in the latest tables of its arrays."""
    path: Path = ()
    for name in names[:-1]:
        path = (*path, name)
        if path in counts:
            path = (*path, counts[path])
    path = (*path, names[-1])
    if is_new:
        counts[path] = counts.get(path, -1) + 1
    return (*path, counts[path]) if path in counts else path
