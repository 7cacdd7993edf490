"""What stands round the article on the pages of news sites, all of it made up."""

from __future__ import annotations

from portals.story import Story

_HEADLINES = (
    "市政府召开常务会议研究部署安全生产",
    "春运首日发送旅客四十二万人次",
    "专家解读新一轮医保目录调整",
    "南屏大桥合龙 两岸居民十分钟可达",
    "今年高校毕业生预计再创新高",
    "楼市观察：二手房成交量连续三周回升",
    "这些食品抽检不合格，看看你家有没有",
    "网红书店为何又火了",
    "台风“海燕”今夜登陆 多地停课",
    "世界杯预选赛国足客场战平",
)
_COMMENTS = (
    "说得好，早该这样了，我们那儿，修了三年，路还没通，领导来了，又走了，到底，谁来管，真急人。",
    "支持，赞一个，不过，希望，别光说不练，钱要花在刀刃上，账目，也要公开，老百姓，心里有杆秤，对吧。",
    "沙发，哈哈，看完了，感觉，写得还行，就是，数字太多，图太少，下次，多来点现场图，谢谢，小编。",
    "我就是当地的，实话实说，变化，确实大，不过，停车还是难，买菜，也贵了，上学，倒是近了，总体，满意。",
)


def p(texts: tuple[str, ...], *, indent: str = "　　", attributes: str = "") -> str:
    return "\n".join(f"<p{attributes}>{indent}{text}</p>" for text in texts)


def br(texts: tuple[str, ...], *, gap: str = "<br><br>\n") -> str:
    return gap.join(f"　　{text}" for text in texts)


def nav(*, tag: str = "div") -> str:
    names = [
        "首页",
        "新闻",
        "国内",
        "国际",
        "社会",
        "军事",
        "财经",
        "股票",
        "科技",
        "体育",
        "娱乐",
        "汽车",
        "房产",
        "教育",
        "健康",
        "博客",
        "视频",
        "图片",
    ]
    links = " ".join(f'<a href="http://{n}.example.cn/">{t}</a>' for n, t in enumerate(names))
    return f'<{tag} class="nav">{links}</{tag}>'


def headlines(count: int = 8, *, start: int = 0) -> str:
    picked = (_HEADLINES[(start + n) % len(_HEADLINES)] for n in range(count))
    return "".join(f'<li><a href="/n/{start}{n}.shtml">{t}</a></li>' for n, t in enumerate(picked))


def related(word: str = "相关新闻", *, name: str = "xgxw") -> str:
    return f'<div class="{name}"><h3>{word}</h3><ul>{headlines(6)}</ul></div>'


def side(name: str = "right") -> str:
    box = '<div class="mod"><h2><a href="/top">{}</a></h2><ul>{}</ul></div>'
    boxes = "".join(
        box.format(word, headlines(8, start=n))
        for n, word in enumerate(("新闻排行", "热点推荐", "图片新闻", "视频"))
    )
    return f'<div class="{name}">{boxes}</div>'


def comments(name: str = "comment_list") -> str:
    item = (
        '<div class="item"><div class="u"><a href="/u/{n}">网友{n}8**3</a> [浙江杭州] '
        "<span>2分钟前</span></div><p>{t}</p><div><a>回复</a> <a>顶(3{n})</a> <a>举报</a></div></div>"
    )
    items = "".join(item.format(n=n, t=t) for n, t in enumerate(_COMMENTS * 2))
    return f'<div class="{name}"><h4>网友评论</h4>{items}</div>'


def share() -> str:
    return (
        '<div class="bdsharebuttonbox"><span>分享到：</span><a>新浪微博</a><a>微信</a><a>QQ空间</a>'
        "<a>人人网</a></div>"
    )


def disclaimer(site: str = "本网") -> str:
    return (
        f"<p>免责声明：{site}刊登此文仅为传递信息，不代表{site}赞同其观点，也不对其真实性负责，"
        "如涉及作品内容、版权和其它问题，请在30日内与我们联系，我们将在第一时间处理。</p>"
    )


def foot(site: str = "某某网") -> str:
    return (
        f'<div class="footer"><p><a href="/about">关于我们</a> | <a href="/ad">广告服务</a> | '
        f'<a href="/job">招聘信息</a> | <a href="/map">网站地图</a></p><p>{site}版权所有 '
        "Copyright &copy; 1998-2023 All Rights Reserved 京ICP证000007号</p></div>"
    )


def picture(s: Story, number: int = 0) -> str:
    return (
        f'<img src="http://i.example.cn/{s.number}/{number}.jpg" width="550" height="366" alt="">'
    )


def html(title: str, body: str, head: str = "", *, script: str = "") -> str:
    return (
        '<!DOCTYPE html><html><head><meta charset="utf-8">'
        f"<title>{title}</title>{head}<script>var _hmt=_hmt||[];(function(){{{script}}})();</script>"
        f"</head><body>{body}</body></html>"
    )
