"""Pages of headlines are refused, and articles full of links or tables are not."""

import pytest

from office_pages import GOV_FOOT, GOV_HEAD, Case, boxed, found, linked, prose, read, told, web

HEADS = tuple(
    f"清溪县{where}{what}"
    for where in ("水利局", "教育局", "卫健委", "民政局")
    for what in (
        "召开年度工作会议部署重点任务",
        "开展安全生产大检查专项行动",
        "举办业务培训班提升服务能力",
    )
)
DAYS = tuple(f"2025-03-{20 - n}" for n in range(12))
ROWS = tuple(zip(HEADS, DAYS, strict=True))
PAGER = '<div class="page">共12页 <a href="2.html">下一页</a> <a href="12.html">尾页</a> 第<input>页</div>'
T = "清溪县2025年第一季度政府信息公开目录"
BODY = prose(6, 3)


def gov(body: str, title: str = "通知公告_清溪县人民政府") -> str:
    """Return a page of an office."""
    return web(title, GOV_HEAD + body + GOV_FOOT)


def items(start: str, end: str) -> str:
    """Return an item for each headline; *start* and *end* may hold ``{day}`` and ``{n}``."""
    return "".join(
        start.format(day=day, n=n) + f'<a href="/art/{n}.html" title="{head}">{head}</a>' + end.format(day=day, n=n)
        for n, (head, day) in enumerate(ROWS)
    )  # fmt: skip


LISTS = {
    "column with dates": gov("<div class=list><h2>通知公告</h2><ul>" + items("<li>", "<span>{day}</span></li>") + f"</ul>{PAGER}</div>"),
    "column, dates first": gov("<h1>通知公告</h1><ul>" + items("<li><span>[{day}]</span>", "</li>") + f"</ul>{PAGER}"),
    "table of policies": gov("<table><tr><th>序号</th><th>标题</th><th>文号</th><th>发布日期</th></tr>" + items("<tr><td>{n}</td><td>", "</td><td>清政发〔2025〕{n}号</td><td>{day}</td></tr>") + f"</table>{PAGER}"),
    "search results": gov('<div>为您找到相关结果约312个</div>' + items("<div class=result><h3>", "</h3><p>……围绕年度目标任务，逐项梳理存在的问题，明确责任分工和完成时限……</p><span>清溪县人民政府 {day}</span></div>") + PAGER, "防汛_搜索结果"),
    "board": web("乡土杂谈 - 清溪论坛 - Powered by Discuz!", "<div id=threadlist><table><tr><th>主题</th><td>作者</td><td>回复/查看</td></tr>" + items("<tr><th>", "</th><td><cite>网友{n}</cite><em>{day}</em></td><td>{n}/88</td></tr>") + "</table></div>"),
    "board of complaints": gov("<table><tr><td>信件标题</td><td>写信时间</td><td>办理状态</td></tr>" + items("<tr><td>", "</td><td>{day}</td><td>已办结</td></tr>") + "</table>" + PAGER, "县长信箱_清溪县人民政府"),
    "blog index": web("溪边小记", "<h1>溪边小记</h1>" + items("<article><h2>", "</h2><div class=meta>{day}</div><p>围绕年度目标任务，逐项梳理存在的问题，明确责任分工……</p></article>") + '<a href="/page/2">较旧的文章</a>'),
    "pictures with titles": gov("<h2>图片新闻</h2><ul>" + items('<li><a href="/art/{n}.html"><img src="/u/{n}.jpg"></a><p>', "</p></li>") + "</ul>", "图片新闻_清溪县人民政府"),
    "home page": gov("".join(f"<div class=box><h3><a href=/c>{name}</a></h3><ul>{linked(' '.join(HEADS))}</ul></div>" for name in ("要闻", "公告", "解读")), "清溪县人民政府门户网站"),
    "office and its people": gov("<h2>领导分工</h2><ul>" + items("<li>", "</li>") + "</ul>", "领导之窗"),
    "old table of headlines": web("公告栏", "<table>" + items("<tr><td>·", "</td><td>({day})</td></tr>") + "</table>"),
}  # fmt: skip


