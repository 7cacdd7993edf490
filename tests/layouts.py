"""Parts of pages to be put together: bodies, layouts, and what stands below and beside."""

from list_shapes import _CARDS, _ENTRIES, _PAGES, _UL
from shapes import COMMENTS, FOOT, INFO, MENU, NEWS, SHORT, SIDE, SITE, TITLE, links, page, tags
from site_shapes import LONGSIDE

NOTICE = (
    "各乡镇人民政府，县直各单位：",
    *NEWS[:2],
    "附件：桥梁台账.pdf",
    "清溪县交通局",
    "2021年5月12日",
)
HEADED = ("一、基本情况", NEWS[0], NEWS[1], "二、下一步打算", NEWS[3], NEWS[4])
#: Name to the HTML of a body and its paragraphs.
BODIES = {
    "p": (tags("p"), NEWS),
    "br": ("　　" + "<br>　　".join(NEWS), NEWS),
    "div": (tags("div"), NEWS),
    "span": ("".join(f"<div><span>{t}</span></div>" for t in NEWS), NEWS),
    "section": (
        "".join(f"<section><section><p><span>{t}</span></p></section></section>" for t in NEWS),
        NEWS,
    ),
    "tr": ("<table>" + "".join(f"<tr><td>{t}</td></tr>" for t in NEWS) + "</table>", NEWS),
    "short": (f"<p>{SHORT}</p>", (SHORT,)),
    "shortdiv": (SHORT, (SHORT,)),
    "verse": (
        "溪水弯弯绕石桥，<br>桥头杨柳万千条。<br>谁家燕子衔泥去，<br>飞过春山第几腰。",
        ("溪水弯弯绕石桥，\n桥头杨柳万千条。\n谁家燕子衔泥去，\n飞过春山第几腰。",),
    ),
    "figs": (
        "<p><img src=a.jpg></p><p>图为城关桥。李四 摄</p><p><img src=b.jpg></p><p>图为石门桥。李四 摄</p>",
        ("图为城关桥。李四 摄", "图为石门桥。李四 摄"),
    ),
    "table": (
        "<table border=1><tr><td>桥名</td><td>年份</td><td>投资</td></tr><tr><td>城关桥</td><td>1972</td><td>四百万元</td></tr><tr><td>石门桥</td><td>1975</td><td>三百万元</td></tr></table>",
        ("桥名", "年份", "投资", "城关桥", "1972", "四百万元", "石门桥", "1975", "三百万元"),
    ),
    "notice": (
        "".join(
            f"<p>{t}</p>"
            if not t.startswith("附件")
            else "<p>附件：<a href=a.pdf>桥梁台账.pdf</a></p>"
            for t in NOTICE
        ),
        NOTICE,
    ),
    "ol": ("<ol>" + "".join(f"<li>{t}</li>" for t in NEWS) + "</ol>", NEWS),
    "headed": (
        "".join(f"<p><strong>{t}</strong></p>" if "、" in t[:2] else f"<p>{t}</p>" for t in HEADED),
        HEADED,
    ),
    "onep": (f"<p>{NEWS[0]}{NEWS[1]}{NEWS[2]}</p>", (NEWS[0] + NEWS[1] + NEWS[2],)),
}


def _nameless(b: str, e: str, s: str) -> str:
    return page(f"<div>{b}</div>" + e, after=s)


def _named_columns(b: str, e: str, s: str) -> str:
    return f"<title>{TITLE}_{SITE}</title><div class=top>{MENU}</div><div class=main><div class=left><h1>{TITLE}</h1><div class=info>{INFO}</div><div class=content>{b}</div>{e}</div><div class=right>{s}</div></div><div class=foot>{FOOT}</div>"


def _tables_side_first(b: str, e: str, s: str) -> str:
    return f"<title>{TITLE}-{SITE}</title><table><tr><td>{SITE}</td></tr><tr><td>{MENU}</td></tr></table><table><tr><td width=200>{s}</td><td><table><tr><td align=center><b>{TITLE}</b></td></tr><tr><td>{INFO}</td></tr><tr><td>{b}</td></tr><tr><td>{e}</td></tr></table></td></tr></table>{FOOT}"


def _tables_side_last(b: str, e: str, s: str) -> str:
    return f"<title>{TITLE}-{SITE}</title><table><tr><td>{SITE}</td></tr><tr><td>{MENU}</td></tr></table><table><tr><td><h2>{TITLE}</h2><p>{INFO}</p>{b}{e}</td><td width=200>{s}</td></tr></table>{FOOT}"


def _title_outside(b: str, e: str, s: str) -> str:
    return f"<title>{TITLE}_{SITE}</title><div>{MENU}</div><div class=hd><h1>{TITLE}</h1><p>{INFO}</p></div><div class=wrap><div class=l>{b}{e}</div><div class=r>{s}</div></div>{FOOT}"


def _flat(b: str, e: str, s: str) -> str:
    return f"<title>{TITLE}_{SITE}</title>{MENU}<h1>{TITLE}</h1><p>{INFO}</p><div>{b}</div>{e}{s}{FOOT}"


