"""The part of the notes: separators, then the notes in order of their marks.

Notes at the foot of the page and notes after the article have parts that differ in names alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from bulletin_export.model.nodes import Note, Paragraph
from bulletin_export.styling.template import Role
from bulletin_export.writers.docx.content.blocks import blocks_xml, closed
from bulletin_export.writers.docx.content.story import Document, Story
from bulletin_export.writers.docx.markup import DECLARATION, NAMESPACES, paragraph, run, value
from bulletin_export.writers.docx.parts.note_numbers import SEPARATORS
from bulletin_export.writers.docx.parts.standing import Place
from bulletin_export.writers.docx.roles import FIRST_NOTE, NoteKind, style_id

_STYLE = f'<w:pStyle w:val="{style_id(Role.NOTE)}"/>'


def notes_xml(document: Document, story: Story, place: Place) -> Iterator[str]:
    """Yield the part of the notes (ISO/IEC 29500-1 §17.11.15, §17.11.8), note by note."""
    kind = document.note_kind
    own = f'<w:pStyle w:val="{kind.text}"/>'
    yield f"{DECLARATION}<w:{kind.name}s {NAMESPACES}>"
    for number, separator in SEPARATORS:
        # The last one is said where a note goes on: nothing.
        drawn = run(f"<w:{separator}/>") if separator != "continuationNotice" else ""
        content = paragraph(kind.text, drawn)
        yield f'<w:{kind.name} w:type="{separator}" w:id="{number}">{content}</w:{kind.name}>'
    for number, (note, where) in enumerate(document.notes, FIRST_NOTE):
        document.where = where
        content = _note(note, story, place, kind).replace(_STYLE, own)
        yield f'<w:{kind.name} w:id="{number}">{content}</w:{kind.name}>'
    yield f"</w:{kind.name}s>"


def _note(note: Note, story: Story, place: Place, kind: NoteKind) -> str:
    """Return the blocks of *note*, its mark at the head of the first paragraph."""
    style = {"rStyle": value(kind.mark.identifier)}
    mark = run(f"<w:{kind.name}Ref/>", style) + '<w:r><w:t xml:space="preserve"> </w:t></w:r>'
    content = closed(blocks_xml(note.blocks, story, place), style_id(Role.NOTE))
    if note.blocks and not isinstance(note.blocks[0], Paragraph):
        return paragraph(style_id(Role.NOTE), mark) + content
    head, end, rest = content.partition("</w:pPr>")
    return f"{head}{end}{mark}{rest}"
