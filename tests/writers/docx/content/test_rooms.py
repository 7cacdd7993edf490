"""What is too wide for its column stands over all of them, or on a turned page."""

import msgspec
import pytest

import builders as b
from bulletin_export.styling.template import FurnitureLine, PageStyle
from torture import square
from writers.docx.opened import TEMPLATE, W, all_of, names, part, written

WIDE = b.table(
    *[b.tr(*[f"{1234567 * c}.{r}" for c in range(1, 23)]) for r in range(3)], caption="表"
)
BROAD = b.table(*[b.tr(*[f"{1234567 * c}" for c in range(1, 8)]) for r in range(3)])
NARROW = b.table(b.tr("甲", "乙"))
COLUMNS = msgspec.structs.replace(TEMPLATE, page=PageStyle(columns=3))
END = msgspec.structs.replace(
    TEMPLATE, composition=msgspec.structs.replace(TEMPLATE.composition, notes="end")
)


def sections(result):
    """Return for each section its type, whether it is turned, columns, and its blocks' words."""
    found, blocks = [], []
    body = part(result)[0]
    for block in body:
        own = [block] if block.tag == f"{W}sectPr" else all_of(block, "w:pPr/w:sectPr")
        blocks.append("".join(all_of(block, ".//w:t/text()")))
        for one in own:
            turned = bool(all_of(one, "w:pgSz/@w:orient"))
            columns = int(next(iter(all_of(one, "w:cols/@w:num")), 1))
            [kind] = all_of(one, "w:type/@w:val")
            found.append((kind, turned, columns, [text for text in blocks if text]))
            blocks = []
    return found


def test_a_table_that_cannot_be_read_stands_on_a_turned_page_with_its_caption():
    found = sections(written(b.article("一段", WIDE, "二段", title="题")))
    assert [one[:3] for one in found] == [
        ("continuous", False, 1),
        ("nextPage", True, 1),
        ("nextPage", False, 1),
    ]
    assert found[0][3] == ["题", "一段"]
    assert found[1][3][0] == "表"
    assert found[2][3] == ["二段"]


def test_a_table_that_can_be_read_turns_no_page():
    assert len(sections(written(b.article("一段", NARROW, "二段")))) == 1


def test_a_heading_is_turned_with_the_table_below_it():
    found = sections(written(b.article("一段", b.h(2, "标题"), WIDE, title="题")))
    assert [one[1] for one in found] == [False, True]
    assert found[1][3][:2] == ["标题", "表"]


def test_tables_that_follow_one_another_share_their_turned_pages():
    found = sections(written(b.article("一段", WIDE, WIDE, "二段")))
    assert [one[1] for one in found] == [False, True, False]


def test_the_next_article_stands_upright_again():
    articles = [b.article("一段", WIDE, title="甲"), b.article("二段", title="乙")]
    found = sections(written(b.publication(*articles, title="简报")))
    assert [one[1] for one in found] == [False, True, False]
    assert found[2][3] == ["乙", "二段"]


def test_a_turned_page_has_the_margins_of_the_upright_one():
    turned = all_of(part(written(b.article("一段", WIDE))), "//w:sectPr[w:pgSz/@w:orient]")[0]
    page = TEMPLATE.page
    sizes = [int(all_of(turned, f"w:pgSz/@w:{side}")[0]) for side in "wh"]
    assert sizes == [page.height.twips, page.width.twips]
    assert int(all_of(turned, "w:pgMar/@w:top")[0]) == page.margins.left.twips
    assert int(all_of(turned, "w:pgMar/@w:left")[0]) == page.margins.bottom.twips


def test_a_turned_table_fills_the_turned_page():
    [width] = all_of(part(written(b.article("一段", WIDE))), "//w:tblW/@w:w")
    assert int(width) == TEMPLATE.page.depth.twips


def test_heads_of_turned_pages_are_as_wide_as_the_page():
    result = written(b.article("一段", WIDE, title="题"), headed())
    heads = [part(result, name) for name in names(result) if "header" in name]
    styles = {all_of(root, "//w:pStyle/@w:val")[0] for root in heads}
    assert styles >= {"Header", "HeaderTurned"}
    stops = "//w:style[@w:styleId='HeaderTurned']//w:tab[not(@w:val='clear')]/@w:pos"
    depth = TEMPLATE.page.depth.twips
    assert all_of(part(result, "word/styles.xml"), stops) == [str(depth // 2), str(depth)]


def headed():
    line = FurnitureLine(left="{title}", right="{page}")
    furniture = msgspec.structs.replace(TEMPLATE.furniture, header=line)
    return msgspec.structs.replace(TEMPLATE, furniture=furniture)


def test_no_head_is_made_for_turned_pages_that_are_not_there():
    result = written(b.article("一段", NARROW, title="题"), headed())
    heads = [part(result, name) for name in names(result) if "header" in name]
    assert not [root for root in heads if all_of(root, "//w:pStyle[@w:val='HeaderTurned']")]


PICTURE = square((1, 2, 3), 500)


@pytest.mark.parametrize("broad", [BROAD, b.figure(b.img(PICTURE.name)), b.p(b.img(PICTURE.name))])
def test_what_is_too_wide_for_a_column_stands_over_all_columns(broad):
    article = b.article("一段", broad, "二段", title="题")
    article = msgspec.structs.replace(article, media=(PICTURE,))
    found = sections(written(article, COLUMNS))
    assert [one[2] for one in found] == [1, 3, 1, 3, 1]
    assert {one[0] for one in found[1:]} == {"continuous"}


def test_columns_before_a_turned_page_are_level():
    found = sections(written(b.article("一段", WIDE, "二段", title="题"), COLUMNS))
    assert [one[:3] for one in found] == [
        ("nextPage", False, 1),
        ("continuous", False, 3),
        ("continuous", False, 1),
        ("nextPage", True, 1),
        ("nextPage", False, 3),
        ("continuous", False, 1),
    ]


def test_notes_go_on_behind_a_wide_table():
    article = b.article(b.p("甲", b.note("注")), WIDE, b.p("乙", b.note("又")), title="题")
    other = b.article(b.p("丙", b.note("再")), title="次")
    root = part(written(b.publication(article, other, title="简报")))
    anew = [bool(all_of(one, "w:footnotePr")) for one in all_of(root, "//w:sectPr")]
    assert anew == [True, False, False, True]


def test_notes_after_an_article_wait_for_its_end():
    article = b.article(b.p("甲", b.note("注")), WIDE, b.p("乙", b.note("又")), title="题")
    root = part(written(article, END))
    held = [bool(all_of(one, "w:noEndnote")) for one in all_of(root, "//w:sectPr")]
    assert held == [True, True, False]
