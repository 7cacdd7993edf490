"""Any article that the model can hold, for laws.

``articles()`` and ``publications()`` draw every kind of node, nested. The words hold
Han, kana, letters and marks, but no digits and no bullets: a writer may print those
as numbers of lists and notes.
"""

from __future__ import annotations

from io import BytesIO

from hypothesis import strategies as st
from PIL import Image as Pillow

from bulletin_export.model import nodes as n
from bulletin_export.model.article import Article, Contributor, Date, Headline, Metadata
from bulletin_export.model.media import MediaItem
from bulletin_export.model.publication import Publication, Section

HAN = (
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成"
    "会可主发年动同工也能下过子说产种面而方后多定行学法所民得经"
)
LETTERS = "abcdeXYZé"
MARKS = "，。、；：？！“”（）《》—…·%"
#: 注音 stands in readings only, so that a test can tell them from the text.
READINGS = "ㄅㄆㄇㄈㄉㄊㄋ"

words = st.text(HAN + HAN + LETTERS + MARKS + " ", min_size=1, max_size=60).filter(str.strip)
short_words = st.text(HAN, min_size=1, max_size=8)
long_words = st.text(HAN + MARKS, min_size=100, max_size=600).filter(str.strip)
addresses = st.sampled_from(
    ["https://example.cn/a/1.html", "http://example.cn/?q=%E4%B8%AD", "mailto:a@example.cn"]
)


def _png(width: int, height: int) -> MediaItem:
    buffer = BytesIO()
    Pillow.new("1", (width, height)).save(buffer, "PNG", optimize=True)
    return MediaItem.of(buffer.getvalue(), "image/png")


#: Small, wide, tall and larger than a page.
PICTURES = (_png(8, 8), _png(640, 20), _png(20, 1600), _png(400, 1200))

images = st.builds(
    n.Image,
    address=addresses,
    alt=st.sampled_from(["", "会场", "图片说明"]),
    media=st.sampled_from(["", *(item.name for item in PICTURES)]),
)
texts = st.builds(n.Text, words)
notes = st.deferred(
    lambda: st.builds(n.Note, st.lists(_paragraphs, min_size=1, max_size=2).map(tuple))
)
_leaves = st.one_of(
    texts,
    texts,
    st.builds(n.Code, st.sampled_from(["f(x)", "a  b", "for x in y: pass"])),
    st.just(n.LineBreak()),
    st.builds(n.Ruby, short_words, st.text(READINGS, min_size=1, max_size=4)),
    images,
)
_WRAPPERS = (
    n.Emphasis, n.Strong, n.Underline, n.Strikethrough, n.Superscript, n.Subscript,
)  # fmt: skip


def _wrapped(children: st.SearchStrategy[n.Inline]) -> st.SearchStrategy[n.Inline]:
    several = st.lists(children, min_size=1, max_size=3).map(tuple)
    return st.one_of(
        *(st.builds(kind, several) for kind in _WRAPPERS), st.builds(n.Link, addresses, several)
    )


inlines = st.recursive(_leaves, _wrapped, max_leaves=4)
captions = st.one_of(st.just(()), st.tuples(texts))
_lines = st.lists(st.one_of(inlines, texts, notes), min_size=1, max_size=4).map(tuple)
_paragraphs = st.one_of(
    st.builds(n.Paragraph, st.tuples(texts)),
    st.builds(n.Paragraph, st.tuples(st.builds(n.Text, long_words))),
)


@st.composite
def tables(
    draw: st.DrawFn,
    content: st.SearchStrategy[n.Block] = _paragraphs,
    *,
    max_rows: int = 5,
    max_columns: int = 4,
) -> n.Table:
    """Draw a table whose cells tile its grid."""
    height, width = draw(st.integers(1, max_rows)), draw(st.integers(1, max_columns))
    taken: set[tuple[int, int]] = set()
    rows = []
    for row in range(height):
        cells = []
        for column in range(width):
            if (row, column) in taken:
                continue
            free = 1
            while column + free < width and (row, column + free) not in taken:
                free += 1
            across = draw(st.integers(1, free))
            down = draw(st.integers(1, height - row))
            taken |= {(row + i, column + j) for i in range(down) for j in range(across)}
            blocks = draw(st.lists(content, max_size=2).map(tuple))
            alignment = draw(st.sampled_from(n.Alignment))
            cells.append(n.TableCell(blocks, across, down, draw(st.booleans()), alignment))
        rows.append(n.TableRow(tuple(cells)))
    return n.Table(tuple(rows), draw(captions), draw(st.integers(0, min(2, height))))


def _items(content: st.SearchStrategy[n.Block]) -> st.SearchStrategy[tuple[n.ListItem, ...]]:
    item = st.builds(n.ListItem, st.lists(content, min_size=1, max_size=2).map(tuple))
    return st.lists(item, min_size=1, max_size=3).map(tuple)


def _nested(content: st.SearchStrategy[n.Block]) -> st.SearchStrategy[n.Block]:
    return st.one_of(
        st.builds(n.BlockQuote, st.lists(content, min_size=1, max_size=3).map(tuple)),
        st.builds(n.BulletList, _items(content)),
        st.builds(n.OrderedList, _items(content), st.integers(1, 99)),
        tables(content),
    )


_flat = st.one_of(
    _paragraphs,
    st.builds(n.Paragraph, _lines),
    st.builds(n.Heading, st.integers(1, 6), st.tuples(texts)),
    st.builds(n.CodeBlock, st.sampled_from(["x = y\n\n    return  z", "长" * 90, "一行\n"])),
    st.just(n.ThematicBreak()),
    st.builds(n.Figure, st.lists(images, min_size=1, max_size=3).map(tuple), captions),
)
blocks = st.recursive(_flat, _nested, max_leaves=6)

headlines = st.builds(Headline, words, st.one_of(st.just(""), words), st.one_of(st.just(""), words))
metadata = st.builds(
    Metadata,
    source=st.sampled_from(["", "人民日报"]),
    date=st.sampled_from([None, Date("2020-02-06"), Date("2020-02-06T17:30")]),
    contributors=st.sampled_from([(), (Contributor("宗禾"), Contributor("吴林红"))]),
    address=st.one_of(st.just(""), addresses),
)


def articles(max_blocks: int = 8) -> st.SearchStrategy[Article]:
    """Any article with up to *max_blocks* blocks."""
    return st.builds(
        Article,
        headline=headlines,
        blocks=st.lists(blocks, max_size=max_blocks).map(tuple),
        metadata=metadata,
        media=st.just(PICTURES),
    )


def publications(max_articles: int = 3, max_blocks: int = 4) -> st.SearchStrategy[Publication]:
    """Any publication of up to two sections."""
    many = st.lists(articles(max_blocks), min_size=1, max_size=max_articles).map(tuple)
    sections = st.lists(
        st.builds(Section, many, st.sampled_from(["", "要闻", "基层动态"])), min_size=1, max_size=2
    )
    return st.builds(
        Publication,
        sections=sections.map(tuple),
        title=st.sampled_from(["简报", "每日要闻摘编"]),
        date=st.sampled_from(["", "2020-02-06"]),
        has_contents=st.booleans(),
    )
