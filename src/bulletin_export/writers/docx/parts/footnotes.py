"""The footnotes part: separators, then the notes in order of their marks."""

from __future__ import annotations

from bulletin_export.model.nodes import Note
from bulletin_export.styling.template import Role
from bulletin_export.writers.docx import roles
from bulletin_export.writers.docx.content.blocks import blocks_xml, closed
from bulletin_export.writers.docx.content.place import Place
from bulletin_export.writers.docx.content.story import Document, Story
from bulletin_export.writers.docx.markup import DECLARATION, NAMESPACES, run, value
from bulletin_export.writers.docx.roles import style_id

_SEPARATORS = "".join(
    f'<w:footnote w:type="{kind}" w:id="{number}"><w:p>{run(f"<w:{kind}/>")}</w:p></w:footnote>'
    for number, kind in ((-1, "separator"), (0, "continuationSeparator"))
)
_STYLE = style_id(Role.NOTE)
_OPENING = f'<w:p><w:pPr><w:pStyle w:val="{_STYLE}"/></w:pPr>'
_MARK = (
    run("<w:footnoteRef/>", {"rStyle": value(roles.NOTE_MARK.identifier)})
    + '<w:r><w:t xml:space="preserve"> </w:t></w:r>'
)


def footnotes_xml(document: Document, story: Story, place: Place) -> str:
    """Return the footnotes part (ISO/IEC 29500-1 §17.11.15)."""
    notes: list[str] = []
    for number, (note, where) in enumerate(document.notes, 1):
        document.where = where
        notes.append(f'<w:footnote w:id="{number}">{_note(note, story, place)}</w:footnote>')
    content = "".join(notes)
    return f"{DECLARATION}<w:footnotes {NAMESPACES}>{_SEPARATORS}{content}</w:footnotes>"


def _note(note: Note, story: Story, place: Place) -> str:
    """Return the blocks of *note*, its mark at the head of the first paragraph."""
    content = closed(blocks_xml(note.blocks, story, place), _STYLE)
    if content.startswith(_OPENING):
        return f"{_OPENING}{_MARK}{content.removeprefix(_OPENING)}"
    return f"{_OPENING}{_MARK}</w:p>{content}"
