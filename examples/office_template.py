"""Make a Word document to start from: a briefing's masthead, header, footer and placeholders.

python examples/office_template.py 简报.docx
bulletin-export convert page.html --template 简报.docx -o 第1期.docx
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.styles.style import ParagraphStyle
    from docx.text.paragraph import Paragraph

RED = RGBColor(0xC0, 0, 0)


def office_template() -> Word:
    """Return the document."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.8)
    _styles(document)
    _masthead(document)
    for words, style in (
        ("{{引题}}", "Normal"),
        ("{{标题}}", "Heading 1"),
        ("{{副题}}", "Normal"),
        ("{{信息行}}", "Normal"),
    ):
        document.add_paragraph(words, style).alignment = WD_ALIGN_PARAGRAPH.CENTER
    document.add_paragraph("{{正文}}", style="正文段落")
    section.header.paragraphs[0].text = "内部资料　注意保存　　{{刊期}}"
    _page_number(section.footer.paragraphs[0])
    return document


def _styles(document: Word) -> None:
    _font(document.styles["Normal"], "宋体", 12)
    body = document.styles.add_style("正文段落", WD_STYLE_TYPE.PARAGRAPH)
    _font(body, "仿宋", 16)
    body.paragraph_format.first_line_indent = Pt(32)
    body.paragraph_format.line_spacing = Pt(28)
    for level, (face, size) in enumerate((("华文中宋", 22), ("黑体", 16), ("楷体", 16)), 1):
        _font(document.styles[f"Heading {level}"], face, size)
        document.styles[f"Heading {level}"].font.color.rgb = RGBColor(0, 0, 0)


def _font(style: ParagraphStyle, face: str, size: float) -> None:
    style.font.name, style.font.size = face, Pt(size)
    fonts = style.element.rPr.rFonts
    for attribute in list(fonts.attrib):
        if "Theme" in attribute:
            del fonts.attrib[attribute]
    fonts.set(qn("w:eastAsia"), face)


def _masthead(document: Word) -> None:
    name = document.add_paragraph().add_run("滨河简报")
    name.font.size, name.font.color.rgb, name.bold = Pt(42), RED, True
    document.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
    left, right = document.add_table(1, 2).rows[0].cells
    left.text, right.text = "滨河市人民政府办公室编", "{{日期}}"
    right.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
    _red_rule(document.add_paragraph())


def _red_rule(paragraph: Paragraph) -> None:
    borders, rule = OxmlElement("w:pBdr"), OxmlElement("w:top")
    for name, value in (("val", "single"), ("sz", "12"), ("space", "1"), ("color", "C00000")):
        rule.set(qn(f"w:{name}"), value)
    borders.append(rule)
    paragraph.paragraph_format.element.get_or_add_pPr().append(borders)


def _page_number(paragraph: Paragraph) -> None:
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph.paragraph_format.element.append(field)


if __name__ == "__main__":
    office_template().save(str(Path(sys.argv[1] if len(sys.argv) > 1 else "office.docx")))
