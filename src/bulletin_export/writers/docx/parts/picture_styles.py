"""The styles of pictures that stand in a frame beside the text, and of their captions."""

from __future__ import annotations

from collections.abc import Iterator

from bulletin_export.styling.template import Role, Template
from bulletin_export.writers.docx import roles
from bulletin_export.writers.docx.content.figures import FRAMES
from bulletin_export.writers.docx.markup import Properties, paragraph_properties
from bulletin_export.writers.docx.page import text_place
from bulletin_export.writers.docx.roles import STYLE_NAMES, StyleName

_WORDS = {"Third": "三分之一栏", "Half": "半栏"}
_BLANK = 180
_NO_INDENTS = 'w:leftChars="0" w:left="0" w:rightChars="0" w:right="0"'


def frame_styles(template: Template) -> Iterator[str]:
    """Yield two styles a frame, if *template* wants pictures beside the text.

    Paragraphs whose frames agree in everything share one (§17.3.1.11).
    """
    if template.word.pictures == "inline":
        return
    column = text_place(template).width
    for suffix, part in FRAMES.items():
        frame = (
            f'w:w="{round(column * part)}" w:hSpace="{_BLANK}" w:wrap="around" '
            'w:vAnchor="text" w:hAnchor="text" w:xAlign="right" w:y="1"'
        )
        yield _style(roles.PICTURE, suffix, {"framePr": frame, "keepNext": ""})
        yield _style(STYLE_NAMES[Role.CAPTION], suffix, {"framePr": frame, "ind": _NO_INDENTS})


def _style(base: StyleName, suffix: str, properties: Properties) -> str:
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{base.identifier}{suffix}">'
        f'<w:name w:val="{base.name}（绕排，{_WORDS[suffix]}）"/>'
        f'<w:basedOn w:val="{base.identifier}"/><w:uiPriority w:val="2"/>'
        f"{paragraph_properties(properties)}</w:style>"
    )
