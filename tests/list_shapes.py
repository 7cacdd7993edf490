"""Made-up pages that name articles, and made-up articles that look like such pages."""

from shapes import FOOT, INFO, MENU, NEWS, SHORT, SIDE, SITE, TITLE, links, page, tags

HEADLINES = tuple(
    f"{place}{what}"
    for place in ("清溪县", "石门镇", "沙湾村", "县交通局")
    for what in (
        "召开春季防火工作部署会议",
        "开展老旧桥梁排查整治",
        "举办第三届农民丰收节",
        "公布2021年招聘公告",
        "启动河道清淤工程",
    )
)
DATES = tuple(f"2021-0{n % 9 + 1}-1{n % 10}" for n in range(len(HEADLINES)))
_SUMMARIES = tuple(
    f"记者从{text[:3]}获悉，{text}，相关负责人参加并讲话，会议对下一步工作作了安排，要求各单位压实责任，确保各项任务按时完成，群众满意。"
    for text in HEADLINES
)
_ENTRIES = tuple(zip(range(len(HEADLINES)), HEADLINES, DATES, _SUMMARIES, strict=True))


def _list(
    body: str, name: str = "通知公告", crumbs: str = "当前位置：<a href=/>首页</a> &gt; "
) -> str:
    return (
        f"<html><head><title>{name}_{SITE}</title></head><body><div>{MENU}</div><div>{crumbs}"
        f"<a href=/l>{name}</a></div><div><h2>{name}</h2>{body}</div>{FOOT}</body></html>"
    )


_UL = "".join(f"<li><a href=/a/{n}.html>{t}</a><span>{d}</span></li>" for n, t, d, _ in _ENTRIES)
_PAGES = "<div>共12页 <a href=l.html>1</a> <a href=l_2.html>2</a> <a href=l_2.html>下一页</a></div>"
_CARDS = "".join(
    f"<div class=item><h3><a href=/a/{n}.html>{t}</a></h3><p>{s}</p><span>{d}</span> <a href=/a/{n}.html>详细&gt;&gt;</a></div>"
    for n, t, d, s in _ENTRIES[:10]
)

LISTS = {
    "ul of links with dates": _list(f"<ul>{_UL}</ul>{_PAGES}"),
    "bracketed dates in the line": _list(
        "<ul>" + "".join(f"<li>· <a href=/a/{n}.html>{t}</a> [{d}]</li>" for n, t, d, _ in _ENTRIES) + "</ul>"),
    "links broken by br": _list(
        "<div>" + "<br>".join(f"<a href=a{n}.html>{t}</a>" for n, t, _, _ in _ENTRIES) + "</div>"),
    "table rows": _list(
        "<table><tr><th>序号</th><th>标题</th><th>日期</th></tr>"
        + "".join(f"<tr><td>{n}</td><td><a href=/a/{n}.html>{t}</a></td><td>{d}</td></tr>" for n, t, d, _ in _ENTRIES)
        + "</table>"),
    "cards with summaries": _list(f"<div>{_CARDS}</div>{_PAGES}", "新闻中心"),
    "cards in list items without dates": _list(
        "<ul>" + "".join(f"<li><h4><a href=/a/{n}.html>{t}</a></h4><p>{s}<a href=/a/{n}.html>[更多]</a></p></li>" for n, t, _, s in _ENTRIES)
        + "</ul>", "媒体聚焦"),
    "headings and paragraphs in a flat row": _list(
        "".join(f"<h3><a href=/a/{n}.html>{t}</a></h3><p>{s}</p>" for n, t, _, s in _ENTRIES), "工作动态"),
    "day and month in boxes of their own": _list(
        "".join(f"<div class=it><div class=day>{d[8:]}</div><div class=ym>{d[:7]}</div><div><a href=/a/{n}.html>{t}</a></div></div>" for n, t, d, _ in _ENTRIES)),
    "portal home page": (
        f"<html><head><title>{SITE}_清溪新闻门户</title></head><body><div>{MENU}</div><div>今天是2021年5月12日 星期三 欢迎访问清溪在线！</div>"
        + "".join(f"<div><h2>{word}</h2><a href=/m>更多</a><ul>{links(7, word + '：各部门扎实推进重点工作之')}</ul></div>" for word in ("要闻", "时政", "社会", "文体", "图片"))
        + f"<div><h2>关于我们</h2><p>清溪在线是县委宣传部主管的新闻网站，开通于2005年，日均访问量五万人次。</p></div>{FOOT}</body></html>"),
    "search results": _list(
        "<div>找到相关结果约1280个</div>" + "".join(
            f"<div class=r><h3><a href=/a/{n}.html>{t}</a></h3><div>{s}</div><div>www.example.cn/a/{n}.html {d} - 快照</div></div>"
            for n, t, d, s in _ENTRIES[:10]), "搜索结果"),
    "picture wall": _list(
        "<div>" + "".join(f"<div><a href=/a/{n}.html><img src=/p/{n}.jpg><p>{t}</p></a></div>" for n, t, _, _ in _ENTRIES) + "</div>", "图片新闻"),
    "forum board": _list(
        "<table>" + "".join(
            f"<tr><td><a href=t{n}.html>{t}</a></td><td><a href=u{n}>网友{n}</a><br>{d}</td><td>{n * 7}</td><td><a href=u{n}>老王</a><br>{d} 09:30</td></tr>"
            for n, t, d, _ in _ENTRIES) + "</table>", "清溪茶馆"),
    "table of two columns": _list(
        "<table>" + "".join(
            f"<tr><td><a href=/a/{n}.html>{t}</a></td><td><a href=/b/{n}.html>{t}续</a></td></tr>" for n, t, _, _ in _ENTRIES) + "</table>", "政策法规"),
    "definition list": _list(
        "<dl>" + "".join(f"<dt><a href=/a/{n}.html>{t}</a></dt><dd>{d}</dd>" for n, t, d, _ in _ENTRIES) + "</dl>", "公示公告"),
    "column with a description": _list(
        "<p>本栏目发布县直各部门的通知公告，欢迎广大群众关注和监督。</p>" f"<ul>{_UL}</ul>"),
    "container of a known system around a list": _list(f"<div class=article-content><ul>{_UL}</ul></div>"),
    "five links": _list("<ul>" + "".join(f"<li><a href=/a/{n}.html>{t}</a><span>{d}</span></li>" for n, t, d, _ in _ENTRIES[:5]) + "</ul>"),
    "named like a menu": _list(f"<div class=nav-list><ul class=menu>{_UL}</ul></div>"),
    "h1 that names the site": (
        f"<title>清溪县人民政府门户网站</title><h1>清溪县人民政府门户网站</h1><div>欢迎您访问清溪县人民政府网站！</div><ul>{_UL}</ul>{FOOT}"),
    "special topic with a lead": _list(
        f"<div><h3><a href=/a/1.html>{TITLE}</a></h3><p>{NEWS[0]}<a href=/a/1.html>[详细]</a></p></div><ul>{_UL}</ul>", "专题报道"),
}  # fmt: skip

