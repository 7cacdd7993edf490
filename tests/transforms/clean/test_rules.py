"""Golden cases of normalisation, one line each: what comes in, what must come out."""

import time

import pytest

from builders import article
from bulletin_export.cleaning_choice import UnknownRuleError
from bulletin_export.transforms.base import PARAGRAPH_END, undone
from bulletin_export.transforms.clean import clean
from bulletin_export.transforms.clean.replay import raw_texts, texts
from bulletin_export.transforms.clean.rules import chosen
from bulletin_export.transforms.clean.text import Cleaner

SPLIT = PARAGRAPH_END

CASES = {
    "N01": ("防汛形势 ,研究部署下一阶段工作 。", "防汛形势，研究部署下一阶段工作。"),
    "N02": ("“四个意识” 、做到“两个确保” ,始终", "“四个意识”、做到“两个确保”，始终"),
    "N03": ("县(市 、区)设分会场 。", "县（市、区）设分会场。"),
    "N04": ("本报讯(通讯员 宗甲 记者 吴乙丙)2月5日", "本报讯（通讯员 宗甲 记者 吴乙丙）2月5日"),
    "N05": ("做好关怀。\u00a0 会议强调 ,要聚焦", f"做好关怀。{SPLIT}会议强调，要聚焦"),
    "N06": ("以防治为切入点  ,抓好", "以防治为切入点，抓好"),
    "N07": ("他说:“好。”  大家鼓掌。", f"他说：“好。”{SPLIT}大家鼓掌。"),
    "N08": ("张三　　李四", "张三　　李四"),
    "N09": (
        "来源:皖江日报\u2003时间:2020-02-06\u2003浏览量 :4864",
        "来源：皖江日报 时间：2020-02-06 浏览量：4864",
    ),
    "N10": ("价格为1,234.5元,时间10:30", "价格为1,234.5元，时间10:30"),
    "N11": ("比率为1:3,时间8:30:15", "比率为1:3，时间8:30:15"),
    "N12": ("IP为192.168.1.1,端口:8080", "IP为192.168.1.1，端口：8080"),
    "N13": ("全国共有1,234,567人,其中3.5%为", "全国共有1,234,567人，其中3.5%为"),
    "N14": ("详见http://a.cn/x?a=1,b=2,谢谢", "详见http://a.cn/x?a=1,b=2,谢谢"),
    "N15": ("邮箱a,b@c.com,电话", "邮箱a,b@c.com，电话"),
    "N16": ('He said, "hello, world."', 'He said, "hello, world."'),
    "N17": ("“Hello, world!”是程序", "“Hello, world!”是程序"),
    "N18": ("a, b, c三个", "a, b, c三个"),
    "N19": ("刚买了iPhone,好开心!", "刚买了iPhone，好开心！"),
    "N20": ("约３０％的Ａ股", "约30％的A股"),
    "N21": ("①②③㎡℃", "①②③㎡℃"),
    "N22": ("一二\u200b三\ufeff四\u00ad五", "一二三四五"),
    "N23a": ("等等...以后", "等等……以后"),
    "N23b": ("你好。。。。。。世界", "你好……世界"),
    "N23c": ("省略…省略", "省略……省略"),
    "N24": ("Wait...什么", "Wait...什么"),
    "N25a": ("中国--东盟", "中国——东盟"),
    "N25b": ("3--5天", "3--5天"),
    "N26": ('他说,"你好!"然后走了.', "他说，“你好！”然后走了。"),
    "N27a": ('只有一个"引号的句子', '只有一个"引号的句子'),
    "N27b": ('5" 屏幕', '5" 屏幕'),
    "N28": ('He said "yes", then left.', 'He said "yes", then left.'),
    "N29": ("使用f(x)函数", "使用f(x)函数"),
    "N30": ("微软(Microsoft)公司", "微软（Microsoft）公司"),
    "N31": ("见《办法》(国发〔2020〕1号)。", "见《办法》（国发〔2020〕1号）。"),
    "N32": ("国发[2020]1号", "国发[2020]1号"),
    "N33a": ("(一)总体要求", "（一）总体要求"),
    "N33b": ("1.总则", "1.总则"),
    "N33c": ("三、(略)", "三、（略）"),
    "N34": ("版本1.2.3发布!", "版本1.2.3发布！"),
    "N35": ("C:\\temp,路径", "C:\\temp，路径"),
    "N36": ("共&nbsp;3页", "共&nbsp;3页"),
    "N37a": ("中文;中文", "中文；中文"),
    "N37b": ("x;y;z", "x;y;z"),
    "N38": ("QQ:12345,微信:abc", "QQ:12345，微信：abc"),
    "N39a": ("（ 括号 ）", "（括号）"),
    "N39b": ("《 红楼梦 》", "《红楼梦》"),
    "N39c": ("“ 引用 ”", "“引用”"),
    "N40": ("2020 年 2 月", "2020 年 2 月"),
    "N41a": ("李.乔丹", "李.乔丹"),
    "N41b": ("文档.doc", "文档.doc"),
    "N42": ("第一,第二;第三:第四?第五!", "第一，第二；第三：第四？第五！"),
    "N43a": ("他-她", "他-她"),
    "N43b": ("2020-02-06", "2020-02-06"),
    "N43c": ("A股-B股", "A股-B股"),
    "N44": ("温度为25 ℃ ,湿度60 %。", "温度为25 ℃，湿度60 %。"),
    "N45": ("比分3:1,下半场", "比分3:1，下半场"),
    "question with exclamation": ("真的吗?!好", "真的吗？！好"),
    "windows line end": ("甲\r\n乙", "甲\n乙"),
    "kangxi radicals": ("⼀⼆", "一二"),
    "decomposed kana": ("か\u3099", "が"),
}


