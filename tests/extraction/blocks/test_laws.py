"""What holds for every page: no word is lost, none changes its place, nothing nests without end."""

from itertools import count

from hypothesis import example, given, settings
from hypothesis import strategies as st

from bulletin_export.extraction.blocks.builder import BlockBuilder
from bulletin_export.extraction.blocks.subheadings import with_headings
from bulletin_export.extraction.repair import parse
from bulletin_export.model.nodes import Code, CodeBlock, Ruby, Table, TableCell, Text
from bulletin_export.model.text import paragraphs
from bulletin_export.model.walk import walk

INLINE = [
    "span",
    "b",
    "i",
    "u",
    "em",
    "strong",
    "font",
    "a",
    "sup",
    "small",
    "wbr",
    "o:p",
    "q",
    "ins",
]
BLOCK = [
    "p", "div", "section", "center", "blockquote", "h2", "h4", "ul", "ol", "li", "dl", "dt", "dd",
    "pre", "address", "details", "summary", "tr", "td", "th", "figure", "article", "main",
    "fieldset", "marquee", "unknown-box",
]  # fmt: skip
ATTRIBUTES = [
    "",
    ' style="font-weight:bold"',
    ' style="text-align:center"',
    ' style="font-weight: normal; display:block"',
    ' class="a"',
    " align=center",
    ' href="https://example.cn/"',
    " colspan=3 rowspan=2",
]
words = st.text("会议强调要做好工作一二（）1.、。？：图为摄 \n", min_size=1, max_size=30)
breaks = st.sampled_from(["<br>", "<br/><br>", "<hr>", "<img src=a.png>", "&nbsp;", "　　"])


def _element(tags):
    return st.builds(
        lambda tag, attribute, inside: f"<{tag}{attribute}>{''.join(inside)}</{tag}>",
        st.sampled_from(tags),
        st.sampled_from(ATTRIBUTES),
        st.lists(_content, max_size=4),
    )


_content = st.deferred(
    lambda: st.one_of(words, breaks, words, _element(INLINE), _element(BLOCK), _table)
)
_cell = st.builds(
    lambda tag, attribute, inside: f"<{tag}{attribute}>{''.join(inside)}</{tag}>",
    st.sampled_from(["td", "th"]),
    st.sampled_from(ATTRIBUTES),
    st.lists(_content, max_size=2),
)
#: Words between cells would stand before the table (HTML §13.2.6.4.9), so there are none.
_table = st.lists(st.lists(_cell, max_size=3).map("".join), max_size=3).map(
    lambda rows: f"<table>{''.join(f'<tr>{row}' for row in rows)}</table>"
)
ROWS = ("table", "tbody", "thead", "tfoot", "tr")
pages = st.lists(_content, min_size=1, max_size=6).map("".join)


def _built(html):
    body = parse(f"<body><main>{html}</main></body>").find("body")
    return body, BlockBuilder().build(body)


def _shown(nodes):
    """Return every character in *nodes* but blanks, in reading order."""
    pieces = []
    for node in walk(nodes):
        match node:
            case Text(value) | Code(value) | CodeBlock(value):
                pieces.append(value)
            case Ruby(base=base):
                pieces.append(base)
    return "".join("".join(pieces).split())


def _has_words_between_cells(body):
    """Whether there are some; a row inside a cell ends the cell, and leaves its words there."""
    rows = list(body.iter(*ROWS))
    pieces = (piece for row in rows for piece in (row.text, *(one.tail for one in row)))
    strangers = (one for row in rows for one in row if one.tag not in (*ROWS, "td", "th"))
    return any(piece and not piece.isspace() for piece in pieces) or any(
        "".join(one.itertext()).strip() for one in strangers
    )


def _depth(node):
    inside = [_depth(one) for one in walk((node,)) if one is not node]
    return 1 + max(inside, default=0)


