"""Made-up news: what every page of `portals` tells, and what readers should find."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

_PLACES = ("青岭市", "临川县", "东湖区", "白石镇", "云溪新区", "凤台县", "南屏市")
_TOPICS = (
    ("早稻收割", "稻田", "农户", "农业农村局"),
    ("地铁三号线试运行", "车站", "乘客", "轨道公司"),
    ("老街改造", "院落", "住户", "住建局"),
    ("芯片材料投产", "车间", "工程师", "经信局"),
    ("候鸟保护", "湿地", "志愿者", "林业站"),
)
_NAMES = ("周文博", "林晓燕", "赵立新", "孙佳宁", "郑海涛", "何雨桐", "许志强")
_SOURCES = ("青岭日报", "中国新闻网", "新华社", "临川晚报", "东湖观察", "经济参考报", "澎湃新闻")
_SENTENCES = (
    "{day}上午，{place}的{thing}里一派忙碌，{people}们一早就到了现场，三三两两地议论着今年的变化。",
    "“往年这个时候，我们还在为进度发愁。”{office}负责人说，“今年不一样，各项准备都走在了前面。”",
    "据介绍，{topic}涉及{n}个村（社区），总投入约{n}.6亿元，比上年增长{n}.2%，惠及群众{n}万余人。",
    "记者在现场看到，{thing}旁新立起了公示牌，上面写着工期、单位和监督电话，不少{people}驻足查看。",
    "对于大家关心的费用问题，{office}有关人士回应称，相关标准正在研究，将于下月底前向社会公布。",
    "一位不愿透露姓名的{people}告诉记者，最担心的是后续管理跟不上，“建得好，更要管得好”。",
    "事实上，早在2009年，{place}就曾尝试过类似做法，但由于资金短缺、经验不足，最终没有坚持下来。",
    "专家认为，{topic}的意义不止于此：它把分散的资源重新组织起来，也为周边地区提供了可以借鉴的样本。",
    "为了赶在雨季前完工，施工方把原来的两班倒改成了三班倒，夜里的灯光常常亮到凌晨两三点。",
    "数据显示，截至上月末，{place}已完成计划的{n}%，其余部分预计在年底前全部完成。",
    "{office}表示，下一步将继续听取各方意见，及时调整方案，确保{topic}平稳有序推进。",
)


class Story(NamedTuple):
    """One article and all that a page can print of it; pages show what they like."""

    number: int
    title: str
    kicker: str
    subtitle: str
    source: str
    author: str
    editor: str
    date: str
    paragraphs: tuple[str, ...]
    captions: tuple[str, ...]

    @property
    def day(self) -> str:
        return self.date[:10]

    @property
    def clock(self) -> str:
        return self.date[11:]

    @property
    def han_day(self) -> str:
        """The day as ``2018年03月05日``."""
        return f"{self.date[:4]}年{self.date[5:7]}月{self.date[8:10]}日"


class Shape(NamedTuple):
    """A page, its story, and which facts of it the page tells."""

    html: str
    story: Story
    shows: frozenset[str]
    pictures: int


def story(number: int) -> Story:
    """Return the story *number*; another number differs in every part."""
    place = _PLACES[number % len(_PLACES)]
    topic, thing, people, office = _TOPICS[number % len(_TOPICS)]
    year, month, day = 2003 + number % 20, number % 12 + 1, number % 27 + 1
    count = 6 + number % 6
    turn = number % len(_SENTENCES)
    texts = (*_SENTENCES[turn:], *_SENTENCES[:turn])[:count]
    told = {"day": f"{month}月{day}日", "place": place, "topic": topic, "thing": thing}
    paragraphs = tuple(
        text.format(**told, people=people, office=place + office, n=number % 7 + 12 + index)
        for index, text in enumerate(texts)
    )
    return Story(
        number,
        title=f"{place}{topic}：{people}盼来了好消息",
        kicker=f"{place}{year}年重点工作巡礼",
        subtitle=f"{office}称年底前全部完成",
        source=_SOURCES[number % len(_SOURCES)],
        author=_NAMES[number % len(_NAMES)],
        editor=_NAMES[(number + 3) % len(_NAMES)],
        date=f"{year}-{month:02}-{day:02} {number % 14 + 8:02}:{number * 7 % 60:02}",
        paragraphs=paragraphs,
        captions=(f"图为{place}的{thing}", f"{people}在{thing}旁交谈"),
    )


SHAPES: dict[str, Shape] = {}


def shape(
    name: str, shows: str = "date source", pictures: int = 0
) -> Callable[[Callable[[Story], str]], Callable[[Story], str]]:
    """File a page builder under *name*; *shows* are the facts that its page tells."""

    def filed(build: Callable[[Story], str]) -> Callable[[Story], str]:
        one = story(len(SHAPES))
        assert name not in SHAPES
        SHAPES[name] = Shape(build(one), one, frozenset(shows.split()), pictures)
        return build

    return filed
