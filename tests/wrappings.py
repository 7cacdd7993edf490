"""One made-up bulletin in every coat that sites put on their pages.

The text has the shape of a real page as a reader copied it: half-width marks, blanks
before them, paragraphs led by blanks and no-break spaces, one paragraph end lost.
"""

from html import escape

SITE = "青川之窗"
TITLE = "市防汛指挥部会议暨全市防汛工作电视电话会议强调 坚决贯彻落实上级部署 坚决打赢防汛救灾主动仗"
INFO = "来源:皖江日报\u2003时间:2020-02-06\u2003浏览量 :4864"
_LEAD = "\u00a0 \u00a0 \u00a0 "
#: As the page has it: eleven pieces, of which the seventh holds two paragraphs.
RAW = tuple(
    _LEAD + text
    for text in (
        "本报讯(通讯员 宗甲 记者 吴乙丙)2月5日下午,市防汛指挥部会议在青川召开。会议认真学习有关文件精神,分析研判全市当前防汛形势 ,研究部署下一阶段防汛工作 。 ",
        "会议分两个阶段进行,市长、指挥长钱某某主持第一阶段会议,并在第二阶段会议上讲话。副市长参加。市直有关单位负责同志出席 。 ",
        "会议指出,防汛救灾关系人民群众生命财产安全 ,为做好工作提供了思想上的“压舱石”;坚持问题导向 ,科学研判当前雨情水情 ,为打赢主动仗提供了行动上的“定盘星” 。 ",
        "会议强调 ,当前全市防汛形势仍然严峻复杂,决不能有丝毫麻痹思想、厌战情绪、侥幸心理、松劲心态,必须坚持从最坏处着想、向最好处努力。",
        "会议要求 ,要聚焦“一盘棋” ,坚持统一指挥、统一协调、统一调度,做到令行禁止。各地各部门要增强“四个意识” 、做到“两个确保” ,始终把责任扛在肩上。 ",
        "要以隐患排查为切入点  ,抓好水库、堤坝、山塘、城市易涝点等重点部位的巡查值守;要备足物资,做到关键时刻拿得出 、调得快、用得上。 ",
        "要压实责任,落实包保制度,关心一线人员,做好人文关怀。\u00a0 会议强调 ,要聚焦“最后一公里”,把预警信息及时送到每家每户,切实做到不漏一户、不落一人。",
        "要统筹抓好生产,推动经济平稳运行,努力完成全年目标任务。要加强市场监管,保障粮油肉菜等重要民生商品供应充足、价格稳定。 ",
        "要严明纪律,对工作不力、失职渎职的严肃追责问责。要加强宣传引导,及时回应社会关切,凝聚起众志成城、共克时艰的强大合力。 ",
        "要总结经验,补齐短板 ,提高应急工作科学化、专业化、智能化、精细化水平,完善基层治理体系,筑牢防灾减灾救灾的人民防线。 ",
        " 会议以电视电话会议形式召开。各县(市 、区)设分会场 。 ",
    )
)
PARAGRAPHS = (
    "本报讯（通讯员 宗甲 记者 吴乙丙）2月5日下午，市防汛指挥部会议在青川召开。会议认真学习有关文件精神，分析研判全市当前防汛形势，研究部署下一阶段防汛工作。",
    "会议分两个阶段进行，市长、指挥长钱某某主持第一阶段会议，并在第二阶段会议上讲话。副市长参加。市直有关单位负责同志出席。",
    "会议指出，防汛救灾关系人民群众生命财产安全，为做好工作提供了思想上的“压舱石”；坚持问题导向，科学研判当前雨情水情，为打赢主动仗提供了行动上的“定盘星”。",
    "会议强调，当前全市防汛形势仍然严峻复杂，决不能有丝毫麻痹思想、厌战情绪、侥幸心理、松劲心态，必须坚持从最坏处着想、向最好处努力。",
    "会议要求，要聚焦“一盘棋”，坚持统一指挥、统一协调、统一调度，做到令行禁止。各地各部门要增强“四个意识”、做到“两个确保”，始终把责任扛在肩上。",
    "要以隐患排查为切入点，抓好水库、堤坝、山塘、城市易涝点等重点部位的巡查值守；要备足物资，做到关键时刻拿得出、调得快、用得上。",
    "要压实责任，落实包保制度，关心一线人员，做好人文关怀。",
    "会议强调，要聚焦“最后一公里”，把预警信息及时送到每家每户，切实做到不漏一户、不落一人。",
    "要统筹抓好生产，推动经济平稳运行，努力完成全年目标任务。要加强市场监管，保障粮油肉菜等重要民生商品供应充足、价格稳定。",
    "要严明纪律，对工作不力、失职渎职的严肃追责问责。要加强宣传引导，及时回应社会关切，凝聚起众志成城、共克时艰的强大合力。",
    "要总结经验，补齐短板，提高应急工作科学化、专业化、智能化、精细化水平，完善基层治理体系，筑牢防灾减灾救灾的人民防线。",
    "会议以电视电话会议形式召开。各县（市、区）设分会场。",
)


