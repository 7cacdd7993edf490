"""Dates, info lines, people, languages: small readers of small things."""

import pytest

from bulletin_export.extraction.metadata.dates import date_in
from bulletin_export.extraction.metadata.info_line import GAP, count, facts_in, is_info
from bulletin_export.extraction.metadata.language import language_of
from bulletin_export.extraction.metadata.people import bylines


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("2020-02-06", "2020-02-06"),
        ("2020年2月6日 08:30", "2020-02-06T08:30"),
        ("2024年05月10日06:58 | 来源：", "2024-05-10T06:58"),
        ("2021-01-20 04:29:4439健康网", "2021-01-20T04:29:44"),
        ("2005.08.2605:39", "2005-08-26T05:39"),
        ("2007-08-20-23:59:59", "2007-08-20T23:59:59"),
        ("2020/2/6 9时05分", "2020-02-06T09:05"),
        ("2020-01-21T11:12:51+0800", "2020-01-21T11:12:51+08:00"),
        ("2020年13月1日", None),
        ("电话0551-2020202", None),
    ],
)
def test_a_date_is_as_precise_as_it_was_printed(printed, value):
    date = date_in(printed)
    assert (date.value if date else None) == value


@pytest.mark.parametrize(
    ("line", "source", "date", "views"),
    [
        ("来源:皖江日报 时间:2020-02-06 浏览量 :4864", "皖江日报", "2020-02-06", 4864),
        (
            "发布时间：2020-02-06 08:30　信息来源：市政府办公室　点击数：1,234 次",
            "市政府办公室", "2020-02-06T08:30", 1234,
        ),
        (f"来源：{GAP}皖江日报{GAP}时间：{GAP}2020-02-06", "皖江日报", "2020-02-06", None),
        ("2024年05月10日 00:26 每日经济新闻", "每日经济新闻", "2024-05-10T00:26", None),
        ("皖江网 (2020-01-21 11:12)", "皖江网", "2020-01-21T11:12", None),
        ("【字体：大 中 小】 2020-02-06 打印 关闭", "", "2020-02-06", None),
        ("来源： 时间：2020-02-06", "", "2020-02-06", None),
        ("阅读 1.2万", "", None, 12000),
    ],
)  # fmt: skip
def test_an_info_line_is_read(line, source, date, views):
    facts = facts_in(line)
    assert facts.source == source
    assert (facts.date.value if facts.date else None) == date
    assert facts.views == views


def test_author_and_editor_are_kept_apart():
    facts = facts_in("来源：皖江日报 作者：张三 李四 责任编辑：王五")
    assert [(one.name, one.role) for one in facts.contributors] == [
        ("张三", "author"), ("李四", "author"), ("王五", "editor"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("来源:皖江日报 时间:2020-02-06", True),
        ("2020-02-06 皖江日报", True),
        ("会议指出，时间：2020-02-06，地点：合肥。要抓好落实。", False),
        ("会议强调要抓好落实", False),
        ("分享到：", False),
    ],
)
def test_an_info_line_is_told_from_text(line, is_one):
    assert is_info(line) is is_one


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "本报讯（通讯员 宗甲 记者 吴乙丙）2月5日下午",
            {("宗甲", "correspondent"), ("吴乙丙", "author")},
        ),
        ("本报讯(记者张三)昨日", {("张三", "author")}),
        ("……感受节日的气氛。（郭某某）", {("郭某某", "author")}),
        ("新华社合肥2月5日电（刘甲、杨乙）", {("刘甲", "author"), ("杨乙", "author")}),
        ("文丨赵六", {("赵六", "author")}),
        ("会议（简称大会）今天召开。（完）", set()),
        ("出席会议的有关负责同志。", set()),
    ],
)  # fmt: skip
def test_a_byline_gives_names_and_invents_none(text, names):
    assert {(one.name, one.role) for one in bylines([text])} == names


@pytest.mark.parametrize(
    ("declared", "text", "language"),
    [
        ("", "会议强调要抓好落实", "zh-CN"),
        ("zh", "会议强调要抓好落实", "zh-CN"),
        ("en", "会议强调要抓好落实这项工作", "zh-CN"),
        ("", "這個國家的會議說明經濟發展問題", "zh-TW"),
        ("", "これは日本語の文章です", "ja"),
        ("", "안녕하세요 여러분", "ko"),
        ("", "The meeting was held in Hefei.", "en"),
        ("zh-hans", "会议", "zh-CN"),
    ],
)
def test_the_text_has_the_last_word_on_its_language(declared, text, language):
    assert language_of(declared, "", (text,)) == language


@pytest.mark.parametrize(
    ("text", "number"), [("4864", 4864), ("1,234次", 1234), ("3.5万", 35000), ("无", None)]
)
def test_views_are_numbers(text, number):
    assert count(text) == number


@pytest.mark.parametrize("printed", ["2020-02-30 10:00", "2019年2月29日", "20200431"])
def test_a_day_that_is_not_in_the_calendar_is_no_date(printed):
    assert date_in(printed) is None
