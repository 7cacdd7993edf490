"""Kicker, title and subtitle are told apart by how the page sets them."""

import pytest

from bulletin_export.extraction.metadata.looks import look_of, size_of
from bulletin_export.extraction.repair import parse
from bulletin_export.model.text import paragraphs
from bulletin_export.readers.html import HtmlReader
from bulletin_export.sources import Source

KICKER = "市长主持会议并讲话要求"
TITLE = "全市防汛工作电视电话会议在青川召开"
SUBTITLE = "各县设分会场共同参加"
INFO = "<p>2020-02-06 08:30 皖江日报</p>"
BODY = "".join(
    f"<p>会议指出，防汛救灾关系人民群众生命财产安全，要向最好处努力，第{n}项工作要压实责任。</p>"
    for n in "一二三四五六"
)


def read(title, page_title=f"{TITLE}_青川之窗", head="", info=INFO):
    page = (
        f"<html><head><title>{page_title}</title>{head}</head><body><div>青川之窗</div>"
        f"<ul><li><a href=/>首页</a></li><li><a href=/y>要闻</a></li></ul>"
        f"<div><div>{title}{info}</div><div>{BODY}</div></div><div>版权所有 青川之窗</div></body></html>"
    )
    return HtmlReader().read(Source(data=page.encode(), name="page.html")).articles[0]


def told(title, **page):
    headline = read(title, **page).headline
    return headline.kicker, headline.title, headline.subtitle


ALL = (KICKER, TITLE, SUBTITLE)


@pytest.mark.parametrize(
    "title",
    [
        f'<p class="yinti">{KICKER}</p><h1>{TITLE}</h1><p class="futi">{SUBTITLE}</p>',
        f'<h3 class="pre">{KICKER}</h3><h1>{TITLE}</h1><h4 class="sub">{SUBTITLE}</h4>',
        f"<h3>{KICKER}</h3><h1>{TITLE}</h1><h4>{SUBTITLE}</h4>",
        f"<h2>{KICKER}</h2><h1>{TITLE}</h1><h2>{SUBTITLE}</h2>",
        f'<div class="pre-title">{KICKER}</div><div class="title">{TITLE}</div><div class="sub_title">{SUBTITLE}</div>',
        f'<h1><span class="pretitle">{KICKER}</span>{TITLE}<span class="subtitle">{SUBTITLE}</span></h1>',
        f"<h1><small>{KICKER}</small><br>{TITLE}<br><small>{SUBTITLE}</small></h1>",
        f"<h1><font size=3>{KICKER}</font><br>{TITLE}<br><font size=3>{SUBTITLE}</font></h1>",
        f'<h1><span style="font-size:14px">{KICKER}</span><br>{TITLE}<br><span style="font-size:0.6em">{SUBTITLE}</span></h1>',
        f"<h1>{KICKER}<br>{TITLE}<br>{SUBTITLE}</h1>",
        f'<header class="title-box"><p>{KICKER}</p><h1>{TITLE}</h1><p>{SUBTITLE}</p></header>',
    ],
)
def test_the_three_parts_are_told_apart(title):
    article = read(title)
    assert (article.headline.kicker, article.headline.title, article.headline.subtitle) == ALL
    assert len(list(paragraphs(article.blocks))) == 6
    places = {one.field: one.rule for one in article.evidence.origins}
    assert places["kicker"] == places["title"] == places["subtitle"] == "heading"


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        (f"<h1>{TITLE}</h1><p>——{SUBTITLE}</p>", ("", TITLE, f"——{SUBTITLE}")),
        (f"<h1>{TITLE}<br>——{SUBTITLE}</h1>", ("", TITLE, f"——{SUBTITLE}")),
        (f"<h1>{TITLE}</h1><h3>{SUBTITLE}</h3>", ("", TITLE, SUBTITLE)),
        (f"<h3>{KICKER}</h3><h1>{TITLE}</h1>", (KICKER, TITLE, "")),
        (f"<h1>{TITLE}</h1>", ("", TITLE, "")),
        (f"<h2>青川之窗</h2><h1>{TITLE}</h1>", ("", TITLE, "")),
        (f"<h3>首页 &gt; 要闻</h3><h1>{TITLE}</h1>", ("", TITLE, "")),
        (f"<h1>{TITLE}</h1><p>本报记者 张三</p>", ("", TITLE, "")),
        (f"<h1>{TITLE}</h1><p>皖江日报</p>", ("", TITLE, "")),
        (f"<h1>{TITLE}</h1><h4>分享到：</h4>", ("", TITLE, "")),
    ],
)
def test_parts_that_are_not_there_are_not_found(title, expected):
    assert told(title) == expected


def test_what_the_title_tag_holds_in_one_is_one():
    clauses = "市防汛会议强调 坚决贯彻落实 坚决打赢主动仗"
    broken = "<h1>" + "<br>".join(clauses.split()) + "</h1>"
    assert told(broken, page_title=f"{clauses} - 青川之窗") == ("", clauses, "")


