"""Pages of portals that only lead to articles, and articles that are full of links."""

from __future__ import annotations

from portals.furniture import comments, foot, headlines, html, nav, p, related, side
from portals.story import story

_STORIES = tuple(map(story, range(24)))
_DAYS = tuple(one.date for one in _STORIES)


def _item(n: int, form: str) -> str:
    s = _STORIES[n]
    return form.format(
        u=f"http://n.example.cn/{n}.html",
        t=s.title,
        d=s.date,
        day=s.day,
        s=s.paragraphs[0],
        src=s.source,
        k=s.kicker,
        n=n,
        md=s.day[5:],
    )


def _items(form: str, count: int = 20) -> str:
    return "".join(_item(n, form) for n in range(count))


_CARD = '<div class="card"><a href="{u}"><img src="/{n}.jpg" width=200></a><h3><a href="{u}">{t}</a></h3><p>{s}</p><span>{src}</span> <span>{d}</span></div>'
_FRONT = "".join(
    f'<div class="blk"><h2><a href="/{c}">{name}</a></h2><h3><a href="/t{c}">{_STORIES[c].title}</a></h3><ul>{headlines(9, start=c)}</ul></div>'
    for c, name in enumerate(("要闻", "国内", "国际", "社会", "财经", "体育", "娱乐", "科技"))
)

LISTS = {
    "front page of a portal": html(
        "某某网_领先的新闻门户",
        f"{nav()}<div class=top><h1><a href=/>某某网</a></h1></div>{_FRONT}{foot()}",
    ),
    "rolling news with times": html(
        "滚动新闻_某某网",
        f'{nav()}<div class="main"><h2>滚动新闻</h2><ul class="list">{_items("<li>[<a href=/c>国内</a>] <a href={u}>{t}</a> <span>{d}</span></li>")}</ul><div class="pages"><a href="2.shtml">2</a> <a href="2.shtml">下一页</a></div></div>{side()}{foot()}',
    ),
    "cards with summaries": html(
        "要闻_某某网",
        f'{nav()}<div class="feed">{_items(_CARD, 15)}<a class="more">加载更多</a></div>{side()}{foot()}',
    ),
    "search results": html(
        "搜索结果_某某网",
        f"{nav()}<form><input name=q><button>搜索</button></form><div>找到相关新闻约1,204篇</div>{_items('<div class=result><h3><a href={u}>{t}</a></h3><p>{src} {d}</p><div>{s}</div><a href=/c>12条相同新闻</a></div>', 10)}{foot()}",
    ),
    "special topic with a lead text": html(
        f"聚焦{_STORIES[0].title[:8]}专题_某某网",
        f'{nav()}<div class="banner"><img src="/b.jpg" width=1000 height=200></div><div class="intro"><h2>导语</h2><p>{_STORIES[0].paragraphs[0]}</p></div>{_FRONT}{foot()}',
    ),
    "cards whose summaries are cut off": html(
        "要闻",
        f'{nav()}<div class="feed">{_items(_CARD.replace("{s}", "{s:.40}"), 15)}</div>{foot()}',
    ),
    "column of an author": html(
        "周文博的专栏_某某网",
        f'{nav()}<div class="author"><img src="/a.jpg" width=80><h1>周文博</h1><p>资深评论员，专注民生与经济报道二十年，著有《田野札记》。</p></div><ul>{_items("<li><h4><a href={u}>{t}</a></h4><p>{s}</p><em>{day}</em></li>")}</ul>{foot()}',
    ),
    "picture channel": html(
        "图片频道_某某网",
        f'{nav()}<h1>图片频道</h1><ul class="pics">{_items("<li><a href={u}><img src=/{n}.jpg width=220 height=150></a><p><a href={u}>{t}</a></p></li>")}</ul>{foot()}',
    ),
    "video channel with lengths": html(
        "视频_某某网",
        f'{nav()}<div class="vlist">{_items("<div class=v><a href={u}><img src=/{n}.jpg></a><a href={u}>{t}</a><span>02:{n}3</span><span>{n}.3万次播放</span></div>")}</div>{foot()}',
    ),
    "old table of titles": "<html><head><title>新闻中心</title></head><body>"
    + nav()
    + "<table>"
    + _items("<tr><td>·<a href={u}>{t}</a> <font color=gray>({md})</font></td></tr>")
    + f"</table>{foot()}</body></html>",
    "paper's page of the day": html(
        "青岭日报 数字报 第01版：要闻",
        f'{nav()}<div class="ed"><h2>第01版：要闻</h2><ul>{_items("<li><a href={u}>{t}</a></li>", 12)}</ul><div><a href=/p2>下一版</a></div></div><div><img src=/page.jpg usemap=#m></div>{foot()}',
    ),
    "home of a blog": html(
        "田野札记",
        f"{nav()}<h1>田野札记</h1>{_items('<article><h2><a href={u}>{t}</a></h2><time>{day}</time><p>{s}</p><a href={u}>阅读全文</a></article>', 8)}<aside>{headlines(6)}</aside>{foot()}",
    ),
    "english front page": html(
        "The Valley Courier",
        "<nav><a href=/>Home</a> <a href=/w>World</a></nav>"
        + "".join(
            f"<div class=story><h3><a href=/{n}>Council votes on plan number {n} after a long night of talks</a></h3><p>The vote came late on Tuesday, after members argued over costs for more than six hours.</p></div>"
            for n in range(14)
        ),
    ),
}

