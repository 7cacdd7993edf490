"""Lines as they must come out: measure, options, text, lines, places of characters."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from types import MappingProxyType
from typing import Any, NamedTuple

import pytest

from bulletin_export.styling.template import Composition
from bulletin_export.typesetting.layout import Span
from bulletin_export.typesetting.title import set_title
from metric import MetricChain
from typesetting.setting import faces, glyph_places, set_text


class Case(NamedTuple):
    id: str
    measure: float
    text: str
    #: Line ends by ``|``.
    lines: str
    #: (line, character, which of them, x in em).
    places: tuple[tuple[int, str, float], ...] = ()
    indent: float = 0.0
    options: Mapping[str, Any] = MappingProxyType({})


#: Our own words; marks and lengths as the measured cases have them.
_PROMISE = (
    "街道提出，要做到“三快”，及时办好来访事项。要办好群众来信，认真对待老人话、孩子话、"
    "外地话、本地人的话，做到每一封都有人，三天之内必有回音。"
)
_PROMISE_LINES = (
    "街道提出，要做到“三快”，及时办好来访事项。要办好群众|来信，认真对待老人话、孩子话、"
    "外地话、本地人的话，做到每|一封都有人，三天之内必有回音。"
)
_PLEDGE_LINES = (
    "要始终如一关心社区里的独居老人，认真办好“四件小事”|送餐上门服务，做到天天有人、"
    "顿顿有汤、件件有账，做到以心|换真心实意、用脚步量完街巷、按时把药品送上楼、不耽误急事|"
    "小事，做到随叫随到、当面说清、事后回访，让这些老人也能够|过上舒心安稳的每一天。"
)

CASES = [
    Case("L01", 10, "一二三四五六七八九十，一二三四五", "一二三四五六七八九|十，一二三四五",
         ((0, "二", 1.125), (0, "九", 9))),
    Case("L02", 10, "一二三四五六七八九，一二三四五六", "一二三四五六七八九，|一二三四五六",
         ((0, "，", 9.5),)),
    Case("L02a", 10, "一二三四五六七八九，一二三四五六", "一二三四五六七八九，|一二三四五六",
         ((0, "九", 8), (0, "，", 9)), options={"trim_end": "allow"}),
    Case("L03", 10, "一二三，四五六七八九，十一二三四", "一二三，四五六七八九，|十一二三四",
         ((0, "四", 3.5), (0, "，", 3))),
    Case("L04", 10, "一二三四五六七八九（一二三）四五", "一二三四五六七八九|（一二三）四五",
         ((1, "一", 0.5), (1, "（", -0.5))),
    Case("L05", 10, "一二，三四五六七八“九十”一二三四", "一二，三四五六七八“九|十”一二三四",
         ((0, "三", 2.5), (0, "九", 9))),
    Case("L06", 10, "他说：“一二三四五六七八九十一二。”", "他说：“一二三四五六七|八九十一二。”",
         ((0, "一", 3), (1, "”", 5.5))),
    Case("L07", 10, "一二三四五六七八九十。”一二三四五", "一二三四五六七八九|十。”一二三四五",
         ((1, "一", 2.5),)),
    Case("L08", 10, "《一二》《三四》、（五六）七八九十一二三四",
         "《一二》《三四》、（五六）|七八九十一二三四",
         ((0, "三", 3.75), (0, "五", 7.5))),
    Case("L09", 10, "（他说：“这是《人民日报》（海外版）》。”）一二",
         "（他说：“这是《人民日|报》（海外版）》。”）一二"),
    Case("L10", 10, "一二三四五六七八九——十一二三四", "一二三四五六七八九|——十一二三四"),
    Case("L10s", 10, "一二三四五六七八九——十一二三四", "一二三四五六七八|九——十一二三四",
         options={"level": "strict"}),
    Case("L11", 10, "一二三四五六七八——九十一二三四", "一二三四五六七八——|九十一二三四",
         ((0, "八", 7), (0, "—", 8))),
    Case("L12", 10, "一二三四五六七八九……十一二三四", "一二三四五六七八|九……十一二三四"),
    Case("L13", 10, "一二三四五六七八九·十一二三四五", "一二三四五六七八九·|十一二三四五"),
    Case("L14", 10, "比尔·盖茨与保罗·艾伦共同创立公司", "比尔·盖茨与保罗·艾伦|共同创立公司",
         ((0, "盖", 2.5), (0, "伦", 9))),
    Case("L15", 10, "一二三四五六七八2020年一二三四五", "一二三四五六七八|2020年一二三四五",
         ((1, "年", 2.25),)),
    Case("L16", 10, "同比增长的比例为12.5%，气温达到", "同比增长的比例为|12.5%，气温达到",
         ((0, "为", 9), (1, "，", 2.5))),
    Case("L17", 10, "共计投资金额为￥1234567.89元", "共计投资金额为|￥1234567.89元"),
    Case("L18", 10, "本文使用Microsoft公司的软件", "本文使用Microsoft公|司的软件",
         ((0, "M", 4.25), (0, "公", 9))),
    Case("L19", 10, "使用 Word 软件与 Excel 表格处理", "使用 Word 软件与 Excel|表格处理",
         ((0, "W", 2 + 1 / 6), (0, "E", 7.5))),
    Case("L20", 10, "一二三四五六七八九十—一二三四", "一二三四五六七八九|十—一二三四"),
    Case("L21", 10, "北京～上海～广州～深圳一二三～四五六",
         "北京～上海～广州～深|圳一二三～四五六"),
    Case("L22", 10, "一二三四五六七八九/十一二三四五", "一二三四五六七八|九/十一二三四五",
         ((1, "十", 1.5),)),
    Case("L23", 10, "什么？！真的吗！！！一二三四五六七八", "什么？！真的吗！！！一二|三四五六七八",
         ((0, "真", 3), (0, "一", 8))),
    Case("L24", 10, "“一二三四五六七八九十一二三”四五", "“一二三四五六七|八九十一二三”四五",
         ((0, "“", 1.5), (0, "七", 9)), indent=2),
    Case("L25", 10, "“一二三四五六七八九十一二三”四五", "“一二三四五六七|八九十一二三”四五",
         ((0, "“", 2), (0, "一", 3)), indent=2, options={"trim_start": "none"}),
    Case("L26", 10, "一二三四五六七八九十一二三四五六七八九十一",
         "一二三四五六七八九十|一二三四五六七八九|十一"),
    Case("L27", 12, "详见https://www.gov.cn/zhengce/2020-02/content.htm链接",
         "详见https://www.gov.cn/|zhengce/2020-02/content.|htm链接"),
    Case("L28", 10, "一二三四五六七八九十。』」一二三四五六",
         "一二三四五六七八九|十。』」一二三四五六",
         ((1, "一", 3),)),
    Case("L29", 28, _PROMISE, _PROMISE_LINES, indent=2),
    Case("L30", 28, _PLEDGE_LINES.replace("|", ""), _PLEDGE_LINES,
         ((0, "要", 2), (1, "心", 27), (2, "事", 27)), indent=2),
    Case("L31", 8, "各省辖市、县（市、区）设分会场。", "各省辖市、县（市、|区）设分会场。"),
    Case("L32", 10, "一二三四五。六七八九（十）一二三四五",
         "一二三四五。六七八九|（十）一二三四五"),
    Case("L33", 10, "一二三四五六七八九十", "一二三四五六七八九十", ((0, "十", 9),)),
    Case("L34", 10, "一二三四五六七八九。", "一二三四五六七八九。", ((0, "。", 9),)),
    Case("L35", 9.5, "一二三四五六七八九，", "一二三四五六七八九，", ((0, "，", 9),)),
    Case("L36", 10, "一二三四五六七COVID-19病毒一二三", "一二三四五六七|COVID-19病毒一二三",
         ((0, "七", 9), (1, "病", 4.25))),
    Case("L37", 10, "一二三四五六七八九十，一二三四五", "一二三四五六七八九十，|一二三四五",
         ((0, "，", 10),), options={"trim_end": "hang"}),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=[case.id for case in CASES])
def test_lines_end_where_they_must(case: Case):
    lines = set_text(case.text, case.measure, case.indent, Composition(**case.options))
    assert "|".join(line.text for line in lines) == case.lines
    for number, character, x in case.places:
        places = glyph_places(lines[number])
        assert dict(reversed(places))[character] == pytest.approx(x, abs=0.001)


_TITLE = (
    "市老龄委全体会议暨全市养老服务工作电视电话会议强调 认真听取老人意见建议 "
    "加快补齐社区养老服务短板弱项清单"
)


def test_l38_a_title_is_broken_at_its_blanks_and_then_evenly():
    lines = set_title([Span(_TITLE, MetricChain(), 1.0)], measure=20, composition=Composition())
    assert [line.text for line in lines] == [
        "市老龄委全体会议暨全市养老服务工作",
        "电视电话会议强调",
        "认真听取老人意见建议",
        "加快补齐社区养老服务短板弱项清单",
    ]
    assert lines[2].runs[0].x == pytest.approx(5)


_BULLETIN = (
    "本报讯（通讯员 周晓舟 记者 林远山）3月12日，记者从市水务局获悉：“十四五”以来，全市累"
    "计投入￥3.6亿元，"
    "改造老旧管网1,280公里，漏损率由12.5%降至8.9%——这是近十年来的最好成绩。",
    "会上，水务局负责人介绍了《城市供水条例（修订草案）》的有关情况，指出：“要坚持‘节水优先’，"
    "把每一滴水用好、管好。”与会代表围绕水价、水质、水压等问题进行了热烈讨论……",
    "据了解，新建的智慧水务平台（https://water.example.cn/portal/index.html）已接入传感器"
    "5,600余只，"
    "覆盖青川、白石、临江三个县（市、区），北京～上海等地的同行多次前来考察；阿卜杜拉·马哈"
    "茂德等外国专家也给予好评。",
    "“过去一下雨就停水，现在好了！”家住南浦街道的王大爷说，“打个12345电话，10:30报修，11:"
    "15就有人上门，"
    "服务态度没得说！”",
    "下一步，该局将做到“四个到位”“五个不放过”，即：责任到位、资金到位、措施到位、监督到位；"
    "问题不查清不放过、原因不找准不放过……确保年内完成全部任务。",
)


@pytest.mark.parametrize("measure", range(6, 41))
def test_l39_a_bulletin_breaks_no_rule_at_any_measure(measure: int):
    for text in _BULLETIN:
        lines = set_text(text, measure, 2.0)
        for line, following in pairwise(lines):
            assert following.text[0] not in "、，。：；？！”’）》】·～%々"
            assert line.text[-1] not in "“‘（《【￥"
            widened = any(run.tracking or run.shifts for run in line.runs)
            assert line.width == pytest.approx(measure, abs=0.02) or not widened
        for line in lines:
            for (character, x), face in zip(glyph_places(line), faces(line), strict=True):
                assert x + face.ink(character)[1] <= measure + 0.02