def coded(text: str) -> str:
    """Return *text* as an editor of the time wrote it into HTML."""
    return escape(text).replace("\u00a0", "&nbsp;").replace("\u2003", "&emsp;")


_BODY = [coded(text) for text in RAW]
_P = "".join(f"<p>{text}</p>\n" for text in _BODY)
_NAV = "".join(
    f'<li><a href="/{n}.html">{word}</a></li>'
    for n, word in enumerate("首页 要闻 政务 公告 联系我们".split())
)
_NAV = f'<ul class="nav">{_NAV}</ul>'
_FOOT = f'<div class="footer"><p>Copyright © 2020 {SITE} 版权所有</p><a href="/sitemap.xml">XML地图</a></div>'
_HEAD = f'<html><head><meta charset="utf-8"><title>{TITLE} - {SITE}</title></head>'
_LINE = coded(INFO)
_FACTS = INFO.split("\u2003")


def _page(body: str, head: str = _HEAD) -> str:
    return f"{head}<body>{body}</body></html>"


def _classic(
    title: str = f"<h1>{TITLE}</h1>", info: str = _LINE, body: str = _P, after: str = ""
) -> str:
    return _page(
        f'<div class="logo">{SITE}</div><div class="menu">{_NAV}</div><div class="main">{title}'
        f'<div class="info">{info}</div><div class="content">{body}</div>{after}</div>{_FOOT}'
    )


def _rows(*cells: str) -> str:
    return "".join(f"<tr><td>{cell}</td></tr>" for cell in cells)


_SPANS = "".join(f"<span>{coded(fact)}</span>" for fact in _FACTS)
_BR = "<br>".join("\u3000\u3000" + coded(text.lstrip()) for text in RAW)
_BARE_HEAD = f"<html><head><title>{SITE}</title></head>"

