"""The list of contents: a filled field whose entries lead to bookmarks.

Page numbers are fields too; they show what `pagination` says until Word updates them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bulletin_export.composition import front
from bulletin_export.model.publication import Publication
from bulletin_export.styling.template import Role, Template
from bulletin_export.writers.docx.content.places import bookmark_name, section_bookmark_name
from bulletin_export.writers.docx.content.runs import text_runs
from bulletin_export.writers.docx.markup import escaped, field, paragraph, run
from bulletin_export.writers.docx.roles import STYLE_NAMES, style_id

#: Articles are heading 1, so toc 1; sections have a style of their own and get toc 2.
_INSTRUCTION = f'TOC \\o "1-1" \\h \\z \\t "{STYLE_NAMES[Role.SECTION_TITLE].name},2"'
_BEGIN = (
    run('<w:fldChar w:fldCharType="begin"/>')
    + run(f'<w:instrText xml:space="preserve"> {escaped(_INSTRUCTION)} </w:instrText>')
    + run('<w:fldChar w:fldCharType="separate"/>')
)
_END = run('<w:fldChar w:fldCharType="end"/>')


def contents_xml(
    publication: Publication, template: Template, numbers: Sequence[str]
) -> Iterator[str]:
    """Yield title and entries of the list of contents; *numbers* are those of the articles."""
    entries = [entry for entry in front.contents(publication) if entry[1]]
    title = template.composition.contents_title
    if title:
        yield paragraph(style_id(Role.CONTENTS_TITLE), text_runs(title))
    last = len(entries) - 1
    for place, (role, text, index) in enumerate(entries):
        content = _entry(role, text, index, numbers[min(index, len(numbers) - 1)])
        content = f"{_BEGIN if place == 0 else ''}{content}{_END if place == last else ''}"
        yield paragraph(style_id(role), content)


def _entry(role: Role, text: str, index: int, page: str) -> str:
    is_section = role is Role.CONTENTS_SECTION
    name = section_bookmark_name(index) if is_section else bookmark_name(index)
    number = field(f"PAGEREF {name} \\h", page)
    inner = f"{text_runs(text)}<w:r><w:tab/></w:r>{number}"
    return f'<w:hyperlink w:anchor="{name}" w:history="1">{inner}</w:hyperlink>'
