"""What a user of each tool writes after its manual: ``python -m bench.peers NAME OUT PAGE...``.

Every peer gets clean pages and, where it embeds a font, the file in ``BENCH_FONT``.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from xml.sax.saxutils import escape

from bench.clean import CleanPage, Piece, read

FONT = os.environ.get("BENCH_FONT", "")
FAMILY = os.environ.get("BENCH_FAMILY", "")


def reportlab_platypus(pages: list[Path], out: Path) -> None:
    """A PDF for each page, by SimpleDocTemplate and Paragraph with CJK wrapping."""
    from reportlab.platypus import SimpleDocTemplate

    styles = _paragraph_styles()
    for path in pages:
        document = SimpleDocTemplate(str(out / f"{path.stem}.pdf"), **_PLATYPUS_PAGE)
        document.build(list(_flowables(read(path), styles)))


def reportlab_book(pages: list[Path], out: Path) -> None:
    """One PDF of all pages with a list of contents, by multiBuild as the manual shows it."""
    from reportlab.platypus import PageBreak, SimpleDocTemplate
    from reportlab.platypus.tableofcontents import TableOfContents

    styles = _paragraph_styles()

    class Book(SimpleDocTemplate):
        def afterFlowable(self, flowable) -> None:  # noqa: N802 — platypus's hook
            if getattr(flowable, "style", None) is styles["h1"]:
                text, key = flowable.getPlainText(), f"article-{flowable.number}"
                self.canv.bookmarkPage(key)
                self.canv.addOutlineEntry(text, key, 0)
                self.notify("TOCEntry", (0, text, self.page, key))

    story = [TableOfContents(levelStyles=[styles["small"]]), PageBreak()]
    for number, path in enumerate(pages):
        title, *others = _flowables(read(path), styles)
        title.number = number
        story += [title, *others, PageBreak()]
    Book(str(out / "book.pdf"), **_PLATYPUS_PAGE).multiBuild(story)


_PLATYPUS_PAGE = {"leftMargin": 71, "rightMargin": 71, "topMargin": 76}


def _paragraph_styles():
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    pdfmetrics.registerFont(TTFont("zh", FONT))
    body = ParagraphStyle("p", fontName="zh", wordWrap="CJK", fontSize=12, leading=19)
    body.firstLineIndent, body.spaceAfter = 24, 6
    return {
        "p": body,
        "h1": ParagraphStyle("h1", body, fontSize=20, leading=28, firstLineIndent=0),
        "h2": ParagraphStyle("h2", body, fontSize=15, leading=22, firstLineIndent=0),
        "small": ParagraphStyle("small", body, fontSize=9, leading=13, firstLineIndent=0),
    }


def _flowables(page: CleanPage, styles):
    from reportlab.platypus import Image, Paragraph, Table

    yield Paragraph(escape(page.title), styles["h1"])
    yield Paragraph(escape(page.facts), styles["small"])
    grid = [("GRID", (0, 0), (-1, -1), 0.5, "grey")]
    for piece in page.pieces:
        match piece.kind:
            case "img":
                yield Image(piece.text, 240, 150)
            case "table":
                cells = [[Paragraph(escape(c), styles["small"]) for c in row] for row in piece.rows]
                yield Table(cells, style=grid)
            case "caption":
                yield Paragraph(escape(piece.text), styles["small"])
            case kind:
                yield Paragraph(escape(piece.text), styles.get(kind, styles["p"]))


def typst_binding(pages: list[Path], out: Path) -> None:
    """A PDF for each page, all from one compiler."""
    compiler = None
    for path in pages:
        page = read(path)
        title = f"#text(size: 20pt)[{_quoted(page.title)}]\n\n"
        source = (_typst_head() + title + _typst_body(page)).encode("utf-8")
        compiler = compiler or _typst_compiler(source)
        compiler.compile(input=source, output=str(out / f"{path.stem}.pdf"), format="pdf")


def typst_book(pages: list[Path], out: Path) -> None:
    """One PDF of all pages with a list of contents."""
    parts = [_typst_head(), "#outline(depth: 1)\n"]
    for path in pages:
        page = read(path)
        parts += ["#pagebreak(weak: true)\n", f"= {_quoted(page.title)}\n\n", _typst_body(page)]
    source = "".join(parts).encode("utf-8")
    _typst_compiler(source).compile(output=str(out / "book.pdf"), format="pdf")


def _typst_compiler(source: bytes):
    import typst

    fonts = typst.Fonts(include_system_fonts=False, font_paths=[str(Path(FONT).parent)])
    return typst.Compiler(source, root="/", font_paths=fonts)


def _typst_head() -> str:
    return (
        '#set page("a4", margin: (x: 25mm, y: 27mm), numbering: "1")\n'
        f'#set text(font: {json.dumps(FAMILY)}, size: 12pt, lang: "zh")\n'
        "#set par(first-line-indent: (amount: 2em, all: true), leading: .6em, justify: true)\n"
    )


def _typst_body(page: CleanPage) -> str:
    facts = f"#text(size: 9pt)[{_quoted(page.facts)}]\n\n"
    return facts + "".join(_typst_piece(piece) + "\n\n" for piece in page.pieces)


def _typst_piece(piece: Piece) -> str:
    match piece.kind:
        case "img":
            return f"#image({json.dumps(piece.text)}, width: 240pt)"
        case "table":
            cells = (json.dumps(cell, ensure_ascii=False) for row in piece.rows for cell in row)
            return f"#table(columns: {len(piece.rows[0])}, {', '.join(cells)})"
        case "h2":
            return f"== {_quoted(piece.text)}"
        case "li":
            return f"- {_quoted(piece.text)}"
        case "caption":
            return f"#text(size: 9pt)[{_quoted(piece.text)}]"
        case _:
            runs = (f"*{_quoted(t)}*" if bold else _quoted(t) for t, bold in piece.runs)
            return "".join(runs)


def _quoted(text: str) -> str:
    return f"#({json.dumps(text, ensure_ascii=False)})"


def python_docx(pages: list[Path], out: Path) -> None:
    """A Word file for each page."""
    import docx

    for path in pages:
        document = docx.Document()
        _fill(document, read(path))
        document.save(str(out / f"{path.stem}.docx"))


def python_docx_book(pages: list[Path], out: Path) -> None:
    """One Word file of all pages."""
    import docx

    document = docx.Document()
    for path in pages:
        _fill(document, read(path))
        document.add_page_break()
    document.save(str(out / "book.docx"))


def _fill(document, page: CleanPage) -> None:
    from docx.shared import Pt

    _set_face(document.styles["Normal"])
    document.add_heading(page.title, 0)
    document.add_paragraph(page.facts)
    for piece in page.pieces:
        match piece.kind:
            case "img":
                document.add_picture(piece.text)
            case "table":
                _fill_table(document, piece.rows)
            case "h2":
                document.add_heading(piece.text, 2)
            case "li":
                document.add_paragraph(piece.text, style="List Bullet")
            case "caption":
                document.add_paragraph(piece.text, style="Caption")
            case _:
                paragraph = document.add_paragraph()
                paragraph.paragraph_format.first_line_indent = Pt(24)
                for text, bold in piece.runs:
                    paragraph.add_run(text).bold = bold or None


def _set_face(style) -> None:
    from docx.oxml.ns import qn

    style.font.name = FAMILY
    style.element.rPr.rFonts.set(qn("w:eastAsia"), FAMILY)


def _fill_table(document, rows) -> None:
    table = document.add_table(rows=len(rows), cols=len(rows[0]), style="Table Grid")
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text


def ebooklib(pages: list[Path], out: Path) -> None:
    """One EPUB a page."""
    for path in pages:
        _book([path], out / f"{path.stem}.epub")


def ebooklib_book(pages: list[Path], out: Path) -> None:
    """One EPUB of all pages."""
    _book(pages, out / "book.epub")


def _book(pages: list[Path], file: Path) -> None:
    from ebooklib import epub

    book = epub.EpubBook()
    book.set_identifier("bench")
    book.set_title("合集")
    book.set_language("zh-CN")
    pictures: dict[str, str] = {}
    chapters = [_chapter(epub, path, pictures) for path in pages]
    for source, name in pictures.items():
        data = Path(source).read_bytes()
        kind = "image/png" if name.endswith("png") else "image/jpeg"
        book.add_item(epub.EpubItem(f"i{len(book.items)}", name, kind, data))
    for chapter in chapters:
        book.add_item(chapter)
    book.toc = tuple(chapters)
    book.add_item(epub.EpubNcx())
    book.add_item(epub.EpubNav())
    book.spine = ["nav", *chapters]
    epub.write_epub(str(file), book)


def _chapter(epub, path: Path, pictures: dict[str, str]):
    page = read(path)
    parts = [f"<h1>{escape(page.title)}</h1><p>{escape(page.facts)}</p>"]
    parts.extend(_xhtml(piece, pictures) for piece in page.pieces)
    chapter = epub.EpubHtml(title=page.title, file_name=f"{path.stem}.xhtml", lang="zh-CN")
    chapter.content = f"<html><body>{''.join(parts)}</body></html>"
    return chapter


def _xhtml(piece: Piece, pictures: dict[str, str]) -> str:
    match piece.kind:
        case "img":
            name = pictures.setdefault(piece.text, f"pictures/{Path(piece.text).name}")
            return f'<p><img src="{name}" alt=""/></p>'
        case "table":
            cells = ("".join(f"<td>{escape(c)}</td>" for c in row) for row in piece.rows)
            return f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>"
        case "h2":
            return f"<h2>{escape(piece.text)}</h2>"
        case "p":
            runs = (f"<b>{escape(t)}</b>" if bold else escape(t) for t, bold in piece.runs)
            return f"<p>{''.join(runs)}</p>"
        case _:
            return f"<p>{escape(piece.text)}</p>"


PEERS = {
    "reportlab": reportlab_platypus,
    "reportlab book": reportlab_book,
    "typst": typst_binding,
    "typst book": typst_book,
    "python-docx": python_docx,
    "python-docx book": python_docx_book,
    "ebooklib": ebooklib,
    "ebooklib book": ebooklib_book,
}


def main() -> None:
    """Run one peer over the pages given."""
    name, out, *pages = sys.argv[1:]
    PEERS[name]([Path(page) for page in pages], Path(out))


if __name__ == "__main__":
    main()
