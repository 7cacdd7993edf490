"""An issue file becomes a publication, or one sentence about what is wrong with it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import article, h, p
from bulletin_export.errors import InvalidIssueError
from bulletin_export.issues.composing import composed, number_line
from bulletin_export.issues.items import blocks, changed, chosen, iso
from bulletin_export.issues.places import line_of
from bulletin_export.issues.reading import read_issue
from bulletin_export.issues.schema import Facts, IssueFile, Item, Part
from bulletin_export.model.nodes import BlockQuote
from bulletin_export.model.text import paragraphs, plain_text
from bulletin_export.shipped import shipped

GOOD = """form = "briefing"
note = "总按语"

[issue]
name = "青石要情"
number = 12
total = 345
publisher = "县委办公室"
date = 2026-11-24

[[section]]
title = "要情"

[[section.item]]
text = "甲。"
title = "第一篇"
supplier = "水利局"

[[section.item]]
text = \"\"\"
乙。

## 小标题
丙 = 丁
\"\"\"
title = "第二篇"

[distribution]
report = "市委办公室"
copies = 50
"""


@pytest.fixture
def read(tmp_path):
    def reading(text):
        file = tmp_path / "issue.toml"
        file.write_text(text, "utf-8")
        return read_issue(file)

    return reading


def test_a_briefing_has_head_foot_contents_and_its_items_in_order(read):
    made = composed(read(GOOD), lambda _: []).publication
    notice = made.notice
    assert (notice.issuers, notice.document_number) == (("青石要情",), "第12期（总第345期）")
    assert (notice.date, notice.reported_to, notice.copies) == ("2026-11-24", "市委办公室", 50)
    assert [one.headline.title for one in made.articles()] == ["第一篇", "第二篇"]
    assert made.has_contents
    first = next(made.articles())
    assert first.credits == ("（水利局供稿）",)
    assert isinstance(first.blocks[0], BlockQuote)
    assert list(paragraphs(first.blocks)) == ["编者按：总按语", "甲。"]


def test_its_time_is_that_of_the_day_of_issue_and_never_the_clocks(read):
    assert composed(read(GOOD), lambda _: []).publication.modified == 1795478400


@pytest.mark.parametrize(
    ("before", "after", "line", "key", "said"),
    [
        ('title = "第二篇"', 'titel = "第二篇"', 26, "section[1].item[2].titel", "mean title?"),
        ('name = "青石要情"', "name = 3", 5, "issue.name", "text in quotes"),
        ("number = 12", "number = [1]", 6, "issue.number", "list"),
        ('form = "briefing"', 'form = "brifing"', 1, "form", "mean briefing?"),
        ("copies = 50", 'copies = "50"', 30, "distribution.copies", "whole number"),
        ('name = "青石要情"\n', "", 4, "issue.name", "name is missing"),
        ("[[section]]", "[section]", 11, "section", "[[section]]"),
    ],
)
def test_a_mistake_is_told_with_line_key_and_what_may_stand_there(
    read, before, after, line, key, said
):
    with pytest.raises(InvalidIssueError) as caught:
        read(GOOD.replace(before, after))
    told = f"{caught.value.sentence('en')} {caught.value.hint('en')}"
    assert f"line {line}, " in told
    assert key in told
    assert said in told


@pytest.mark.parametrize("text", ["", "form = ", "\x00", "[issue]\nname = 'a'\n[issue]\n"])
def test_what_is_no_issue_file_is_refused(read, text):
    with pytest.raises(InvalidIssueError):
        read(text)


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(InvalidIssueError):
        read_issue(tmp_path / "nowhere.toml")


@pytest.mark.parametrize("form", ["briefing", "gongwen", "clipping", "newspaper"])
def test_the_files_that_new_writes_are_valid(form):
    text = read_issue(shipped("templates") / form / "issue.toml")
    assert text.form == form


def test_lines_of_keys_are_told_in_arrays_of_tables_and_behind_long_texts():
    assert line_of(GOOD, ("section", 0, "item", 1, "title")) == 26
    assert line_of(GOOD, ("distribution", "copies")) == 30
    assert line_of(GOOD, ("nothing",)) == 1


def test_paragraphs_are_left_out_by_number_and_by_words():
    one = article(p("一"), p("责任编辑：某"), p("三"))
    assert list(paragraphs(changed(one, Item(omit=[1, "责任编辑"])).blocks)) == ["三"]


def test_filters_choose_by_day_word_source_and_number():
    every = [
        article(p("防汛"), title="甲", source="新华社", date="2026-11-20"),
        article(p("防汛"), title="乙", source="新华社", date="2026-11-22"),
        article(p("春耕"), title="丙", source="新华社", date="2026-11-23"),
        article(p("防汛"), title="丁", source="县报", date="2026-11-23"),
        article(p("防汛"), title="戊", source="新华社", date="2026-11-23"),
        article(p("防汛"), title="己", source="新华社", date="2026-11-25"),
    ]
    item = Item(
        since="2026年11月21日", until="2026-11-24", keyword=["防汛"], only_source="新华", most=2
    )
    assert [one.headline.title for one in chosen(every, item)] == ["乙", "戊"]


@given(st.lists(st.text("甲乙，。！”", min_size=1, max_size=30), min_size=1), st.integers(1, 80))
def test_an_excerpt_is_never_longer_and_ends_with_a_sentence_or_a_paragraph(texts, most):
    whole = article(*(p(one) for one in texts), source="甲报", date="2026-11-24")
    cut = changed(whole, Item(excerpt=most))
    if cut.blocks == whole.blocks:
        return
    assert sum(len(plain_text(one.children)) for one in cut.blocks) <= most
    last = plain_text(cut.blocks[-1].children)
    assert last in texts or last.rstrip("”")[-1] in "。！"
    assert cut.credits == ("（摘编自《甲报》2026年11月24日）",)


def test_the_same_story_is_printed_once_and_its_other_source_is_named():
    words = "11月23日，青石河流域普降中到大雨，县水利局启动防汛Ⅳ级应急响应，组织力量排查隐患。" * 3
    first = article(p(words), title="排查隐患", source="县报")
    again = article(p(words), title="县里排查隐患", source="市报")
    issue = IssueFile(
        form="briefing", issue=Facts(name="甲"), section=[Part(item=[Item(origin="a")])]
    )
    made = composed(issue, lambda _: [first, again])
    (left,) = made.publication.articles()
    assert left.credits == ("（另见：市报）",)
    assert [one.code for one in made.diagnostics] == ["article-same-text"]


@pytest.mark.parametrize(
    ("number", "total", "special", "line"),
    [
        (12, 345, False, "第12期（总第345期）"), ("7", 0, False, "第7期"),
        (1, 0, True, "增刊第1期"), ("2026年第6期", 0, False, "2026年第6期"), (0, 0, False, "第0期"),
    ],
)  # fmt: skip
def test_numbers_are_printed_as_offices_print_them(number, total, special, line):
    assert number_line(Facts(name="a", number=number, total=total, special=special)) == line


def test_days_are_read_as_documents_print_them():
    assert iso("2026年1月4日") == "2026-01-04"
    assert iso("2026-11-24") == "2026-11-24"


def test_subheads_of_inline_text_are_headings():
    assert [type(one).__name__ for one in blocks("甲\n\n## 一、乙\n丙")] == [
        "Paragraph", "Heading", "Paragraph",
    ]  # fmt: skip
    assert h(1, "一、乙") == next(iter(blocks("## 一、乙")))
