"""Trees in one line, for tests."""

from __future__ import annotations

from bulletin_export.model.article import Article, Contributor, Date, Headline, Metadata
from bulletin_export.model.media import MediaItem
from bulletin_export.model.nodes import (
    Block,
    BlockQuote,
    BulletList,
    Code,
    CodeBlock,
    Emphasis,
    Figure,
    Heading,
    Image,
    Inline,
    LineBreak,
    Link,
    ListItem,
    Note,
    OrderedList,
    Paragraph,
    Ruby,
    Strikethrough,
    Strong,
    Subscript,
    Superscript,
    Table,
    TableCell,
    TableRow,
    Text,
    ThematicBreak,
    Underline,
)
from bulletin_export.model.publication import Publication, Section

Words = str | Inline
Content = str | Block

hr = ThematicBreak()
br = LineBreak()


def _inlines(words: tuple[Words, ...]) -> tuple[Inline, ...]:
    return tuple(Text(word) if isinstance(word, str) else word for word in words)


def _blocks(content: tuple[Content, ...]) -> tuple[Block, ...]:
    return tuple(p(one) if isinstance(one, str) else one for one in content)


def p(*words: Words) -> Paragraph:
    return Paragraph(_inlines(words))


def h(level: int, *words: Words) -> Heading:
    return Heading(level, _inlines(words))


def em(*words: Words) -> Emphasis:
    return Emphasis(_inlines(words))


def strong(*words: Words) -> Strong:
    return Strong(_inlines(words))


def u(*words: Words) -> Underline:
    return Underline(_inlines(words))


def strike(*words: Words) -> Strikethrough:
    return Strikethrough(_inlines(words))


def sup(*words: Words) -> Superscript:
    return Superscript(_inlines(words))


def sub(*words: Words) -> Subscript:
    return Subscript(_inlines(words))


def code(value: str) -> Code:
    return Code(value)


def link(target: str, *words: Words) -> Link:
    return Link(target, _inlines(words))


def img(media: str = "", alt: str = "", address: str = "") -> Image:
    return Image(address or media, alt, media)


def note(*content: Content) -> Note:
    return Note(_blocks(content))


def ruby(base: str, reading: str) -> Ruby:
    return Ruby(base, reading)


def quote(*content: Content) -> BlockQuote:
    return BlockQuote(_blocks(content))


def li(*content: Content) -> ListItem:
    return ListItem(_blocks(content))


def ul(*items: Content | ListItem) -> BulletList:
    return BulletList(tuple(i if isinstance(i, ListItem) else li(i) for i in items))


def ol(*items: Content | ListItem, start: int = 1) -> OrderedList:
    return OrderedList(tuple(i if isinstance(i, ListItem) else li(i) for i in items), start)


def pre(value: str) -> CodeBlock:
    return CodeBlock(value)


def td(*content: Content, span: int = 1, rows: int = 1, header: bool = False) -> TableCell:
    return TableCell(_blocks(content), span, rows, header)


def th(*content: Content, span: int = 1, rows: int = 1) -> TableCell:
    return td(*content, span=span, rows=rows, header=True)


def tr(*cells: Content | TableCell) -> TableRow:
    return TableRow(tuple(c if isinstance(c, TableCell) else td(c) for c in cells))


def table(*rows: TableRow, caption: str = "", header_rows: int = 0) -> Table:
    return Table(rows, _inlines((caption,)) if caption else (), header_rows)


def figure(*images: Image, caption: str = "") -> Figure:
    return Figure(images, _inlines((caption,)) if caption else ())


def article(
    *content: Content,
    title: str = "标题",
    kicker: str = "",
    subtitle: str = "",
    source: str = "",
    date: str = "",
    authors: tuple[str, ...] = (),
    address: str = "",
    media: tuple[MediaItem, ...] = (),
) -> Article:
    metadata = Metadata(
        source=source,
        date=Date(date) if date else None,
        contributors=tuple(Contributor(name) for name in authors),
        address=address,
    )
    headline = Headline(title, kicker, subtitle)
    return Article(headline=headline, blocks=_blocks(content), metadata=metadata, media=media)


def publication(*articles: Article, title: str = "", contents: bool = False) -> Publication:
    return Publication(
        sections=(Section(articles),),
        title=title or articles[0].headline.title,
        has_contents=contents,
    )