@pytest.mark.parametrize("name", LISTS)
def test_a_page_of_headlines_is_no_article(name):
    reading = read(LISTS[name])
    assert not reading.articles
    assert len(reading.listing.entries) >= 12


INFO = "<div class=xx><span>发布时间：2025-04-08 10:00</span><span>来源：县政府办</span></div>"
LINKS = tuple(f"{head}方案.docx" for head in HEADS[:6])


def article(name: str, html: str, text: tuple[str, ...], cells: int = 0) -> Case:
    """Return a case of a page of an office, with *html* as the body."""
    page = gov(
        f"<div class=m><h1>{T}</h1>{INFO}<div class=n>{html}</div></div>", f"{T}_清溪县人民政府"
    )
    return Case(name, page, T, text, "2025-04-08T10:00", "县政府办", cells=cells)


def row(*cells: str) -> str:
    """Return a row of a table."""
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"


def anchor(text: str, address: str = "/x/1.html") -> str:
    """Return a link."""
    return f'<a href="{address}">{text}</a>'


FEW = HEADS[:8]
ARTICLES = [
    article("attachments only", "<p>现予公布，请下载。</p>" + boxed(anchor(one, f"/f/{n}.docx") for n, one in enumerate(LINKS)), ("现予公布，请下载。", *LINKS)),
    article("catalogue of links in a table", "<table border=1>" + row("序号", "名称") + "".join(row(str(n), anchor(one)) for n, one in enumerate(FEW, 1)) + "</table>", ("序号", "名称", *(word for n, one in enumerate(FEW, 1) for word in (str(n), one))), 18),
    article("table only", "<table>" + row("项目", "金额", "备注") + "".join(row(f"第{n}项支出", f"{n}00", "") for n in range(1, 6)) + "</table>", ("项目", "金额", "备注", *(word for n in range(1, 6) for word in (f"第{n}项支出", f"{n}00"))), 18),
    article("table in a cell", "<table border=1>" + row("单位", "人员") + row("水利局", f"<table border=1>{row('甲', '1')}{row('乙', '2')}</table>") + "</table>", ("单位", "人员", "水利局", "甲", "1", "乙", "2"), 7),
    article("prose with links", boxed(one + anchor("《清溪县供水管理办法》") + "。" for one in BODY), tuple(one + "《清溪县供水管理办法》。" for one in BODY)),
    article("numbered names", boxed((f"{n}．清溪县第{n}中学" for n in range(1, 16)), "", "<br>"), tuple(f"{n}．清溪县第{n}中学" for n in range(1, 16))),
    article("names in one line", "<p>现将入选人员名单公布如下：</p><p>黄志远　李秋实　孙长河　赵敏　吴晓　陈晓东　林小雨</p>", ("现将入选人员名单公布如下：", "黄志远 李秋实 孙长河 赵敏 吴晓 陈晓东 林小雨")),
    article("contact table", "<table class=t><thead><tr><th>窗口</th><th>电话</th></tr></thead><tbody>" + row("社保", "0000-1111111") + row("医保", "0000-2222222") + "</tbody></table>", ("窗口", "电话", "社保", "0000-1111111", "医保", "0000-2222222"), 6),
    article("table with wide spans", "<table border=1><tr><td colspan=3>第一部分</td></tr>" + row("一", "二", "三") + "<tr><td rowspan=2>四</td><td colspan=2>五</td></tr>" + row("六", "七") + "</table>", ("第一部分", "一", "二", "三", "四", "五", "六", "七"), 8),
    article("prose, table, prose", f"<p>{BODY[0]}</p><div style='overflow:auto'><table>" + row("年度", "产量") + row("2023", "12万吨") + row("2024", "13万吨") + f"</table></div><p>{BODY[1]}</p>", (BODY[0], "年度", "产量", "2023", "12万吨", "2024", "13万吨", BODY[1]), 6),
]  # fmt: skip
CASES = ARTICLES


@pytest.mark.parametrize("case", ARTICLES, ids=[case.name for case in ARTICLES])
def test_an_article_full_of_links_or_tables_is_read_whole(case):
    assert found(case) == told(case)
