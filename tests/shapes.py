"""Made-up pages in the shapes that real sites have, and the paragraphs that are their article."""

from typing import NamedTuple

SITE = "清溪在线"
TITLE = "清溪县三座老桥完成加固改造并恢复通车"
INFO = "来源：清溪日报 发布时间：2021-05-12 09:30 浏览次数：318"
NEWS = (
    "5月11日上午，随着最后一道标线施划完毕，清溪县城关、石门、沙湾三座老桥完成加固改造，正式恢复通车。",
    "据了解，三座桥均建于上世纪七十年代，桥面狭窄，承载力不足，去年汛期后被鉴定为四类危桥，当地随即封闭施工。",
    "改造工程更换了全部桥面板，加宽了人行道，并增设照明和监测设备，总投资一千二百余万元，工期比计划提前了二十天。",
    "“以前过桥要排队，现在双向都能走，孩子上学也放心了。”住在桥头的王大爷说，街坊们天天盼着这一天。",
    "县交通局负责人表示，下一步将对全县其余四十六座桥梁逐一排查，建立台账，确保群众出行安全。",
)
SHORT = "经研究，定于本周五下午三点在二楼会议室召开全体职工大会，请准时参加。"


class Shape(NamedTuple):
    """A page, and the paragraphs of its article."""

    page: str
    paragraphs: tuple[str, ...]


def tags(tag: str, texts: tuple[str, ...] = NEWS) -> str:
    """Return *texts*, each in an element *tag*."""
    return "".join(f"<{tag}>{text}</{tag.split(maxsplit=1)[0]}>\n" for text in texts)


def links(count: int, what: str = "各地推进重点水利工程建设纪实之") -> str:
    """Return a list of *count* headlines that lead elsewhere."""
    return "".join(f'<li><a href="/n/{n}.html">{what}{n}</a></li>' for n in range(count))


MENU = (
    "<ul>"
    + "".join(
        f"<li><a href=/{n}>{word}</a></li>"
        for n, word in enumerate("首页 要闻 政务 公告 专题 视频".split())
    )
    + "</ul>"
)
FOOT = (
    f"<div><p>版权所有 {SITE} 未经书面授权，不得转载、摘编、复制或建立镜像，违者必究。</p>"
    "<p>地址：清溪县人民路8号 电话：0000-1234567 邮编：000000</p></div>"
)
SIDE = (
    "<div><h3>热点新闻</h3><ul>" + links(12) + "</ul><h3>关于本站</h3>"
    "<p>本站由县融媒体中心主办，每天发布本地新闻，欢迎广大网友投稿、提供线索，一经采用，稿酬从优。</p>"
    "<p>投稿须知：来稿请注明姓名、单位、电话，文责自负，勿一稿多投，三十天未采用可自行处理。</p></div>"
)
COMMENTS = "".join(
    f"<div><span>网友{n}</span><p>支持，太好了，以前天天绕路，真的很不方便，现在好了，感谢施工的师傅们，辛苦了！</p>"
    "<span>3小时前</span></div>"
    for n in range(30)
)


def page(body: str, title: str = f"<h1>{TITLE}</h1>", info: str = f"<div>{INFO}</div>",
         head: str = f"<title>{TITLE}_{SITE}</title>", after: str = "") -> str:  # fmt: skip
    """Return a page of boxes without names around *body*."""
    return (
        f"<html><head>{head}</head><body><div>{MENU}</div><div><div>{title}{info}{body}</div>{after}"
        f"</div>{FOOT}</body></html>"
    )


