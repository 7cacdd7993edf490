"""Info lines: labelled, half labelled and not labelled at all."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bulletin_export.extraction.metadata.info_line import GAP, count, facts_in, is_info
from bulletin_export.extraction.metadata.labels import labels_in


def known(line):
    """Return what is read from *line* as one flat mapping; a gap is written ``‖``."""
    facts = facts_in(line.replace("‖", GAP))
    found = {role.value: " ".join(people.value) for role, people in facts.people.items()}
    if facts.date:
        found["date"] = facts.date.value.value
    for field in ("source", "views", "section"):
        value = getattr(facts, field)
        if value:
            found[field] = value.value
    if facts.subjects:
        found["subjects"] = " ".join(facts.subjects.value)
    return found


DAY = "2020-02-06"
MINUTE = "2020-02-06T08:30"
PAPER = "皖江日报"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("来源:皖江日报 时间:2020-02-06 浏览量 :4864", {"source": PAPER, "date": DAY, "views": 4864}),
        ("来源:皖江日报时间:2020-02-06浏览量 :4864", {"source": PAPER, "date": DAY, "views": 4864}),
        ("发布时间：2020-02-06 08:30　信息来源：市政府办公室　点击数：1,234 次", {"source": "市政府办公室", "date": MINUTE, "views": 1234}),
        ("来源：‖皖江日报‖时间：‖2020-02-06", {"source": PAPER, "date": DAY}),
        ("2020-02-06 08:30‖来源：‖皖江日报", {"source": PAPER, "date": MINUTE}),
        ("2024年05月10日 00:26 每日经济新闻", {"source": "每日经济新闻", "date": "2024-05-10T00:26"}),
        ("皖江网 (2020-01-21 11:12)", {"source": "皖江网", "date": "2020-01-21T11:12"}),
        ("皖江日报 2020-02-06", {"source": PAPER, "date": DAY}),
        ("2020-02-06 08:30皖江日报", {"source": PAPER, "date": MINUTE}),
        ("2021-01-20 04:29:4439健康网", {"source": "39健康网", "date": "2021-01-20T04:29:44"}),
        ("【字体：大 中 小】 2020-02-06 打印 关闭", {"date": DAY}),
        ("字号：大 中 小 2020-02-06 市农业农村局", {"date": DAY, "source": "市农业农村局"}),
        ("来源： 时间：2020-02-06", {"date": DAY}),
        ("来源：‖打印‖关闭", {}),
        ("来源：未知 作者：admin 时间：2020-02-06", {"date": DAY}),
        ("来源：网络 编辑：小李", {"source": "网络", "editor": "小李"}),
        ("文章来源：本站原创 点击数：12 更新时间：2020-2-6 8:30:00", {"source": "本站原创", "views": 12, "date": "2020-02-06T08:30:00"}),
        ("来源：《人民日报》（2020年02月06日 01 版）", {"source": "人民日报", "date": DAY}),
        ("来源：光明网-《光明日报》2020-02-06 08:30", {"source": "光明网-《光明日报》", "date": MINUTE}),
        ("来源：人民网－人民日报", {"source": "人民网－人民日报"}),
        ("来源：人民网 - 人民日报 2020-02-06", {"source": "人民网 - 人民日报", "date": DAY}),
        ("来源：新浪科技 酷网收集 2020-02-06", {"source": "新浪科技", "date": DAY}),
        ("来源: 证券市场红周刊 举报", {"source": "证券市场红周刊"}),
        ("来源：The New York Times  2020-02-06", {"source": "The New York Times", "date": DAY}),
        ("Published: Feb 6, 2020 Source: China Daily", {"source": "China Daily", "date": DAY}),
        ("来源：http://www.example.cn/1.html", {}),
        ("来源：央视网 | 2020年02月06日 08:30", {"source": "央视网", "date": MINUTE}),
        ("2020年02月06日08:30  来源：人民网-文化频道", {"source": "人民网-文化频道", "date": MINUTE}),
        ("2020-02-06 08:30来源：央广网", {"source": "央广网", "date": MINUTE}),
        ("2020-02-06 08:30 来源：中国日报网 分享到", {"source": "中国日报网", "date": MINUTE}),
        ("【来源】皖江日报【时间】2020-02-06", {"source": PAPER, "date": DAY}),
        ("【来源】：皖江日报", {"source": PAPER}),
        ("稿源：皖江日报 编辑：张三", {"source": PAPER, "editor": "张三"}),
        ("稿件来源：皖江日报 发布时间:2020年2月6日 责编:张三", {"source": PAPER, "date": DAY, "editor": "张三"}),
        ("转自：皖江日报客户端", {"source": "皖江日报客户端"}),
        ("来自/皖江早报 文/张三", {"source": "皖江早报", "author": "张三"}),
        ("本文来源于：皖江日报", {"source": PAPER}),
        ("本文来源：皖江日报 责任编辑：杨倩_NF4425", {"source": PAPER, "editor": "杨倩"}),
        ("出处：科技日报 作者：张三 李四", {"source": "科技日报", "author": "张三 李四"}),
        ("来源 皖江日报 时间 2020-02-06", {"source": PAPER, "date": DAY}),
        ("来　源：皖江日报　　作　者：张　三", {"source": PAPER, "author": "张三"}),
        ("供稿单位：宣传科", {"source": "宣传科"}),
        ("供稿：张三 审核：李四", {"author": "张三", "editor": "李四"}),
        ("发文机关：市政府办公室 成文日期：2020年2月6日", {"source": "市政府办公室", "date": DAY}),
        ("发布机构：市政府办公室 来源：皖江日报", {"source": PAPER}),
        ("成文日期：2020-02-01 发布日期：2020-02-06", {"date": DAY}),
        ("更新时间：2020-02-09 发布时间：2020-02-06 08:30", {"date": MINUTE}),
        ("撰文：張三丰 出版：2020-02-06 08:30 更新：2020-02-07 10:00", {"author": "張三丰", "date": MINUTE}),
        ("发布时间：10-0812:00", {"date": "--10-08T12:00"}),
        ("日期：2020-02-06 星期四", {"date": DAY}),
        ("2020 / 03 / 12 星期四", {"date": "2020-03-12"}),
("2020年02月06日 星期四 皖江日报", {"source": PAPER, "date": DAY}),
        ("今天是2024年3月5日 星期二 欢迎访问", {}),
        ("发布于：北京市", {}),
    ],
)  # fmt: skip
def test_source_and_date_are_read(line, expected):
    assert known(line) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("来源：皖江日报 作者：张三 李四 责任编辑：王五", {"source": PAPER, "author": "张三 李四", "editor": "王五"}),
        ("来源：中国新闻网 王帆", {"source": "中国新闻网", "author": "王帆"}),
        ("来源：新华社 北京", {"source": "新华社"}),
        ("来源：安徽日报 安徽", {"source": "安徽日报"}),
        ("来源：人民网 国际", {"source": "人民网"}),
        ("新京报 记者：张三 编辑：李四 2020-02-06 08:30", {"source": "新京报", "author": "张三", "editor": "李四", "date": MINUTE}),
        ("记者 张三 通讯员 李四‖2020-02-06‖皖江日报", {"author": "张三", "correspondent": "李四", "date": DAY, "source": PAPER}),
        ("本报记者 王乐文 方 敏‖2020-02-06", {"author": "王乐文 方敏", "date": DAY}),
        ("聯合報 記者張三／台北即時報導‖2020-02-06 08:30", {"source": "聯合報", "author": "張三", "date": MINUTE}),
        ("环球网 张三 2020-02-06 08:30", {"source": "环球网", "author": "张三", "date": MINUTE}),
        ("新京报记者 张三 编辑 李四 校对 王五", {"author": "张三", "editor": "李四"}),
        ("作者：张三、李四等", {"author": "张三 李四"}),
        ("来源：江淮晨报 - 张三", {"source": "江淮晨报", "author": "张三"}),
        ("编辑：东方财富网", {}),
        ("发布者：李四 发布时间：2020-02-06", {"date": DAY}),
        ("posted @ 2020-02-06 08:30 张三丰 阅读(12)", {"date": MINUTE, "views": 12}),
        ("原创皖江网 2020-02-06", {"source": "皖江网", "date": DAY}),
        ("皖江日报记者 张三‖2020-02-06", {"author": "张三", "date": DAY}),
        ("By John Smith‖Feb 6, 2020", {"author": "John Smith", "date": DAY}),
        ("2020-02-06 08:30 | 皖江日报 | 张三丰", {"source": PAPER, "author": "张三丰", "date": MINUTE}),
        ("2020-02-06 高新区", {"source": "高新区", "date": DAY}),
        ("作者：新华社记者 张三 李四", {"author": "张三 李四"}),
        ("作者：张三(北京大学)", {"author": "张三"}),
        ("作者：[美]约翰·史密斯", {"author": "约翰·史密斯"}),
        ("作者：市委宣传部 来源：本站 发布时间：2020-02-06", {"author": "市委宣传部", "source": "本站", "date": DAY}),
        ("作者：IT之家", {}),
        ("作者：新华网", {}),
        ("作者:chinanews", {}),
        ("作者：佚名", {}),
        ("作者：105464", {}),
        ("作者：name@example.com", {}),
        ("作者：‖时间：‖2020-02-06", {"date": DAY}),
        ("文/张三丰 编辑/李四", {"author": "张三丰", "editor": "李四"}),
        ("文丨张三 图丨李四", {"author": "张三", "photographer": "李四"}),
        ("文/图：张三", {"author": "张三"}),
        ("图/王五 文/张三", {"photographer": "王五", "author": "张三"}),
        ("摄影：王五", {"photographer": "王五"}),
        ("翻译：赵六", {"translator": "赵六"}),
        ("通讯员：张三 李四", {"correspondent": "张三 李四"}),
        ("（责编：汤诗瑶、丁涛）", {"editor": "汤诗瑶 丁涛"}),
        ("[ 责编：张倩 ]", {"editor": "张倩"}),
        ("【责任编辑:张樵苏 】", {"editor": "张樵苏"}),
        ("[责任编辑：PN023]", {}),
        ("（责任编辑：系统管理员）", {"editor": "系统管理员"}),
        ("（编辑：小何）返回首页，查看更多", {"editor": "小何"}),
        ("责任编辑：biaoffeng", {"editor": "biaoffeng"}),
        ("编辑：李四 审核：王五 校对：赵六", {"editor": "李四"}),
        ("审核：王五", {"editor": "王五"}),
        ("图片来源：视觉中国", {}),
        ("数据来源：国家统计局", {}),
    ],
)  # fmt: skip
def test_people_are_kept_apart_and_none_is_invented(line, expected):
    assert known(line) == expected


@pytest.mark.parametrize(
    ("line", "views"),
    [
        ("浏览量：4864", 4864), ("浏览次数：4,864次", 4864), ("阅读 1.2万", 12000), ("阅读 (177万)", 1770000),
        ("阅读量：10万+", 100000), ("1.2万次阅读", 12000), ("浏览：[4864]次", 4864), ("点击数：<4864>", 4864),
        ("人气：12", 12), ("點閱數：99", 99), ("瀏覽人次：1,024", 1024), ("2020-02-06 浏览 4864 次", 4864),
        ("阅读：加载中", None), ("推荐阅读：8月1日起整治", None), ("评论(4)", None), ("访问量：", None),
        ("时间：2020-02-06 浏览 1.2w", 12000), ("2020-02-06 阅读(1234) 评论(0)", 1234),
    ],
)  # fmt: skip
def test_views_are_counted(line, views):
    assert known(line).get("views") == views


def test_section_and_subjects_are_read():
    assert known("所属栏目：要闻 关键词：防汛,救灾") == {"section": "要闻", "subjects": "防汛 救灾"}


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


def test_every_value_has_its_printed_line_as_place():
    facts = facts_in(GAP.join(("来源：", PAPER, "时间：2020-02-06 08:30")))
    assert facts.source.place == "来源： 皖江日报"
    assert facts.source.rule == "printed-label"
    assert facts.date.place == "时间：2020-02-06 08:30"


@pytest.mark.parametrize(
    ("text", "number"), [("4864", 4864), ("1,234次", 1234), ("3.5万", 35000), ("无", None)]
)
def test_views_are_numbers(text, number):
    assert count(text) == number


@given(
    st.lists(
        st.sampled_from(
            [
                "来源",
                "：",
                ":",
                "时间",
                "作者",
                "张三",
                " ",
                "|",
                "【",
                "】",
                "2020-02-06",
                "浏览",
                "4864",
                GAP,
                "文/",
                "（",
            ]
        ),
        max_size=24,
    )
)
@settings(max_examples=150, deadline=None)
def test_labels_never_overlap_and_nothing_breaks_the_reading(parts):
    text = "".join(parts)
    labels = labels_in(text)
    assert all(one.end <= other.start for one, other in itertools.pairwise(labels))
    facts_in(text)