@given(pages)
@example("<table><tr><td></td><td>、<tr>1</tr></td></table>")
@example("<table><tr><td>、</td><td><tr></tr><span>1</span></td></table>")
@settings(max_examples=100, deadline=None)
def test_every_character_of_a_page_stands_in_the_blocks_in_its_place(html):
    body, blocks = _built(html)
    given_text, shown = "".join("".join(body.itertext()).split()), _shown(blocks)
    # Rows are read across a table and those in it; words between cells stand before the table.
    if body.find(".//table//table") is not None or _has_words_between_cells(body):
        given_text, shown = sorted(given_text), sorted(shown)
    assert shown == given_text


@given(pages)
@settings(max_examples=60, deadline=None)
def test_looking_for_headings_loses_nothing_and_is_done_once(html):
    _, blocks = _built(html)
    headed = with_headings(blocks)
    assert _shown(headed) == _shown(blocks)
    assert with_headings(headed) == headed


@given(pages)
@settings(max_examples=100, deadline=None)
def test_nothing_is_made_that_shows_nothing(html):
    _, blocks = _built(html)
    for node in walk(blocks):
        if hasattr(node, "children"):
            assert node.children
        if isinstance(node, Text):
            assert node.value


#: A table as rows of (text or tables or both, column span, row span).
_cells = st.deferred(
    lambda: st.tuples(
        st.lists(
            st.one_of(st.just("词"), st.just("词"), st.just("词"), _tables), min_size=1, max_size=3
        ),
        st.integers(0, 4),
        st.integers(0, 4),
    )
)
_tables = st.deferred(
    lambda: st.lists(st.lists(_cells, min_size=1, max_size=3), min_size=1, max_size=3)
)


def _html(rows, numbers, tokens, tag="td"):
    """Return the HTML of *rows*; each text is unlike all others and goes into *tokens*."""
    lines = []
    for row in rows:
        cells = []
        for content, columns, height in row:
            pieces = []
            for index, piece in enumerate(content):
                if piece != "词":
                    pieces.append(_html(piece, numbers, tokens))
                elif not index or content[index - 1] != "词":
                    tokens.append(f"词{next(numbers)}。")
                    pieces.append(tokens[-1])
            cells.append(f"<{tag} colspan={columns} rowspan={height}>{''.join(pieces)}</{tag}>")
        lines.append(f"<tr>{''.join(cells)}</tr>")
    return f"<table>{''.join(lines)}</table>"


@given(_tables)
@settings(max_examples=60, deadline=None)
def test_as_many_cells_come_out_as_go_in_however_tables_nest(rows):
    tokens = []
    html = _html(rows, count(1), tokens, "th")
    body = parse(f"<body>{html}<p>完</p></body>").find("body")
    (*tables, _) = BlockBuilder().build(body)
    cells = [node for node in walk(tables) if isinstance(node, TableCell)]
    texts = ["".join(paragraphs(cell.blocks)) for cell in cells]
    assert sorted(filter(None, texts)) == sorted(tokens)
    assert sum(isinstance(node, Table) for node in walk(tables)) == (1 if tokens else 0)


@given(_tables)
@settings(max_examples=100, deadline=None)
def test_no_cell_covers_another_and_no_column_is_empty(rows):
    body = parse(f"<body>{_html(rows, count(1), [], 'th')}</body>").find("body")
    for table in BlockBuilder().build(body):
        covered = set()
        starts = set()
        for y, row in enumerate(table.rows):
            assert row.cells
            x = 0
            for cell in row.cells:
                while (x, y) in covered:
                    x += 1
                starts.add(x)
                places = {
                    (x + i, y + j) for i in range(cell.column_span) for j in range(cell.row_span)
                }
                assert not places & covered
                covered |= places
        assert {y for _, y in covered} == set(range(len(table.rows)))
        assert starts == {x for x, _ in covered} == set(range(len(starts)))


def test_a_thousand_boxes_in_each_other_keep_their_text_and_nest_little():
    for tag in ("div", "blockquote", "ul", "table><tr><th>甲</th><td", "b"):
        html = f"<{tag}>" * 120 + "乙"
        _, blocks = _built(html)
        assert "乙" in _shown(blocks)
        depth = 0
        level = list(blocks)
        while level:
            depth += 1
            level = [
                child
                for node in level
                for name in ("blocks", "items", "rows", "cells", "children")
                for child in getattr(node, name, ())
            ]
        assert depth < 20
