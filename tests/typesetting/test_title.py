"""Titles: clauses first, then balance."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bulletin_export.styling.template import Align, Composition
from bulletin_export.typesetting.layout import Line, Span
from bulletin_export.typesetting.title import set_title
from metric import MetricChain


def title(text: str, measure: float = 20, align: Align = Align.CENTRE) -> tuple[Line, ...]:
    return set_title(
        [Span(text, MetricChain(), 1.0)], measure=measure, align=align, composition=Composition()
    )


def texts(text: str, measure: float = 20) -> list[str]:
    return [line.text for line in title(text, measure)]


def test_a_title_that_fits_stays_on_one_line():
    assert texts("市政府召开常务会议 部署防汛工作") == ["市政府召开常务会议 部署防汛工作"]


def test_a_title_too_long_is_parted_at_its_blanks():
    assert texts("市政府召开常务会议强调 严防死守做好防汛工作") == [
        "市政府召开常务会议强调",
        "严防死守做好防汛工作",
    ]


def test_a_centred_line_stands_in_the_middle():
    (line,) = title("防汛工作")
    assert line.runs[0].x == 8


def test_words_of_a_western_title_are_not_clauses():
    assert len(texts("The Quick Brown Fox Jumps Over the Lazy Dog Again", 16)) == 2


def test_a_short_clause_keeps_company():
    assert texts("全力以赴做好全市夏季防汛抗旱工作 通知", 18) == [
        "全力以赴做好全市夏季",
        "防汛抗旱工作 通知",
    ]


#: Measure in em, and a headline with ``|`` where lines are to end.
HEADLINES = [
    (20, "国务院办公厅关于进一步加强农村基层|防汛抗旱工作的通知"),
    (
        20,
        "省委常委会会议暨全省疫情防控工作|电视电话会议强调 |坚决贯彻重要讲话精神 |坚决打赢打好疫情防控总体战阻击战",
    ),
    (20, "市人力资源和社会保障局关于做好|高校毕业生就业创业工作的实施意见"),
    (12, "全国首条跨海高铁|今日正式开通运营"),
    (16, "李强主持召开国务院常务会议|研究部署稳就业工作"),
    (16, "我国科学家成功|研制出新一代量子计算原型机"),
    (12, "长江流域重要控制断面|水资源监测通报"),
    (14, "让人民群众有更多的获得感|幸福感安全感"),
    (18, "全力以赴做好全市夏季|防汛抗旱工作 通知"),
    (20, "关于进一步加强全市夏季|防汛抗旱和安全生产工作的通知"),
    (20, "关于印发《全市开展“清廉机关”建设|三年行动方案（2023—2025年）》的通知"),
    (20, "中共江北市委办公室江北市人民政府办公室|关于做好2024年元旦春节期间|有关工作的通知"),
    (16, "习近平同志《论坚持人民当家作主》|主要篇目介绍"),
    (16, "前三季度全国居民人均|可支配收入同比增长6.3%"),
    (16, "王毅同法国外长举行会谈：|共同维护多边主义"),
    (16, "多部门联合印发通知 |要求切实做好春节期间保供稳价工作"),
    (14, "省政府召开|全省安全生产电视电话会议 |部署岁末年初安全防范工作"),
    (10, "全市首个“一站式”|企业服务中心揭牌启用"),
    (8, "秋粮收购进入旺季 |主产区价格|总体平稳"),
    (8, "新能源汽车产销量|连续九年位居|全球第一"),
    (22, "国家发展改革委关于印发|《“十四五”新型城镇化实施方案》的通知"),
    (18, "市生态环境局党组书记、|局长张伟调研重点流域水污染防治工作"),
    (18, "关于召开2024年|全市教育工作会议的预备通知"),
    (18, "从“有没有”到“好不好”：|一座老工业城市的教育突围"),
    (18, "OpenAI发布新一代大模型 |国内厂商加速追赶"),
    (20, "The Quick Brown Fox Jumps |Over the Lazy Dog Again and Again"),
    (18, "第十四届全国人民代表大会第二次会议|在北京人民大会堂隆重开幕"),
    (18, "关于对违反|中央八项规定精神问题的典型案例|进行通报曝光的通知"),
    (14, "一季度国内生产总值同比|增长5.3%国民经济开局良好"),
    (12, "老旧小区加装电梯,|居民上下楼不再难"),
    (16, "台北市政府教育局|關於辦理寒假學藝活動的通知"),
    (20, "省委书记主持召开专题会议|研究推动长江经济带高质量发展工作"),
    (18, "“中国天眼”发现首例|持续活跃的重复快速射电暴"),
    (18, "北京冬奥会开幕倒计时100天 |场馆建设全部完成"),
    (16, "财政部税务总局关于延续优化|完善小微企业税费优惠政策的公告"),
    (16, "国家防总启动四级应急响应 |派出工作组赴湖南指导"),
    (16, "市十七届人大常委会|举行第三十二次会议"),
    (20, "江北市人民政府|关于表彰2023年度全市科学技术奖|获奖项目和人员的决定"),
    (14, "村里来了年轻人 |老街有了新故事"),
    (12, "小小豆腐块 撬动大产业"),
    (14, "一片叶子富了一方百姓——|浙北山村调查"),
    (18, "中央第三生态环境保护|督察组向我省反馈督察情况"),
    (20, "国家统计局发布2023年|国民经济和社会发展统计公报"),
    (14, "海关总署：前11个月|我国货物贸易进出口|总值37.9万亿元"),
    (16, "教育部等五部门部署2024年|中小学教材教辅和校外读物清理工作"),
    (10, "高原铁路上的守夜人"),
    (8, "五部门联合|整治网络直播乱象"),
    (16, "外交部发言人就有关国家领导人|涉台言论答记者问"),
    (16, "全省村（社区）“两委”|换届工作圆满完成"),
    (16, "关于进一步规范党政机关|公务用车管理的若干规定"),
    (18, "关于张某某等同志职务任免的通知 |江北人发〔2024〕3号"),
    (20, "2024年中央一号文件公布 |提出推进乡村全面振兴“路线图”"),
    (12, "抢抓农时 |春管春播全面展开"),
    (12, "全国铁路|今日起实行新运行图"),
    (16, "本市新增12条公交线路方便|居民出行换乘地铁"),
    (14, "特写：除夕夜，他们|坚守在零下30℃的边防线上"),
    (16, "国务院总理李强会见|世界经济论坛主席施瓦布"),
    (18, "国务院关于同意|设立“全国生态日”的批复"),
    (18, "专家解读：为什么|今年冬天比往年更冷一些"),
    (16, "两部门：加快建立产品|碳足迹管理体系"),
]


@pytest.mark.parametrize(("measure", "wanted"), HEADLINES)
def test_a_headline_is_broken_where_its_phrases_meet(measure, wanted):
    lines = [line.strip() for line in wanted.split("|")]
    assert texts(wanted.replace("|", ""), measure) == lines


def test_lines_form_no_waist():
    widths = [line.width for line in title(HEADLINES[35][1].replace("|", ""), 14)]
    falls = [b < a for a, b in itertools.pairwise(widths)]
    assert falls == sorted(falls)


def test_traditional_characters_ask_the_model_of_theirs():
    line = Span("臺北市政府關於辦理寒假學藝活動的通知", MetricChain(), 1.0)
    lines = set_title([line], measure=14, composition=Composition(), language="zh-TW")
    assert [line.text for line in lines] == ["臺北市政府", "關於辦理寒假學藝活動的通知"]


WORDS = ["关于", "加强", "全市", "防汛", "抗旱", "工作", "的", "和", "与", "、", "，", "“一站式”", "《条例》", "2024年",
         "3.5%", "会议", "强调", "了", "OpenAI", "通知", "（试行）", "——", "人民"]  # fmt: skip
LEANING = "的了和与及等、，。：；？！”》）"


@given(st.lists(st.sampled_from(WORDS), min_size=4, max_size=24), st.integers(12, 24))
@settings(max_examples=200, deadline=None)
def test_a_title_of_any_words_keeps_the_laws(words, measure):
    text = "".join(words)
    lines = title(text, measure)
    assert "".join(line.text for line in lines) == text
    assert all(line.width <= measure + 1e-6 for line in lines)
    assert not any(line.text[0] in LEANING[6:] or line.text[-1] in "“《（" for line in lines[1:])
    assert title(text, measure) == lines


@given(st.lists(st.sampled_from(HEADLINES), min_size=1, max_size=2), st.integers(14, 26))
@settings(max_examples=200, deadline=None)
def test_no_line_of_a_headline_begins_or_ends_badly(headlines, measure):
    text = " ".join(one.replace("|", "") for _, one in headlines)
    for line in title(text, measure):
        assert line.text[0] not in LEANING
        assert line.text[-1] not in "的和与及“《（"
        assert len(line.text) > 2