@pytest.mark.parametrize("case", CASES)
def test_a_golden_case_comes_out_as_listed(case):
    given, wanted = CASES[case]
    assert Cleaner().clean(given) == wanted


@pytest.mark.parametrize("case", CASES)
def test_cleaning_what_is_clean_changes_nothing(case):
    wanted = CASES[case][1]
    for part in wanted.split(PARAGRAPH_END):
        cleaner = Cleaner()
        assert cleaner.clean(part) == part
        assert not cleaner.changes


@pytest.mark.parametrize("case", CASES)
def test_the_list_of_changes_leads_back_to_the_input(case):
    given, wanted = CASES[case]
    cleaner = Cleaner()
    cleaner.clean(given)
    assert undone(wanted, cleaner.changes) == given


OPTIONAL = {
    "S12": ("他叫'小王'。", "他叫‘小王’。"),
    "S20": ("中 国 人 民", "中国人民"),
    "S21": ("在 2020 年用 GDP 衡量", "在2020年用GDP衡量"),
    "middle-dots": ("乔治•华盛顿和李.乔丹", "乔治·华盛顿和李·乔丹"),
    "document-numbers": ("国发[2020]1号、皖政(2021)第12号", "国发〔2020〕1号、皖政〔2021〕第12号"),
    "dashes-between-han": ("合肥-芜湖,初一~初三", "合肥—芜湖，初一～初三"),
    "book-titles": ("读<红楼梦>", "读《红楼梦》"),
}


@pytest.mark.parametrize("name", OPTIONAL)
def test_an_optional_rule_works_only_when_asked_for(name):
    given, wanted = OPTIONAL[name]
    assert Cleaner(chosen(f"+{name}")).clean(given) == wanted
    assert Cleaner().clean(given) != wanted


def test_an_unknown_optional_rule_is_refused():
    with pytest.raises(UnknownRuleError):
        chosen("+S99")


def test_blanks_in_a_title_stay():
    title = "全市会议召开 坚决落实 “三项任务” 打赢攻坚战"
    assert Cleaner().clean(title, "title") == title


def test_blanks_in_a_table_cell_keep_their_number():
    assert Cleaner().clean("合  计", "cell") == "合  计"
    assert Cleaner().clean("合  计") == "合 计"


BOMBS = [
    "a", "a.", "汉,", "(", "（汉", ")", "汉)", '"', '汉"', "'汉'", "汉. ", "。  ", "…", "汉--", " ", "\u3000",
    " ,", "a, ", "a ,汉", "“ ", "” ", "\n", "汉\n ", "http://a,", "http://a)", "a@", "/a", "`a", "$a", "&a;",
    "1,", "1:", "[J].", "[1]", "か\u3099", "안", "<汉", "[2020]", "来源:", "责任编辑:", "作者:甲 ", "【打印】", "\u2029",
]  # fmt: skip


@pytest.mark.parametrize("unit", BOMBS)
def test_twice_the_text_takes_no_more_than_twice_the_time(unit):
    def seconds(size):
        text = "汉字。" + unit * (size // len(unit))
        start = time.process_time()
        Cleaner(chosen("all")).clean(text, "edge")
        return time.process_time() - start

    seconds(1000)  # Patterns are compiled when first used.
    once, twice = min(seconds(10_000) for _ in range(2)), min(seconds(20_000) for _ in range(2))
    assert twice < 0.5 or twice < 3 * once


def test_a_paragraph_of_ten_thousand_pieces_takes_no_time_to_speak_of():
    pieces = ["见 ", "http://a.cn/a,b", " ,", "x , y", "。"] * 4000
    locked = [piece.startswith("x") for piece in pieces]
    links = [number for number, piece in enumerate(pieces) if "://" in piece]
    start = time.process_time()
    Cleaner().clean_pieces(pieces, locked, "", links)
    assert time.process_time() - start < 2


def test_a_whole_report_folded_to_half_width_comes_back():
    """N47: what somebody pasted from a site that folds full-width marks."""
    blank = "\u00a0"
    report = [
        "  全市防汛工作会议召开 部署今年重点 确保安全度汛  ",
        "来源:皖江日报\u2003时间:2021-03-05\u2003浏览量 :4864",
        f"      {blank} 本报讯(通讯员 宗甲 记者 吴乙丙)3月5日 ,全市召开防汛工作会议 ,分析形势 ,研究措施 。"
        f"会议指出,今年以来,各县(市 、区)排查隐患1,284处,整改率达98.5% 。{blank} 会议强调 ,要压实责任;要备足物资:"
        f"“宁可备而不用” 、“不可用时无备” ,坚决守住底线 。",
    ]
    given = article(*report)
    done = clean(given)
    words = texts(done.article)
    assert words == [
        "全市防汛工作会议召开 部署今年重点 确保安全度汛",
        "来源：皖江日报 时间：2021-03-05 浏览量：4864",
        "本报讯（通讯员 宗甲 记者 吴乙丙）3月5日，全市召开防汛工作会议，分析形势，研究措施。"
        "会议指出，今年以来，各县（市、区）排查隐患1,284处，整改率达98.5%。",
        "会议强调，要压实责任；要备足物资：“宁可备而不用”、“不可用时无备”，坚决守住底线。",
    ]
    assert raw_texts(done.article, done.changes) == report
    assert not clean(done.article).changes