def test_meta_tags_may_name_the_parts():
    head = f'<meta name="pretitle" content="{KICKER}"><meta name="subtitle" content="{SUBTITLE}">'
    assert told(f"<h1>{TITLE}</h1>", head=head) == ALL


CENTRED = "<p align=center>{}</p>"
FIRST, SECOND = "市防汛指挥部会议暨全市防汛工作", "电视电话会议在青川召开"
BOTH = f"{FIRST} {SECOND}"


@pytest.mark.parametrize(
    "title",
    [
        CENTRED.format(f"<b>{FIRST}</b>") + CENTRED.format(f"<b>{SECOND}</b>"),
        f'<p style="text-align:center">{FIRST}</p><p style="text-align: center">{SECOND}</p>',
        f"<div>{FIRST}<br>{SECOND}</div>",
        f"<h1>{FIRST}</h1><h1>{SECOND}</h1>",
        f"<center><font size=5>{FIRST}</font></center><center><font size=5>{SECOND}</font></center>",
    ],
)
@pytest.mark.parametrize("page_title", ["", "青川之窗"])
def test_a_headline_of_several_lines_without_heading_is_joined(title, page_title):
    assert told(title, page_title=page_title, info="<p align=center>2020-02-06 皖江日报</p>") == (
        "",
        BOTH,
        "",
    )


def test_lines_of_other_sizes_are_other_parts():
    title = "".join(
        CENTRED.format(f"<font size={size}>{text}</font>")
        for size, text in ((3, KICKER), (5, TITLE), (3, f"——{SUBTITLE}"))
    )
    info = "<p align=center>2020-02-06 皖江日报</p>"
    assert told(title, page_title="", info=info) == (KICKER, TITLE, f"——{SUBTITLE}")


@pytest.mark.parametrize(
    "page_title",
    [
        f"{TITLE}_青川之窗", f"{TITLE} - 青川之窗", f"{TITLE}-青川之窗", f"{TITLE}--要闻--青川网", f"{TITLE} | 要闻 | 青川之窗",
        f"{TITLE}_要闻_青川之窗 - 皖江网", f"{TITLE}——青川网", f"青川之窗_{TITLE}", f"\n{TITLE}\n_青川之窗", f"{TITLE}｜青川之窗", f"{TITLE}",
    ],
)  # fmt: skip
@pytest.mark.parametrize("title", ["", f"<h1>{TITLE}</h1>"])
def test_the_names_of_the_site_are_no_part_of_the_title(title, page_title):
    assert read(title, page_title=page_title).headline.title == TITLE


@pytest.mark.parametrize(
    "name",
    ["长三角-粤港澳合作论坛今天举行", "A-B两类企业名单今天公布", "5G+工业互联网大会今天开幕"],
)
@pytest.mark.parametrize("ending", ["", "_青川之窗", "-要闻-青川之窗"])
def test_a_dash_inside_a_title_is_kept(name, ending):
    assert read(f"<h1>{name}</h1>", page_title=name + ending).headline.title == name


def test_wide_blanks_are_kept_as_hints():
    name = "不感地帯を解消　以前は電波を探し　住民から安堵の声"
    assert read(f"<h1>{name}</h1>", page_title=f"{name} - 青川").headline.title == name


def test_a_bracket_on_a_line_of_its_own_needs_no_blank():
    lines = "<p>青川市监管局行政处罚信息公开表</p><p>（青罚决字〔2024〕52号）</p>"
    name = "青川市监管局行政处罚信息公开表（青罚决字〔2024〕52号）"
    assert read(lines, page_title=name).headline.title == name


@pytest.mark.parametrize(
    ("html", "size"),
    [
        ("<h1>a</h1>", 32), ("<p>a</p>", 16), ("<font size=5>a</font>", 24), ("<font size='+1'>a</font>", 18), ("<font size='-2'>a</font>", 10),
        ("<p style='font-size:20px'>a</p>", 20), ("<p style='font-size: 15pt'>a</p>", 20), ("<p style='font-size:2em'>a</p>", 32),
        ("<p style='font-size:150%'>a</p>", 24), ("<p style='font-size:large'>a</p>", 18), ("<small>a</small>", 16 * 0.83), ("<font size=x>a</font>", 16),
        ("<p style='font-size:inherit'>a</p>", 16),
    ],
)  # fmt: skip
def test_sizes_are_read_from_tags_and_styles(html, size):
    element = parse(f"<html><body>{html}</body></html>", "x").find("body")[0]
    assert size_of(element, 0.0) == pytest.approx(size)


def test_a_look_is_that_of_the_first_words():
    body = parse(
        "<html><body><center><b><font size=5>题</font></b></center><p>文</p></body></html>", "x"
    ).find("body")
    look, plain = look_of(body[0]), look_of(body[1])
    assert (look.size, look.is_bold, look.is_centred, look.is_set_off) == (24, True, True, True)
    assert not plain.is_set_off