def _shapes() -> dict[str, Shape]:
    short = (SHORT,)
    made = {
        "p in a nameless box": page(f"<div>{tags('p')}</div>"),
        "p beside title and info": page(tags("p")),
        "br only": page("<div>" + "<br>\u3000\u3000".join(NEWS) + "</div>"),
        "two br": page("<div>" + "<br><br>".join(NEWS) + "</div>"),
        "a div for each paragraph": page(f"<div>{tags('div')}</div>"),
        "divs with spans": page(
            "<div>"
            + "".join(f"<div><span>{t[:9]}</span><span>{t[9:]}</span></div>" for t in NEWS)
            + "</div>"
        ),
        "sections nested": page(
            "<section><section>"
            + "".join(
                f"<section><section><section><span>{t}</span></section></section></section>"
                for t in NEWS
            )
            + "</section></section>"
        ),
        "td for each paragraph": page(
            "<table>" + "".join(f"<tr><td>{t}</td></tr>" for t in NEWS) + "</table>"
        ),
        "side column after": page(f"<div>{tags('p')}</div>", after=SIDE),
        "side column of the same tag and class": page(f"<div class=box>{tags('p')}</div>").replace(
            FOOT, SIDE.replace("<div>", "<div class=box>", 1) + FOOT
        ),
        "comments without a name": page(f"<div>{tags('p')}</div>", after=f"<div>{COMMENTS}</div>"),
        "comments with a heading": page(
            f"<div>{tags('p')}</div><div><h3>网友评论</h3>{COMMENTS}</div>"
        ),
        "comments in the box of the news": page(
            f"{tags('p')}<div class=cmt><div>最新评论</div>{COMMENTS}</div>"
        ),
        "related news inside the container": page(
            f"<div>{tags('p')}<h4>相关新闻</h4><ul>{links(8)}</ul></div>"
        ),
        "related news without a heading": page(f"<div>{tags('p')}<ul>{links(8)}</ul></div>"),
        "advert between": page(
            "<div>"
            + tags("p", NEWS[:2])
            + "<div class=gg><a href=/ad>清溪山庄开业酬宾</a></div>"
            + tags("p", NEWS[2:])
            + "</div>"
        ),
        "body split over sibling boxes": page(
            f"<div class=c>{tags('p', NEWS[:2])}</div><div class=gg></div><div class=c>{tags('p', NEWS[2:])}</div>"
        ),
        "body split over sibling boxes without names": page(
            f"<div>{tags('p', NEWS[:2])}</div><div><img src=ad.gif></div><div>{tags('p', NEWS[2:])}</div>"
        ),
        "body split unevenly": page(
            f"<div>{tags('p', NEWS[:1])}</div><div>{tags('p', NEWS[1:])}</div>"
        ),
        "first paragraph outside the box": page(
            f"<p>{NEWS[0]}</p><div>{tags('p', NEWS[1:])}</div>"
        ),
        "invisible until a script runs": page(f"<div style='visibility: hidden'>{tags('p')}</div>"),
        "not displayed until a script runs": page(f"<div style='display:none'>{tags('p')}</div>"),
        "in noscript": page(f"<noscript><div>{tags('p')}</div></noscript><div id=app></div>"),
        "class names that hold nav, side and comment": page(
            f"<div class='unavailable inside commentary'>{tags('p')}</div>"
        ),
        "class named sidebar-left-content": page(
            f"<div class='content-sidebar-l'>{tags('p')}</div>"
        ),
        "article element": page(f"<article>{tags('p')}</article><aside>{SIDE}</aside>", after=SIDE),
        "main and section": page(
            f"<main><section class=post>{tags('p')}</section></main>", after=SIDE
        ),
        "early end of the page": page(f"</body></html><div>{tags('p')}</div>"),
        "known container": page(f"<div class=TRS_Editor>{tags('p')}</div>", after=SIDE),
        "known container twice, one empty": page(
            f"<div class=TRS_Editor></div><div id=zoom>{tags('p')}</div>", after=SIDE
        ),
        "known name on a column of links": page(
            f"<div class=c>{tags('p')}</div>", after=f"<div class=LEFT>{SIDE}</div>"
        ),
        "layout tables": (
            f"<title>{SITE}</title><table><tr><td>{SITE}</td></tr><tr><td>{MENU}</td></tr></table>"
            f"<table><tr><td width=200>{SIDE}</td><td><table><tr><td><b>{TITLE}</b></td></tr>"
            f"<tr><td>{INFO}</td></tr><tr><td>{tags('p')}</td></tr></table></td></tr></table>{FOOT}"
        ),
        "credits and pager below": page(
            f"<div>{tags('p')}<p>（责任编辑：李四）</p></div><div>上一篇：<a href=1>县里召开农业会议</a></div>"
            "<div>下一篇：没有了</div><div><a href=#>打印本页</a> <a href=#>关闭窗口</a></div>"
        ),
        "pager numbers": page(
            f"<div>{tags('p')}<p>【1】【<a href=p_2.html>2</a>】【<a href=p_3.html>3</a>】 <a href=p_2.html>下一页</a></p></div>"
        ),
        "pager numbers bare": page(
            f"<div>{tags('p')}</div><div>1 <a href=p_2.html>2</a> <a href=p_3.html>3</a> <a href=p_2.html>&gt;</a></div>"
        ),
        "forum, first post": (
            f"<title>{TITLE} - 清溪论坛 - Powered by Discuz!</title><div id=nv>{MENU}</div>"
            f"<h1 class=ts><span id=thread_subject>{TITLE}</span></h1>"
            f"<div id=postlist><div id=post_1><table><tr><td class=pls>老张<br>积分 318<br>注册时间 2010-1-1</td>"
            f"<td class=plc><div class=pi>楼主 发表于 2021-5-12 09:30</div><div class=t_fsz><table><tr>"
            f"<td class=t_f id=postmessage_1>{'<br><br>'.join(NEWS)}</td></tr></table></div></td></tr></table></div>"
            + "".join(
                f"<div id=post_{n}><table><tr><td class=pls>网友{n}<br>积分 {n}</td><td class=plc><div class=pi>发表于 2021-5-12 10:0{n}</div>"
                f"<div class=t_fsz><table><tr><td class=t_f id=postmessage_{n}>顶一下，写得真好，希望以后多发一些这样的帖子，让大家都知道，谢谢楼主。桥修好了，方便多了，感谢。</td></tr></table></div></td></tr></table></div>"
                for n in range(2, 9)
            )
            + f"</div>{FOOT}"
        ),
    }
    shapes = {name: Shape(text, NEWS) for name, text in made.items()}
    shapes |= {
        "one short sentence": Shape(page(f"<div><p>{SHORT}</p></div>"), short),
        "one short sentence in a bare div": Shape(page(f"<div>{SHORT}</div>"), short),
        "one short sentence beside long columns": Shape(
            page(f"<div>{SHORT}</div>", after=SIDE + SIDE.replace("投稿", "来稿")), short
        ),
        "one short sentence, columns first": Shape(
            page(f"<div>{SHORT}</div>").replace("<body>", f"<body>{SIDE}"), short
        ),
        "short notice with signature and attachment": Shape(
            page(
                f"<div><p>{SHORT}</p><p>附件：<a href=a.doc>参会人员名单.doc</a></p><p>县总工会</p><p>2021年5月12日</p></div>"
            ),
            (SHORT, "附件：参会人员名单.doc", "县总工会", "2021年5月12日"),
        ),
        "attachments only": Shape(
            page(
                "<div><p>附件：</p><p><a href=a.doc>1.申报表.doc</a></p><p><a href=b.xls>2.汇总表.xls</a></p></div>"
            ),
            ("附件：", "1.申报表.doc", "2.汇总表.xls"),
        ),
        "numbered list only": Shape(
            page("<ol>" + "".join(f"<li>{t}</li>" for t in NEWS) + "</ol>"), NEWS
        ),
        "verse": Shape(
            page(
                "<div>溪水弯弯绕石桥，<br>桥头杨柳万千条。<br>谁家燕子衔泥去，<br>飞过春山第几腰。</div>",
                f"<h1>{TITLE}</h1>",
                "<div>作者：李四 2021-05-12</div>",
            ),
            ("溪水弯弯绕石桥，\n桥头杨柳万千条。\n谁家燕子衔泥去，\n飞过春山第几腰。",),
        ),
        "pictures with captions": Shape(
            page(
                "<div><p><img src=a.jpg></p><p>图为改造后的城关桥。李四 摄</p><p><img src=b.jpg></p>"
                "<p>图为施工现场。李四 摄</p></div>",
                after=SIDE,
            ),
            ("图为改造后的城关桥。李四 摄", "图为施工现场。李四 摄"),
        ),
        "a table only": Shape(
            page(
                "<div><table><tr><td>桥名</td><td>年份</td><td>投资</td></tr><tr><td>城关桥</td><td>1972</td>"
                "<td>四百万元</td></tr><tr><td>石门桥</td><td>1975</td><td>三百万元</td></tr></table></div>",
                after=SIDE,
            ),
            ("桥名", "年份", "投资", "城关桥", "1972", "四百万元", "石门桥", "1975", "三百万元"),
        ),
        "a statement that begins like boilerplate": Shape(
            page(
                "<div><p>声明：近日有人冒用我县交通局名义收取过桥费，我局从未委托任何单位或个人收费，请群众提高警惕。</p>"
                "<p>特别声明，凡冒用者我局将依法追究责任。</p><p>清溪县交通局</p></div>",
                "<h1>关于有人冒名收费的声明</h1>",
                head="<title>关于有人冒名收费的声明</title>",
            ),
            (
                "声明：近日有人冒用我县交通局名义收取过桥费，我局从未委托任何单位或个人收费，请群众提高警惕。",
                "特别声明，凡冒用者我局将依法追究责任。",
                "清溪县交通局",
            ),
        ),
        "sentences that begin like furniture": Shape(
            page(
                "<div>"
                + tags(
                    "p",
                    (
                        NEWS[0],
                        "分享会上，三位工程师讲述了加固中的难题和办法，听众不时提问。",
                        "更多的居民选择步行过桥，顺便看看新装的灯光，拍几张照片。",
                        NEWS[1],
                        "编辑部的几位老同志也来到桥头，他们当年都参加过建桥，感慨不已。",
                        "收藏老照片的赵先生拿出了1972年通车时的合影。",
                        "评论员：桥通了，心也通了，这才是最要紧的。",
                        NEWS[4],
                    ),
                )
                + "</div>"
            ),
            (
                NEWS[0],
                "分享会上，三位工程师讲述了加固中的难题和办法，听众不时提问。",
                "更多的居民选择步行过桥，顺便看看新装的灯光，拍几张照片。",
                NEWS[1],
                "编辑部的几位老同志也来到桥头，他们当年都参加过建桥，感慨不已。",
                "收藏老照片的赵先生拿出了1972年通车时的合影。",
                "评论员：桥通了，心也通了，这才是最要紧的。",
                NEWS[4],
            ),
        ),
        "an interview with 编辑 in the middle": Shape(
            page(
                "<div>"
                + tags(
                    "p",
                    (
                        *NEWS[:3],
                        "编辑：您当年为什么选择学桥梁？",
                        "李工：因为村口没有桥。",
                        "编辑：后来呢？",
                        "李工：后来就有了。",
                        *NEWS[3:],
                    ),
                )
                + "</div>"
            ),
            (
                *NEWS[:3],
                "编辑：您当年为什么选择学桥梁？",
                "李工：因为村口没有桥。",
                "编辑：后来呢？",
                "李工：后来就有了。",
                *NEWS[3:],
            ),
        ),
    }
    return shapes


SHAPES = _shapes()