def _html5(b: str, e: str, s: str) -> str:
    return f"<title>{TITLE} | {SITE}</title><header>{MENU}</header><main><article><h1>{TITLE}</h1><p>{INFO}</p>{b}</article>{e}</main><aside>{s}</aside><footer>{FOOT}</footer>"


def _site_name_as_heading(b: str, e: str, s: str) -> str:
    return f"<title>{SITE}</title><h1>{SITE}</h1>{MENU}<div><div><h2>{TITLE}</h2><span>{INFO}</span></div><div><div>{b}</div></div><div>{e}</div></div><div>{s}</div>{FOOT}"


def _form(b: str, e: str, s: str) -> str:
    return f"<title>{TITLE}_{SITE}</title><form>{MENU}<div id=s>{s}</div><div id=m><div class=bt>{TITLE}</div><div>{INFO}</div><div><font>{b}</font></div>{e}</div></form>{FOOT}"


LAYOUTS = (
    _nameless,
    _named_columns,
    _tables_side_first,
    _tables_side_last,
    _title_outside,
    _flat,
    _html5,
    _site_name_as_heading,
    _form,
)
REL = "<div><h3>相关新闻</h3><ul>" + links(8) + "</ul></div>"
#: Name to what stands below the body and what beside it.
EXTRAS = {
    "none": ("", ""),
    "side": ("", SIDE),
    "longside": ("", LONGSIDE),
    "comments": (f"<div>{COMMENTS}</div>", ""),
    "commentsh": (f"<div><h3>网友评论</h3>{COMMENTS}</div>", SIDE),
    "related": (REL, SIDE),
    "relatedno": (f"<ul>{links(8)}</ul>", ""),
    "prevnext": (
        "<p>（责任编辑：李四）</p><p>上一篇：<a href=1>县里召开农业会议</a></p><p>下一篇：没有了</p><p>【打印】【关闭】</p>",
        SIDE,
    ),
    "legal": (
        "<p>版权声明：凡本网注明来源为清溪日报的作品，未经授权不得转载，违者将追究法律责任。</p>",
        "",
    ),
    "lists": ("", "<div><h3>热点新闻</h3><ul>" + links(30) + "</ul></div>"),
}

LIST_BODIES = {
    "ul": f"<ul>{_UL}</ul>{_PAGES}",
    "br": "<br>".join(f"<a href=a{n}.html>{t}</a>" for n, t, _, _ in _ENTRIES),
    "bracket": "".join(f"<p>· <a href=/a/{n}.html>{t}</a> [{d}]</p>" for n, t, d, _ in _ENTRIES),
    "cards": _CARDS + _PAGES,
    "cards2": "".join(
        f"<li><h4><a href=/a/{n}.html>{t}</a></h4><p>{s}<a href=/a/{n}.html>[更多]</a></p></li>"
        for n, t, _, s in _ENTRIES
    ),
    "flat": "".join(f"<h3><a href=/a/{n}.html>{t}</a></h3><p>{s}</p>" for n, t, _, s in _ENTRIES),
    "table": "<table>"
    + "".join(
        f"<tr><td>{n}</td><td><a href=/a/{n}.html>{t}</a></td><td>{d}</td></tr>"
        for n, t, d, _ in _ENTRIES
    )
    + "</table>",
    "pics": "".join(
        f"<div><a href=/a/{n}.html><img src=/p/{n}.jpg><p>{t}</p></a></div>"
        for n, t, _, _ in _ENTRIES
    ),
    "pics2": "".join(
        f"<div><a href=/a/{n}.html><img src=/p/{n}.jpg></a><p><a href=/a/{n}.html>{t}</a></p></div>"
        for n, t, _, _ in _ENTRIES
    ),
    "forum": "<table>"
    + "".join(
        f"<tr><td><a href=t{n}.html>{t}</a></td><td><a href=u{n}>网友{n}</a><br>{d}</td><td>{n * 7}</td><td><a href=u{n}>老王</a><br>{d} 09:30</td></tr>"
        for n, t, d, _ in _ENTRIES
    )
    + "</table>",
    "cardlink": "".join(
        f"<a href=/a/{n}.html><div class=item><h3>{t}</h3><p>{s}</p><span>{d}</span></div></a>"
        for n, t, d, s in _ENTRIES
    ),
    "cardimg": "".join(
        f"<div class=item><a href=/a/{n}.html><img src=/p/{n}.jpg></a><div><a href=/a/{n}.html>{t}</a><p>{s}</p><span>{d}  来源：清溪日报</span></div></div>"
        for n, t, d, s in _ENTRIES
    ),
    "six": "<ul>"
    + "".join(
        f"<li><a href=/a/{n}.html>{t}</a><span>{d}</span></li>" for n, t, d, _ in _ENTRIES[:6]
    )
    + "</ul>",
    "short": "<ul>"
    + "".join(
        f"<li><a href=/a/{n}.html>{t[:6]}</a><span>{d}</span></li>" for n, t, d, _ in _ENTRIES
    )
    + "</ul>",
}