_TITLED = f"<title>{TITLE}_{SITE}</title>"
_MANY = (
    f"<div><h3>热点新闻</h3><ul>{links(30)}</ul></div><div><h3>本地要闻</h3><ul>{_UL}</ul></div>"
)
_ROUNDUP = "".join(
    f"<p><a href=http://x.cn/{n}>{t}</a></p><p>{s}</p>" for n, t, _, s in _ENTRIES[:8]
)

ARTICLES = {
    "short news beside long lists": page(f"<div><p>{SHORT}</p></div>", after=_MANY),
    "short news without a line of facts": page(f"<div><p>{SHORT}</p></div>", info="", after=_MANY),
    "short news, lists first": page(f"<div><p>{SHORT}</p></div>").replace("<body>", f"<body>{_MANY}"),
    "roundup": page(f"<div>{_ROUNDUP}</div>", after=_MANY),
    "roundup without a line of facts": page(f"<div><p>{NEWS[0]}</p>{_ROUNDUP}</div>", info=""),
    "encyclopedia": page(
        "<div>" + "".join(f"<p>{t[:10]}<a href=/w/{n}>{t[10:22]}</a>{t[22:30]}<a href=/v/{n}>{t[30:38]}</a>{t[38:]}</p>" for n, t in enumerate(NEWS))
        + f"<h2>参见</h2><ul>{links(20, '清溪县的桥梁与道路条目')}</ul></div>", info=""),
    "gallery": page("<div>" + "".join(f"<p><img src={n}.jpg></p>" for n in range(5)) + "</div>", after=_MANY),
    "gallery without a line of facts": page(
        "<div>" + "".join(f"<p><img src={n}.jpg></p>" for n in range(5)) + "</div>", info="", after=_MANY),
    "table of a policy": page(
        "<table><tr><td>索引号</td><td>000014349/2021-00051</td></tr><tr><td>发文机关</td><td>清溪县人民政府</td></tr>"
        "<tr><td>成文日期</td><td>2021年5月12日</td></tr></table><div>" + tags("p") + "</div>", info="", after=_MANY),
    "a table only": page(
        "<table><tr><td>桥名</td><td>年份</td><td>投资</td></tr>" + "<tr><td>城关桥</td><td>1972</td><td>四百万元</td></tr>" * 6 + "</table>",
        info="", after=_MANY),
    "attachments": page(
        f"<div><p>{SHORT}</p>" + "".join(f"<p><a href=/f/{n}.doc>{n}.全县桥梁排查情况汇总表（第{n}批）.doc</a></p>" for n in range(9)) + "</div>"),
    "related lists inside the container": page(f"<div>{tags('p', NEWS[:2])}<ul>{links(25)}</ul></div>"),
    "verse beside lists": page(
        "<div>溪水弯弯绕石桥，<br>桥头杨柳万千条。<br>谁家燕子衔泥去，<br>飞过春山第几腰。</div>", after=_MANY),
    "numbered list": page("<ol>" + "".join(f"<li>{t}</li>" for t in NEWS) + "</ol>", after=_MANY),
    "title as a picture": page(f"<div>{tags('p')}</div>", title="<img src=title.gif>", after=_MANY, head=f"<title>{SITE}</title>"),
    "side columns of text": page(f"<div>{tags('p', NEWS[:2])}</div>", after=SIDE + _MANY),
    "timetable of links in sentences": page(
        "<div>" + "".join(f"<p>上午{n}点，{t}，详见<a href=/p/{n}>报道</a>。</p>" for n, t in enumerate(HEADLINES[:8])) + "</div>", info=""),
}  # fmt: skip
assert INFO
