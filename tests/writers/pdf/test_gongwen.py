"""Official documents, measured in the finished file: GB/T 9704-2012 to the tenth of a millimetre."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

import builders
from builders import h, ol, p, ul
from bulletin_export import registry
from bulletin_export.model.notice import Annex, Notice
from bulletin_export.styling.load import load_template
from faces import book_of
from measured_pages import bars, line_with, lines, reader, text

GONGWEN = load_template("gongwen")
#: Edges of the type area, a line and a character of the grid, in millimetres.
LEFT, RIGHT, TOP, FOOT = 28.0, 184.0, 37.0, 262.0
EM = 156 / 28
LINE = (225 - EM) / 21
#: A character of 四号, in millimetres.
FOUR = 14 / 72 * 25.4
RED = (1.0, 0.0, 0.0)

NOTICE = Notice(
    copy_number="000012", security="机密", secrecy_period="1年", urgency="特急",
    issuers=("清溪县农业农村局",), document_number="清农发〔2020〕12号",
    addressees="各乡镇人民政府，县直各单位",
    attachments=("春季农业生产重点任务分工方案以及各乡镇和各部门的责任清单二〇二〇年修订版", "企业名单"),
    organs=("清溪县农业农村局",), date="2020-02-06", annotation="此件公开发布",
    annexes=(Annex("分工方案", (p("本方案由农业农村局负责解释。"),)), Annex("企业名单", (p("甲公司。"),))),
    copies_to="县委办公室，县人大常委会办公室，县政协办公室，县人武部，县法院，县检察院，各民主党派",
    printed_by="清溪县农业农村局办公室", printed_on="2020-02-07",
)  # fmt: skip
#: What ends on the page that it begins.
SHORT = replace(NOTICE, attachments=(), annexes=(), copies_to="", printed_by="", printed_on="")
TITLE = "关于做好春季农业生产的通知"
BODY = ("为做好春季农业生产，现就有关事项通知如下。", "特此通知。")


@pytest.fixture(scope="module")
def pages(faces):
    """Returns the pages of the finished file for a notice, or for blocks without one."""
    book = book_of(faces)

    def made(notice, *blocks, title=TITLE, template=GONGWEN):
        one = replace(builders.article(*blocks, title=title), notice=notice)
        written = registry.writer("pdf").write(builders.publication(one), template, book)
        return reader(written.data).pages

    return made


def near(value):
    return pytest.approx(value, abs=0.1)


def on_grid(line):
    """Return the number of the line of the grid, from 0 on, that *line* stands on."""
    middle = (line[0].top + line[0].foot) / 2
    number = round((middle - TOP - EM / 2) / LINE)
    assert middle == near(TOP + EM / 2 + number * LINE), text(line)
    return number


def of_body(page):
    """The lines of *page* without its number."""
    return [line for line in lines(page) if line[0].top < FOOT - 1]


def test_a_page_holds_22_lines_of_28_characters_and_fills_the_type_area(pages):
    first, second, *_ = pages(None, "国" * 28 * 50, title="")
    for page in (first, second):
        body = of_body(page)
        assert len(body) == 22
        for number, line in enumerate(body):
            indent = 2 if page is first and number == 0 else 0
            assert len(line) == 28 - indent
            assert line[0].x == near(LEFT + indent * EM)
            assert line[-1].right == near(RIGHT)
            assert line[0].top == near(TOP + number * LINE)
        assert body[-1][0].foot == near(FOOT)
        assert [one.x for one in body[5]] == [near(LEFT + n * EM) for n in range(28)]


def test_every_full_page_has_its_22_lines_whatever_the_lengths_of_paragraphs(pages):
    counts = (1, 2, 3, 5, 2, 1, 4, 7, 1, 1, 3, 2, 2, 6)
    blocks = ["国" * (28 * count - 10) for count in counts * 12]
    *full, last = pages(None, *blocks, title="")
    assert len(full) > 15
    assert {len(of_body(page)) for page in full} == {22}
    assert 1 <= len(of_body(last)) <= 22


def test_a_heading_still_moves_on_with_what_it_heads(pages):
    first, second = pages(None, *["国" * 20] * 21, h(1, "一、总体要求"), "国" * 20, title="")
    assert len(of_body(first)) == 21
    assert text(of_body(second)[0]) == "一、总体要求"


def test_the_sheet_is_a4(pages):
    box = pages(None, "国")[0].mediabox
    assert float(box.width) == pytest.approx(595.276, abs=0.01)
    assert float(box.height) == pytest.approx(841.890, abs=0.01)


def test_page_numbers_stand_7_mm_below_the_type_area_odd_right_even_left_one_character_in(pages):
    first, second, *_ = pages(None, "国" * 28 * 50, title="")
    odd, even = line_with(first, "— 1 —"), line_with(second, "— 2 —")
    # The dashes stand in the middle of a whole character, whatever the face makes of them.
    for line in (odd, even):
        assert {one.size for one in line} == {14.0}
        assert (line[0].top + line[0].foot) / 2 == near(FOOT + 7)
    assert (odd[-1].x + odd[-1].right) / 2 == near(RIGHT - 1.5 * FOUR)
    assert (even[0].x + even[0].right) / 2 == near(LEFT + 1.5 * FOUR)


def test_nothing_leaves_the_grid_after_headings_and_lists(pages):
    blocks = [
        h(1, "一、总体要求"), "国" * 70, h(2, "（一）基本原则"), "国" * 40, h(3, "1.目标"),
        ul("第一项", "第二项" * 20), ol("其一", "其二"), h(4, "（1）安排"),
    ] * 6  # fmt: skip
    for page in pages(None, *blocks):
        numbers = [on_grid(line) for line in of_body(page) if text(line) != "●"]
        assert numbers == sorted(numbers)
        assert numbers[-1] <= 21


@pytest.mark.parametrize(
    ("level", "words"), [(1, "一、总则"), (2, "（一）要求"), (3, "1.目标"), (4, "（1）安排")]
)
def test_headings_are_indented_by_two_characters_in_the_size_of_the_text(pages, level, words):
    line = next(one for one in of_body(pages(None, h(level, words), "国", title="")[0]))
    assert text(line)[:2] == words[:2]
    # A bracket has its blank at the left, in the glyph or before it.
    at = 1 if words.startswith("（") else 0
    assert line[at].x == near(LEFT + (2 + at) * EM)
    assert [one.size for one in line] == [pytest.approx(15.793, abs=0.001)] * len(line)


def test_marginal_facts_stand_on_the_first_lines_at_the_left_edge(pages):
    page = pages(NOTICE, *BODY)[0]
    for number, words in enumerate(("000012", "机密★1年", "特急")):
        line = line_with(page, words)
        assert line[0].x == near(LEFT)
        assert line[0].top == near(TOP + number * LINE)


@pytest.mark.parametrize(
    ("fields", "number"), [({}, 0), ({"copy_number": "000001"}, 1), ({"security": "秘密"}, 2)]
)
def test_urgency_stands_below_what_is_above_it(pages, fields, number):
    page = pages(Notice(urgency="加急", **fields), *BODY)[0]
    assert line_with(page, "加急")[0].top == near(TOP + number * LINE)


def test_the_mark_stands_35_mm_below_the_top_centred_and_red(pages):
    page = pages(NOTICE, *BODY)[0]
    mark = line_with(page, "清溪县农业农村局文件")
    assert mark[0].top == near(72)
    assert mark[0].x + mark[-1].right == near(LEFT + RIGHT)
    assert mark[0].size == 42


def test_a_long_mark_is_made_smaller_to_fit(pages):
    name = "清溪县农业农村局春季生产指挥部"
    mark = line_with(pages(replace(NOTICE, issuers=(name,)), *BODY)[0], f"{name}文件")
    assert mark[0].top == near(72)
    assert mark[0].x == near(LEFT)
    assert mark[-1].right == near(RIGHT)


def test_the_number_stands_two_lines_below_the_mark_and_the_rule_4_mm_below_that(pages):
    page = pages(NOTICE, *BODY)[0]
    mark, number = (
        line_with(page, words) for words in ("清溪县农业农村局文件", "清农发〔2020〕12号")
    )
    # Two whole lines are blank; a line has half its blank above its characters.
    assert number[0].top == near(mark[0].foot + 2 * LINE + (LINE - EM) / 2)
    assert on_grid(number) == 7
    assert number[0].x + number[-1].right == near(LEFT + RIGHT)
    (rule,) = (bar for bar in bars(page) if bar.colour == RED)
    assert rule.top == near(number[0].foot + 4)
    assert (rule.x, rule.right) == (near(LEFT), near(RIGHT))
    assert 0.35 <= rule.foot - rule.top <= 0.5


def test_the_title_stands_two_lines_below_the_rule_and_the_addressees_one_below_it(pages):
    page = pages(NOTICE, *BODY)[0]
    (rule,) = (bar for bar in bars(page) if bar.colour == RED)
    title = line_with(page, TITLE)
    assert title[0].size == 22
    assert title[0].top == near(rule.top + 2 * LINE)
    assert title[0].x + title[-1].right == near(LEFT + RIGHT)
    to = line_with(page, "各乡镇人民政府，县直各单位：")
    assert to[0].x == near(LEFT)
    # The title has the line 10 of the grid, line 11 is blank.
    assert on_grid(to) == 12
    body = line_with(page, BODY[0])
    assert on_grid(body) == 13
    assert body[0].x == near(LEFT + 2 * EM)


def test_signers_stand_right_two_a_row_and_the_number_left_on_their_last_line(pages):
    signers = ("张建国", "李小明", "王卫东")
    page = pages(replace(NOTICE, signers=signers), *BODY)[0]
    first = line_with(page, "签发人：张建国　李小明")
    second, number = line_with(page, "王卫东"), line_with(page, "清农发〔2020〕12号")
    assert first[-1].right == near(RIGHT - EM)
    assert second[0].x == near(first[4].x)
    assert number[0].x == near(LEFT + EM)
    assert number[0].top == near(second[0].top)
    assert second[0].top - first[0].top == near(LINE)
    (rule,) = (bar for bar in bars(page) if bar.colour == RED)
    assert rule.top == near(number[0].foot + 4)


def test_organs_that_issue_together_are_equally_wide_and_the_word_stands_beside_their_middle(pages):
    issuers = ("清溪县农业农村局", "清溪县财政局", "清溪县水利局")
    page = pages(replace(NOTICE, issuers=issuers), *BODY)[0]
    rows = [line_with(page, name) for name in issuers]
    word = line_with(page, "文件")
    assert rows[0][0].top == near(72)
    assert {round(row[0].x, 1) for row in rows} == {round(rows[0][0].x, 1)}
    assert [row[-1].right for row in rows] == [near(rows[0][-1].right)] * 3
    assert word[0].x > rows[0][-1].right
    assert (word[0].top + word[0].foot) / 2 == near((rows[1][0].top + rows[1][0].foot) / 2)
    assert rows[0][0].x + word[-1].right == near(LEFT + RIGHT)


def test_attachments_stand_one_line_below_the_text_and_turned_names_align(pages):
    page = pages(NOTICE, *BODY)[1]
    last, first = line_with(page, BODY[-1]), line_with(page, "附件：1.")
    assert on_grid(first) == on_grid(last) + 2
    assert first[0].x == near(LEFT + 2 * EM)
    name, turned = line_with(page, "春季农业"), line_with(page, "二〇二〇年修订版")
    whole = next(line for line in lines(page) if text(line).endswith("修订版"))
    assert name[0].top == near(first[0].top)
    assert whole[0].x == near(name[0].x)
    assert turned[0].top > name[0].top
    second, listed = line_with(page, "2."), line_with(page, "企业名单")
    assert second[0].x == near(first[3].x)
    assert listed[0].x == near(name[0].x)


def test_one_attachment_has_no_number(pages):
    page = pages(replace(SHORT, attachments=("企业名单",)), *BODY)[-1]
    assert line_with(page, "附件：")[-1].right <= line_with(page, "企业名单")[0].x + 0.1


def test_a_sealed_date_ends_four_characters_in_with_the_organ_centred_above(pages):
    page = pages(SHORT, *BODY)[0]
    last, organ = line_with(page, BODY[-1]), line_with(page, "清溪县农业农村局")
    organ = [line for line in lines(page) if text(line) == "清溪县农业农村局"][-1]
    date = line_with(page, "2020年2月6日")
    assert date[-1].right == near(RIGHT - 4 * EM)
    assert organ[0].x + organ[-1].right == near(date[0].x + date[-1].right)
    assert on_grid(organ) == on_grid(last) + 3
    assert on_grid(date) == on_grid(organ) + 1


def test_an_organ_without_a_seal_stands_two_characters_in_and_its_date_two_further(pages):
    notice = replace(SHORT, is_sealed=False)
    page = pages(notice, *BODY)[0]
    last, date = line_with(page, BODY[-1]), line_with(page, "2020年2月6日")
    organ = [line for line in lines(page) if text(line) == "清溪县农业农村局"][-1]
    assert organ[-1].right == near(RIGHT - 2 * EM)
    assert on_grid(organ) == on_grid(last) + 2
    assert date[0].x == near(organ[0].x + 2 * EM)
    assert on_grid(date) == on_grid(organ) + 1


def test_a_date_longer_than_the_organ_without_a_seal_ends_two_characters_in(pages):
    notice = replace(SHORT, is_sealed=False, organs=("水利局",))
    page = pages(notice, *BODY)[0]
    organ, date = line_with(page, "水利局"), line_with(page, "2020年2月6日")
    assert date[-1].right == near(RIGHT - 2 * EM)
    assert date[0].x == near(organ[0].x + 2 * EM)


def test_sealed_organs_of_a_joint_document_leave_room_for_seals_that_do_not_touch(pages):
    names = ("农业农村局", "县财政局", "县水利局", "县教育局", "县公安局")
    page = pages(replace(SHORT, organs=names), *BODY)[-1]
    rows = [line_with(page, name) for name in names]
    middles = [(row[0].x + row[-1].right) / 2 for row in rows]
    date = line_with(page, "2020年2月6日")
    assert middles[-1] == near((date[0].x + date[-1].right) / 2)
    assert [on_grid(row) for row in rows] == [*[on_grid(rows[0])] * 2, *[on_grid(rows[0]) + 5] * 3]
    assert all(middle - 21 >= LEFT - 0.1 and middle + 21 <= RIGHT + 0.1 for middle in middles)
    for one, other in ((0, 1), (2, 3), (3, 4)):
        assert middles[other] - middles[one] > 42


def test_the_annotation_stands_below_the_date_two_characters_in(pages):
    page = pages(SHORT, *BODY)[0]
    found = line_with(page, "此件公开发布")
    assert found[0].x == near(LEFT + 3 * EM)
    assert on_grid(found) == on_grid(line_with(page, "2020年2月6日")) + 1


def test_an_annex_opens_a_page_with_its_mark_on_line_1_and_its_title_on_line_3(pages):
    found = pages(replace(NOTICE, attachments=()), *BODY)
    for page, mark, title in ((found[1], "附件1", "分工方案"), (found[2], "附件2", "企业名单")):
        first = line_with(page, mark)
        assert first[0].x == near(LEFT)
        assert first[0].top == near(TOP)
        assert on_grid(line_with(page, title)) == 2
        assert line_with(page, title)[0].size == 22
    assert line_with(found[2], "— 3 —")
    assert on_grid(line_with(found[1], "本方案")) == 4


def test_the_imprint_stands_at_the_foot_of_the_last_page_between_its_rules(pages):
    *others, page = pages(NOTICE, *BODY)
    assert all(bar.colour == RED for other in others for bar in bars(other))
    first, inner, last = bars(page)
    assert last.foot == near(FOOT)
    assert [bar.foot - bar.top for bar in (first, inner, last)] == [
        pytest.approx(thick, abs=0.005) for thick in (0.35, 0.25, 0.35)
    ]
    assert {(round(bar.x, 1), round(bar.right, 1)) for bar in (first, inner, last)} == {
        (28.0, 184.0)
    }
    copies, printed = line_with(page, "抄送："), line_with(page, "清溪县农业农村局办公室")
    date = line_with(page, "2020年2月7日印发")
    assert first.foot < copies[0].top < inner.top < printed[0].top < last.top
    assert copies[0].x == printed[0].x == near(LEFT + FOUR)
    assert date[-1].right == near(RIGHT - FOUR)
    assert date[0].top == near(printed[0].top)
    assert {one.size for one in (*copies, *printed)} == {14.0}
    turned = [line for line in lines(page) if copies[0].foot < line[0].top < inner.top]
    assert turned
    assert [line[0].x for line in turned] == [near(LEFT + 4 * FOUR)] * len(turned)


def test_a_short_document_has_its_imprint_on_its_only_page(pages):
    notice = Notice(issuers=("清溪县人民政府",), printed_by="县政府办公室", printed_on="2020-02-07")
    (page,) = pages(notice, *BODY)
    assert bars(page)[-1].foot == near(FOOT)


def test_no_page_has_the_signature_without_any_text(pages):
    for count in range(1, 12):
        found = pages(replace(SHORT, attachments=("甲", "乙")), *["国" * 20] * count)
        page = next(one for one in found if any(text(line) == "附件：1.甲" for line in lines(one)))
        assert any(text(line).startswith("国") for line in lines(page))
        assert line_with(page, "2020年2月6日")


def test_the_first_page_shows_some_of_the_text(pages):
    issuers = tuple(f"清溪县第{n}农业农村局" for n in "一二三四五六七八")
    page = pages(replace(NOTICE, issuers=issuers), *BODY)[0]
    assert line_with(page, BODY[0][:8])