_LINKED = story(30)
_ENGLISH = tuple(
    f"The council said on Tuesday that stage {n} of the plan would go ahead, although residents had asked for more time, and the mayor promised to publish every figure."
    for n in ("one", "two", "three", "four", "five", "six")
)
_NEWS = "".join(f"<p>{t}</p>" for t in _ENGLISH)
_WIKI = "".join(
    "<p>"
    + t.replace("，", '，<a href="/wiki/x">参见条目</a>', 1).replace(
        "“", '<a href="/wiki/y">引文</a>“', 1
    )
    + "</p>"
    for t in _LINKED.paragraphs
)
_EN_LINKS = "".join(
    f'<li><a href="/n/{n}">Another headline about the council and its many plans {n}</a></li>'
    for n in range(20)
)


def _page(body: str, info: str | None = None, title: str = _LINKED.title) -> str:
    line = f"{_LINKED.date} 来源：{_LINKED.source}" if info is None else info
    return html(
        f"{title}_某某网",
        f'{nav()}<div class="m"><h1>{title}</h1><div class="i">{line}</div><div class="c">{body}</div></div>{side()}{foot()}',
    )


ARTICLES = {
    "headlines above and below a long text": html(
        _LINKED.title,
        f"{nav()}{side()}<h1>{_LINKED.title}</h1>{p(_LINKED.paragraphs)}{related()}{side()}{foot()}",
    ),
    "short news among hundreds of links": _page(
        f"<p>{_LINKED.paragraphs[0]}</p>{related()}" + side() * 3
    ),
    "an encyclopaedia's links in sentences": _page(_WIKI),
    "a morning briefing": _page(
        "".join(
            f'<p>{n + 1}. <a href="/b/{n}">{s.title}</a></p><p>{s.paragraphs[1]}</p>'
            for n, s in enumerate(_STORIES[:12])
        )
    ),
    "sources listed at the end": _page(
        p(_LINKED.paragraphs)
        + "<h3>参考资料</h3><ol>"
        + "".join(
            f'<li><a href="http://x.cn/{n}">{s.title}</a></li>' for n, s in enumerate(_STORIES[:15])
        )
        + "</ol>"
    ),
    "pictures with a line each": _page(
        "".join(
            f'<p><img src="/p{n}.jpg" width=600></p><p>{s.captions[0]}</p>'
            for n, s in enumerate(_STORIES[:8])
        )
    ),
    "a film and one sentence": _page(f'<video src="/v.mp4"></video><p>{_LINKED.paragraphs[2]}</p>'),
    "comments longer than the news": _page(f"<p>{_LINKED.paragraphs[0]}</p>" + comments() * 2),
    "english news with a long rail": html(
        "Council goes ahead with plan - The Valley Courier",
        f"<nav><ul>{_EN_LINKS}</ul></nav><h1>Council goes ahead with plan despite doubts</h1><p>By Jane Miller</p>{_NEWS}<ul>{_EN_LINKS}</ul>",
    ),
    "english news whose sentences are links": html(
        "Ten tools for the term",
        "<ul>"
        + _EN_LINKS
        + "</ul><h1>Ten tools you will need this term</h1>"
        + "".join(
            f'<h3>Tool {n}</h3><p>You can get <a href="/t{n}">a very good planner here</a>, and it costs next to nothing, <a href="/u{n}">or you may build one yourself</a> in an hour.</p>'
            for n in range(10)
        )
        + f"<ul>{_EN_LINKS}</ul>",
    ),
    "english blog post in a box called like a side": html(
        "A day at the docks",
        f'<div class="sidebar-left page header"><ul>{_EN_LINKS}</ul><h1>A day at the docks</h1>{_NEWS * 3}</div>',
    ),
    "english short post": html(
        "Stand up - Film Gang",
        "<h1><a href=/>The Film Gang</a></h1><div>February 8th, 2013</div><h2><a href=/s>Stand up and be counted</a></h2><p>Listen to the review by our critic below.</p><p><a href=/p>Play in new window</a> | <a href=/d>Download</a></p><p>Tags: <a href=/1>first name</a>, <a href=/2>film review</a></p><a href=/b>Another film of the season that nobody has seen</a><a href=/c>A festival honours young makers of pictures</a>",
    ),
}