WRAPPINGS = {
    "nav list, h1, info line and p": _page(
        f"<h2>{SITE}</h2>{_NAV}<h1>{TITLE}</h1><p>{_LINE}</p>{_P}XML地图"
    ),
    "divs with class names": _classic(),
    "br only with full-width indents": _page(
        f"<div>{SITE}</div>{_NAV}<h1>{TITLE}</h1><div>{_LINE}</div><div>{_BR}</div>{_FOOT}"
    ),
    "div and span without any p": _page(
        f"<div>{SITE}</div>{_NAV}<div>{TITLE}</div><div>{_SPANS}</div><div>"
        + "".join(f"<div><span>{t[:40]}</span><span>{t[40:]}</span></div>\n" for t in _BODY)
        + f"</div>{_FOOT}",
        "<html>",
    ),
    "one p with br and nbsp": _page(
        f"{SITE}{_NAV}<h1>{TITLE}</h1><span>{_LINE}</span><p>"
        + "<br />".join(_BODY)
        + f"</p>{_FOOT}"
    ),
    "layout tables without h1": _page(
        f"<table>{_rows(SITE, _NAV)}</table><table><tr><td>左栏<br><a href=a>公司简介</a></td><td><table>"
        + _rows(f"<b>{TITLE}</b>", _LINE, _P)
        + f"</table></td></tr></table><table>{_rows('<a href=/s.xml>XML地图</a>')}</table>",
        _BARE_HEAD,
    ),
    "upper case, center and font": _page(
        f"<CENTER><FONT SIZE=2>{SITE}</FONT></CENTER><CENTER><B><FONT SIZE=5>{TITLE}</FONT></B></CENTER>"
        f"<CENTER>{_LINE}</CENTER>"
        + "".join(f"<FONT SIZE=3><P ALIGN=left>{t}</P></FONT>" for t in _BODY)
        + "<HR><CENTER>XML地图</CENTER>",
        _BARE_HEAD,
    ),
    "a table row for every paragraph": _page(
        f"<table>{_rows(SITE)}</table><table>{_rows(TITLE, _LINE, *_BODY, 'XML地图')}</table>",
        "<html>",
    ),
    "early end of the page": _classic().replace(
        '<div class="content">', '</body></html><div class="content">'
    ),
    "body invisible until a script runs": _classic().replace(
        'class="content"', 'class="content" style="visibility:hidden"'
    ),
    "whole page hidden": _classic().replace("<body>", '<body style="display:none">'),
    "class names that hold nav": _classic()
    .replace('"content"', '"navigator-body"')
    .replace('"main"', '"nav"'),
    "title only in the head": _page(f"<div>{SITE}</div>{_NAV}<div>{_LINE}</div>{_P}{_FOOT}"),
    "title broken in three": _classic(title="<h1>" + "<br>".join(TITLE.split()) + "</h1>"),
    "title broken in three without heading": _classic(
        title="<div>" + "<br>".join(TITLE.split()) + "</div>"
    ),
    "info in list items": _classic(
        info="<ul>" + "".join(f"<li>{f}</li>" for f in _FACTS) + "</ul>"
    ),
    "info with bars": _classic(info=" | ".join(_FACTS)),
    "info glued together": _classic(info="".join(_FACTS)),
    "info in table cells": _classic(
        info="<table><tr><td>来源：</td><td>皖江日报</td><td>时间：</td><td>2020-02-06</td>"
        "<td>浏览量：</td><td>4864</td></tr></table>"
    ),
    "info without labels": _classic(info="2020年2月6日 08:30　皖江日报　浏览 4864 次"),
    "info with many labels": _classic(
        info="【字体：大 中 小】 来源:<a href=http://x.cn>皖江日报</a> 责任编辑：李平 发布时间:2020/02/06 点击数:<i>4864</i>"
    ),
    "comments and scripts inside": _classic(
        body=_P.replace("会议", "<!-- 会 --><script>var a='<p>广告,广告。</p>';</script>会议", 1)
    ),
    "everything that sites add below": _classic(
        after="<p>责任编辑：王小二</p><div class=share>分享到：<a href=#>微信</a></div>"
        "<p>上一篇：<a href=1>市政府召开常务会议</a></p><p>下一篇：<a href=2>全市经济工作会议召开</a></p>"
        "<h3>相关阅读</h3><ul><li><a href=x>指挥部公告第一号</a></li><li><a href=y>雨情通报</a></li></ul>"
        "<p>版权声明：本网转载的文章版权归原作者所有，如有侵权，请联系我们删除，谢谢合作。</p>"
    ),
    "html5 article": _page(
        f"<header><a href=/>{SITE}</a>{_NAV}</header><main><article><header><h1>{TITLE}</h1>"
        f"<p>{_LINE}</p></header>{_P}<footer>XML地图</footer></article></main>"
    ),
    "whole page in a form": _classic().replace(
        "<body>", "<body><form action=x><input type=hidden>"
    ),
    "body in two boxes": _classic(
        body=f"<div class=a>{''.join(f'<p>{t}</p>' for t in _BODY[:8])}</div>"
        f"<div class=a>{''.join(f'<p>{t}</p>' for t in _BODY[8:])}</div>"
    ),
    "info above the title": _classic(title="", info="").replace(
        '<div class="info"></div>', f'<div class="info">{_LINE}</div><h1>{TITLE}</h1>'
    ),
    "info in a definition list": _classic(
        info="<dl><dt>来源</dt><dd>皖江日报</dd><dt>时间</dt><dd>2020-02-06</dd><dt>浏览量</dt><dd>4864</dd></dl>"
    ),
    "info line inside the body": _classic(info="", body=f"<p>{_LINE}</p>{_P}"),
    "advertisement in the middle": _classic(
        body=_P.replace(
            "</p>\n", '</p><div class="ad"><a href=x><img src=ad.gif></a><p>广告</p></div>\n', 3
        )
    ),
    "comments longer than the article": _classic(
        after='<div class="comments"><h3>网友评论</h3>'
        + "<p>网友甲：支持，支持，加油，一定能赢！</p>" * 80
        + "</div>"
    ),
    "side column of text": _classic().replace(
        '<div class="footer">',
        f'<div class="sidebar"><h3>简介</h3><p>{"本市位于江淮之间，山水秀美，历史悠久。" * 12}</p></div><div class="footer">',
    ),
    "site name first in the head": _classic().replace(f"{TITLE} - {SITE}", f"{SITE}_{TITLE}"),
    "slogan in the head": _classic(title=f"<div>{TITLE}</div>").replace(
        f"{TITLE} - {SITE}", f"{SITE}-专业的政务信息综合服务平台官网"
    ),
    "crumbs above the title": _classic(
        title=f"<div>当前位置：<a href=/>首页</a> &gt; <a href=/n>要闻</a> &gt; {TITLE}</div><h1>{TITLE}</h1>"
    ),
    "today on top": _page(
        f"<div>今天是2024年3月5日 星期二 欢迎访问</div><div>{_LINE}</div>{_P}{_FOOT}"
    ),
    "office mark-up": _classic(
        body=_P.replace(
            "<p>", "<p class=MsoNormal><span lang=EN-US><o:p></o:p></span><span>"
        ).replace("</p>", "</span></p>")
    ),
    "empty paragraphs between": _classic(body=_P.replace("</p>", "</p><p>&nbsp;</p>")),
    "bold beginnings": _classic(body="".join(f"<p><b>{t[:40]}</b>{t[40:]}</p>" for t in _BODY)),
    "text in pre": "<html><body><pre>"
    + "\n".join((SITE, TITLE, INFO, *RAW, "XML地图"))
    + "</pre></body></html>",
}

ENCODINGS = {
    "utf-8": lambda page: page.encode(),
    "gb18030 labelled gb2312": lambda page: page.replace("utf-8", "gb2312").encode("gb18030"),
    "gb18030 without label": lambda page: page.replace('<meta charset="utf-8">', "").encode(
        "gb18030"
    ),
    "utf-8 labelled gb2312": lambda page: page.replace("utf-8", "gb2312").encode(),
    "utf-8 without label": lambda page: page.replace('<meta charset="utf-8">', "").encode(),
    "gb18030 labelled utf-8": lambda page: page.encode("gb18030"),
    "utf-16 with a mark": lambda page: page.encode("utf-16"),
}
