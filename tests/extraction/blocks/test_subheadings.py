"""Lines that do a heading's work are headings; lists, names and sentences are none."""

import pytest

from builders import figure, h, hr, img, p, strong
from bulletin_export.extraction.blocks.subheadings import with_headings
from bulletin_export.model.nodes import Heading, Paragraph

BODY = "会议强调，要切实增强责任感，抓好各项工作落实，确保全年目标任务如期完成。"


def b(text):
    return p(strong(text))


CASES = {
    "bold lines": (
        [BODY, b("工作亮点"), BODY, b("下一步打算？"), BODY],
        [BODY, h(1, "工作亮点"), BODY, h(1, "下一步打算？"), BODY],
    ),
    "numbers of three kinds": (
        ["一、总体要求", BODY, "二、主要任务", "（一）抓生产", "1. 抓早", BODY, "2. 抓细", BODY, "（二）抓安全", BODY],
        [
            h(1, "一、总体要求"), BODY, h(1, "二、主要任务"), h(2, "（一）抓生产"), h(3, "1. 抓早"), BODY,
            h(3, "2. 抓细"), BODY, h(2, "（二）抓安全"), BODY,
        ],
    ),
    "chapters": (
        ["第一章　总则", "第一条　为了规范，制定本办法。", "第二章　附则", "第二条　自公布之日起施行。"],
        [
            h(1, "第一章　总则"), "第一条　为了规范，制定本办法。", h(1, "第二章　附则"),
            "第二条　自公布之日起施行。",
        ],
    ),
    "sections of a notice": (
        ["一、报名时间", "2020年1月1日至5日", "二、报名地点", "市政府一楼"],
        [h(1, "一、报名时间"), "2020年1月1日至5日", h(1, "二、报名地点"), "市政府一楼"],
    ),
    "a picture between": (
        [BODY, b("会场内外"), figure(img("a.png")), BODY], [BODY, h(1, "会场内外"), figure(img("a.png")), BODY],
    ),
    "bold lines over numbers that begin again": (
        [b("城区"), "一、供水", BODY, "二、供电", BODY, b("乡村"), "一、供水", BODY, "二、供电", BODY],
        [
            h(1, "城区"), h(2, "一、供水"), BODY, h(2, "二、供电"), BODY, h(1, "乡村"), h(2, "一、供水"), BODY,
            h(2, "二、供电"), BODY,
        ],
    ),
    "below headings of the page": (
        [h(2, "概况"), BODY, b("人口"), BODY, h(4, "交通"), BODY],
        [h(1, "概况"), BODY, h(3, "人口"), BODY, h(2, "交通"), BODY],
    ),
    "indented and bold in part": (
        [BODY, p("　　", strong("工作"), strong("亮点")), BODY], [BODY, h(1, "工作亮点"), BODY],
    ),
}  # fmt: skip

NONE = {
    "a list of what is attached": [BODY, "附件：", "1. 申请表", "2. 名单", "3. 说明", BODY],
    "a list of names": ["一、张三", "二、李四", "三、王五", BODY],
    "numbered paragraphs": ["一、" + BODY, "二、抓好落实", BODY, "三、" + BODY, "四、" + BODY],
    "one number alone": [BODY, "1.豆子提前浸泡", BODY],
    "numbers that do not begin at one": ["3.5万人参加", BODY, "4、另有安排", BODY],
    "articles of a law": ["第一条　总则", BODY, "第二条　附则", BODY],
    "a signature": [BODY, b("市委办公室"), "2020年1月1日"],
    "a lead": [b("核心提示要点"), BODY, BODY],
    "a long lead": [b(BODY), BODY],
    "a credit": [BODY, b("文/图 张三"), BODY, b("记者 李四"), BODY],
    "a lead-in": [BODY, b("会议强调："), BODY],
    "a sentence": [BODY, b("会议圆满成功。"), BODY],
    "a speaker": [BODY, b("记者：怎么办？"), BODY],
    "bold in the line": [BODY, p(strong("会议指出"), "，" + BODY), BODY],
    "bold lines in a row": [BODY, b("张三"), b("李四某"), b("王五某"), BODY],
    "the last line": [BODY, b("未完待续吧"), hr],
    "a name above verse": [b("《静夜思》"), b("——李白"), "床前明月光"],
}


def _made(content):
    return tuple(p(one) if isinstance(one, str) else one for one in content)


@pytest.mark.parametrize("case", CASES)
def test_lines_that_head_text_become_headings(case):
    given, wanted = map(_made, CASES[case])
    assert with_headings(given) == wanted
    assert with_headings(wanted) == wanted


@pytest.mark.parametrize("case", NONE)
def test_other_lines_stay_paragraphs(case):
    blocks = _made(NONE[case])
    assert with_headings(blocks) == blocks


@pytest.mark.parametrize("start", ["\u3000\u3000", " ", "\u00a0"])
@pytest.mark.parametrize("numbers", [("一、", "二、"), ("（一）", "（二）"), ("1.", "2.")])
def test_blanks_before_a_number_change_nothing(start, numbers):
    first, second = (f"{start}{number}工作亮点" for number in numbers)
    found = with_headings((p(first), p(BODY), p(second), p(BODY)))
    assert [type(block) for block in found] == [Heading, Paragraph, Heading, Paragraph]


@pytest.mark.parametrize("start", ["\u3000\u3000", "\u200b", " \u200b "])
def test_bold_words_behind_what_nobody_sees_are_a_heading(start):
    found = with_headings((p(BODY), p(start, strong("工作亮点")), p(BODY)))
    assert [type(block) for block in found] == [Paragraph, Heading, Paragraph]
