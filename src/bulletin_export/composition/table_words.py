"""What is said about a table to people who cannot see it: a title and a short account."""

from __future__ import annotations

from bulletin_export.model.nodes import Table, TableRow
from bulletin_export.model.text import paragraphs, plain_text

#: Longer accounts help nobody who has to listen to them; Word shows so many characters.
_LONGEST = 255


def table_title(table: Table) -> str:
    """Return the caption of *table*, else the words of its first row; one line, maybe empty."""
    caption = " ".join(plain_text(table.caption).split())
    return _cut(caption or "、".join(_words(table.rows[:1])))


def table_account(table: Table, columns: int, language: str) -> str:
    """Return how large *table* is and what its head says, in *language* (BCP 47)."""
    rows = len(table.rows)
    heads = _words(table.rows[: max(table.header_rows, 1)])
    if language.startswith("zh"):
        return _cut(f"{columns}列{rows}行" + (f"：{'、'.join(heads)}" if heads else ""))
    size = f"{_counted(columns, 'column')}, {_counted(rows, 'row')}"
    return _cut(size + (f": {', '.join(heads)}" if heads else ""))


def _words(rows: tuple[TableRow, ...]) -> list[str]:
    texts = (" ".join(paragraphs(cell.blocks)) for row in rows for cell in row.cells)
    return [words for text in texts if (words := " ".join(text.split()))]


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
