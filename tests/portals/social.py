"""Accounts, magazines, boards and trade sites; galleries, broadcasts, parts of articles."""

from __future__ import annotations

from portals.furniture import (
    comments,
    foot,
    headlines,
    html,
    nav,
    p,
    picture,
    related,
    share,
    side,
)
from portals.story import Story, shape


@shape("weixin: rich_media_content of sections, date in a script", "date source author", pictures=2)
def weixin(s: Story) -> str:
    sections = "".join(
        f'<section style="margin:0 8px;line-height:1.75em"><section><span style="font-size:15px">{t}</span></section></section><section><br></section>'
        for t in s.paragraphs
    )
    lazy = '<section style="text-align:center"><img class="rich_pages" data-src="https://mmbiz.qpic.cn/a{}/640?wx_fmt=jpeg" data-ratio="0.66" data-type="jpeg" data-w="1080"></section>'
    return html(
        "",
        f'<div id="js_article" class="rich_media"><div class="rich_media_inner"><div id="page-content" class="rich_media_area_primary"><div class="rich_media_area_primary_inner"><div id="img-content" class="rich_media_wrp"><h1 class="rich_media_title" id="activity-name">\n{s.title}\n</h1><div id="meta_content" class="rich_media_meta_list"><span id="copyright_logo" class="rich_media_meta icon_appmsg_tag">原创</span><span class="rich_media_meta rich_media_meta_text">{s.author}</span><span class="rich_media_meta rich_media_meta_nickname" id="profileBt"><a href="javascript:void(0);" id="js_name">{s.source}</a></span><em id="publish_time" class="rich_media_meta rich_media_meta_text"></em></div>'
        f'<div class="rich_media_content js_underline_content" id="js_content" style="visibility: hidden;">{lazy.format(1)}{sections}{lazy.format(2)}</div><div class="rich_media_tool"><div>阅读 <span>10万+</span></div><div id="js_toobar3">喜欢此内容的人还喜欢</div></div></div></div></div></div></div>',
        f'<meta property="og:title" content="{s.title}"><meta name="author" content="{s.author}">',
        script=f'var publish_time = "{s.day}" || ""; var ct="1"; var createTime = \'{s.date}\';',
    )


@shape("toutiao: article-content with plain meta", "date author", pictures=1)
def toutiao(s: Story) -> str:
    return html(
        f"{s.title}-今日头条",
        f'<div class="header">{nav()}</div><div class="article-detail-container"><div class="main"><div class="article-content"><h1>{s.title}</h1><div class="article-meta"><span>{s.date}</span><span class="dot">·</span><span class="name"><a href="/c/user/1/">{s.author}</a></span></div><article class="syl-article-base tt-article-content">{p(s.paragraphs, indent="")}<div class="pgc-img">{picture(s)}<p class="pgc-img-caption">{s.captions[0]}</p></div></article></div><div class="detail-interaction"><div>举报</div><div>评论 23</div></div>{comments("ttp-comment-block")}</div><div class="right-sidebar">{side()}</div></div>',
        f'<script type="application/ld+json">{{"@type":"NewsArticle","datePublished":"{s.day}T{s.clock}:00+08:00","author":{{"@type":"Person","name":"{s.author}"}}}}</script>',
    )


@shape("baijiahao: spans in boxes, author as account", pictures=1)
def baijiahao(s: Story) -> str:
    texts = "".join(
        f'<div class="_18p7x"><div class="dpu8C _2kCxD"><p><span class="bjh-p">{t}</span></p></div></div>'
        for t in s.paragraphs
    )
    return html(
        s.title,
        f'<div id="ssr-content" class="app-module"><div class="_2jN0Y"><div class="EaCvy"><div id="header"><div class="_28fPT"><div class="sKHSJ">{s.title}</div><div class="_2sjh9"><div class="_1y4q3"><a><img src="http://h/a.jpg" width=36></a></div><div class="_2gGWi"><div><a class="_7y5nA">{s.source}</a></div><div class="_2Wctx"><span class="_10s4U">{s.day[0:4]}-{s.day[5:]} {s.clock}</span><span class="_2Wc2f">北京</span><span>{s.source}官方帐号</span></div></div></div></div></div><div class="_2jN1a"><div class="_18p7x"><div class="_2NCHg">{picture(s)}</div></div>{texts}</div><div class="_3hMwG">举报/反馈</div>{comments("xcp-list")}</div><div class="_1nP0r">{side("recommend")}</div></div></div>',
    )


@shape("weibo article: WB_editor", "date", pictures=1)
def weibo(s: Story) -> str:
    return html(
        s.title,
        f'<div class="WB_artical"><div class="main_editor"><div class="title" node-type="articleTitle">{s.title}</div><div class="authorinfo S_txt2"><div class="W_fl"><span class="subinfo"><img src="http://h.jpg" width=24><a href="/u">{s.author}</a></span><span class="time">发布时间：{s.date}</span></div></div><div class="WB_editor_iframe_new" node-type="contentBody">{p(s.paragraphs, indent="", attributes=" align=justify")}<p img-box="img-box" class="picbox"><figure class="image">{picture(s)}<figcaption>{s.captions[0]}</figcaption></figure></p></div><div class="artical_add_box"><div class="WB_feed_handle"><span>阅读数 8234</span> 收藏 转发 评论</div></div></div></div>',
    ).replace("发布时间：", "发布时间：")


@shape("ithome: news_info, paragraph, ad tips", "date source author editor", pictures=1)
def ithome(s: Story) -> str:
    return html(
        f"{s.title} - IT之家",
        f'<div id="nav">{nav()}</div><div id="dt"><div class="fl content"><div class="cv"><a>首页</a> &gt; <a>科技之门</a></div><h1>{s.title}</h1><div class="info"><span id="pubtime_baidu">{s.date.replace("-", "/")}:39</span><span class="source" id="source_baidu">来源：<a>{s.source}</a></span><span class="author" id="author_baidu">作者：<strong>{s.author}</strong></span><span class="editor" id="editor_baidu">责编：<strong>{s.editor}</strong></span><span>评论：<span id="commentcount">89</span></span></div><div class="post_content" id="paragraph">{p(s.paragraphs, indent="")}<p>{picture(s)}</p><p class="ad-tips">广告声明：文内含有的对外跳转链接（包括不限于超链接、二维码、口令等形式），用于传递更多信息，节省甄选时间，结果仅供参考，IT之家所有文章均包含本声明。</p></div><div class="tougao-user">投稿</div>{share()}<div class="related_post"><h3>相关文章</h3><ul>{headlines(4)}</ul><p>关键词：<a>改造</a>，<a>芯片</a></p></div>{comments("post_comm")}</div><div class="fr">{side()}</div></div>{foot("软媒")}',
    )


@shape("cnbeta: article-summary above content, byline", "date source", pictures=1)
def cnbeta(s: Story) -> str:
    return html(
        f"{s.title} - cnBeta.COM 移动版",
        f'{nav()}<div class="cnbeta-article"><header class="title"><h1>{s.title}</h1><div class="meta"><span>{s.han_day} {s.clock}</span><span class="source">稿源：<a><span>{s.source}</span></a></span><span>1条评论</span></div></header><div class="cnbeta-article-body"><div class="article-summary"><p class="article-topic"><a><img src="http://t.png" width=48></a></p></div><div class="article-content" id="artibody">{p(s.paragraphs, indent="")}<p style="text-align:center">{picture(s)}</p></div></div><div class="article-global">我们在FebBox(https://www.example.com/cnbeta) 开通了新的频道，更适合被科学上网封锁的用户访问。</div></div>{comments()}{side()}{foot("cnBeta")}',
    )


@shape("mydrivers: news_bt, views, news_info", "date source author editor", pictures=1)
def mydrivers(s: Story) -> str:
    return html(
        f"{s.title}--快科技--科技改变未来",
        f'{nav()}<div class="main"><div class="main_left"><div class="news_bt" id="thread_subject">{s.title}</div><div class="news_bt1"><div class="news_bt1_left">{s.day} {s.clock}:37　出处：<a>{s.source}</a> 作者：{s.author} 编辑：{s.editor}　　<a>评论(0)</a><a>点击可以复制本篇文章的标题和链接</a></div></div><div class="news_info"><p>{s.paragraphs[0]}</p>{p(s.paragraphs[1:], indent="")}<p style="text-align:center"><a href="http://img/{s.number}.jpg">{picture(s)}</a></p><p class="url"><span>【本文结束】</span>如需转载请务必注明出处：快科技</p><p class="bqian"><a>#湿地</a></p></div><div class="news_hot">{related("今日热点")}</div></div>{side()}</div>{foot("驱动之家")}',
    )


@shape("pconline: pages of one article, art-info", "date source author editor", pictures=1)
def pconline(s: Story) -> str:
    return html(
        f"{s.title}-太平洋电脑网",
        f'{nav()}<div class="wrap"><div class="crumb">您的位置：<a>太平洋电脑网</a>&gt; <a>产业资讯</a>&gt;正文</div><div class="article"><h1 class="artTitle">{s.title}</h1><div class="artInfo"><span class="pubTime">{s.date}</span> 出处：{s.source} 作者：{s.author} 责任编辑：{s.editor}</div><div class="content"><div class="digest"></div><p style="text-align:center">{picture(s)}</p><p style="text-align:center">{s.captions[0]}</p>{p(s.paragraphs)}<div class="pconline_page"><em>1</em><a href="1_1.html">2</a><a href="1_2.html">3</a><a href="1_1.html" class="next">下一页</a></div><div class="artPages"><p>本文导航</p><ul><li>第1页：现场</li><li><a href="1_1.html">第2页：回应</a></li><li><a href="1_2.html">第3页：专家观点</a></li></ul></div></div></div>{side()}</div>{foot("太平洋")}',
    )


@shape("autohome: article-info with type, content blocks", "date source author editor", pictures=2)
def autohome(s: Story) -> str:
    return html(
        f"【图】{s.title}_汽车之家",
        f'{nav()}<div class="container article"><div id="articlewrap"><h1>{s.title}</h1><div class="article-info"><span class="time">{s.han_day} {s.clock}</span><span class="source">来源：<a>{s.source}</a></span><span class="type">类型：原创</span><span>编辑：<a>{s.editor}</a></span><div class="comment-box"><a>评论<em>12</em></a></div></div><div class="details" id="articleContent"><p>　　<strong>[汽车之家 行业]</strong>　{s.paragraphs[0]}</p><p align="center"><a href="/pic/1"><img src="http://car/1.jpg" width=620 height=465></a></p><p align="center"><a href="/pic/2"><img src="http://car/2.jpg" width=620 height=465></a></p>{p(s.paragraphs[1:])}<p>（文/汽车之家 {s.author}）</p></div></div></div>{side()}{foot("汽车之家")}',
    ).replace("<strong>[汽车之家 行业]</strong>　", "")


@shape("douban note: note-header, pl", "date author", pictures=1)
def douban(s: Story) -> str:
    return html(
        s.title,
        f'{nav()}<div id="wrapper"><div id="content"><div class="grid-16-8 clearfix"><div class="article"><div class="note-container"><div class="note-header note-header-container"><div class="note_author_info"><a href="/people/1/">{s.author}</a> <span class="pub-date">{s.date}:12</span></div><h1>{s.title}</h1></div><div class="note" id="link-report"><div class="note">{p(s.paragraphs, indent="")}<div class="image-container"><div class="image-wrapper">{picture(s)}</div><div class="image-caption">{s.captions[0]}</div></div></div></div><div class="copyright-claim">© 本文版权归作者 <a>{s.author}</a> 所有，任何形式转载请联系作者。</div></div></div><div class="aside">{side()}</div></div>{comments("comments")}</div></div>',
    )


@shape("zhihu column: Post-RichText, author card, edited at", "date author", pictures=1)
def zhihu(s: Story) -> str:
    return html(
        f"{s.title} - 知乎",
        f'<div id="root"><div class="App"><header class="ColumnPageHeader">{nav()}</header><article class="Post-Main"><header class="Post-Header"><h1 class="Post-Title">{s.title}</h1><div class="Post-Author"><div class="AuthorInfo"><meta itemprop="name" content="{s.author}"><div class="AuthorInfo-content"><div class="AuthorInfo-head"><a class="UserLink-link">{s.author}</a></div><div class="AuthorInfo-detail">公共政策研究者</div></div></div></div><div>326 人赞同了该文章</div></header><div class="Post-RichTextContainer"><div class="RichText ztext Post-RichText">{p(s.paragraphs, indent="")}<figure><noscript>{picture(s)}</noscript><img src="data:image/svg+xml;utf8,&lt;svg&gt;&lt;/svg&gt;" data-actualsrc="https://pic1.example.com/{s.number}.jpg" class="lazy"><figcaption>{s.captions[0]}</figcaption></figure></div></div><div class="ContentItem-time">发布于 {s.date}</div><div class="Post-topicsAndReviewer"><a>民生</a></div><div class="RichContent-actions"><button>赞同 326</button><button>20 条评论</button></div></article>{comments("Comments")}</div></div>',
        f'<meta itemprop="datePublished" content="{s.day}T{s.clock}:00+08:00">',
    )


@shape("jianshu: article with stats, author above", "date author", pictures=1)
def jianshu(s: Story) -> str:
    return html(
        f"{s.title} - 简书",
        f'{nav()}<div id="__next"><div class="_21bLU4"><div role="main" class="_gp-ck"><section class="ouvJEz"><h1 class="_1RuRku">{s.title}</h1><div class="rEsl9f"><div class="_2mYfmT"><a class="_1OhGeD" href="/u/1">{s.author}</a></div><div class="s-dsoj"><time datetime="{s.day}T{s.clock}:00.000Z">{s.day.replace("-", ".")} {s.clock}:00</time><span>字数 1,203</span><span>阅读 2,345</span></div></div><article class="_2rhmJa">{p(s.paragraphs, indent="")}<div class="image-package"><div class="image-container"><div class="image-view">{picture(s)}</div></div><div class="image-caption">{s.captions[0]}</div></div></article><div></div><div class="_1kCBjS"><span>98人点赞</span></div><div class="_19DgIp"></div><div class="d0hShY">{s.author} 总资产32 共写了12.8W字 获得1,023个赞 共388个粉丝</div></section>{comments("_2z")}</div></div></div>',
    )


@shape("photo gallery: pictures with a sentence each", "date source", pictures=6)
def gallery(s: Story) -> str:
    items = "".join(
        f'<div class="pic"><p align="center"><img src="http://g/{s.number}_{n}.jpg" width=900 height=600></p><p>　　{t}</p></div>'
        for n, t in enumerate(s.paragraphs[:6])
    )
    rest = p(s.paragraphs[6:])
    return html(
        f"{s.title}-图片频道",
        f'{nav()}<div class="wrap"><h1>{s.title}</h1><div class="info">{s.date} 来源：{s.source}</div><div class="content">{items}{rest}</div><div class="pages"><a href="1.htm">1</a> <a href="2.htm">2</a> <a href="2.htm">下一页</a></div>{related("精彩图集")}</div>{side()}{foot()}',
    )


@shape("interview: questions in bold", "date source author", pictures=1)
def interview(s: Story) -> str:
    talk = "".join(
        f"<p><strong>　　记者：请谈谈第{'一二三四五六七八九十百千'[n]}个问题，您怎么看？</strong></p><p>　　{t}</p>"
        for n, t in enumerate(s.paragraphs)
    )
    return html(
        f"{s.title}_访谈_某某网",
        f'{nav()}<div class="main"><h1>{s.title}</h1><div class="msg">{s.date}　来源：{s.source}　作者：{s.author}</div><div class="txt"><p align="center">{picture(s)}</p>{talk}</div>{share()}</div>{side()}{foot()}',
    )


@shape(
    "browser copy: comments of the saver, absolute paths, base", "date source editor", pictures=1
)
def saved(s: Story) -> str:
    return f'<!DOCTYPE html>\n<!-- saved from url=(0044)http://news.example.cn/2012/1.shtml -->\n<html xmlns="http://www.w3.org/1999/xhtml"><head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8"><title>{s.title}_某某网</title><link rel="stylesheet" href="./x_files/a.css"><script src="./x_files/h.js"></script></head><body style="zoom: 1;"><div id="ad1" style="position:fixed"><iframe src="./x_files/saved_resource.html"></iframe></div>{nav()}<div class="article"><h1>{s.title}</h1><div class="date"><span>{s.han_day}{s.clock}</span><span>来源：{s.source}</span></div><div id="main" class="zw"><p><img src="./x_files/1.jpg" width=500 height=300></p>{p(s.paragraphs)}<p>　　（编辑：{s.editor}）</p></div>{related()}</div>{side()}{foot()}<script>document.write("<p>脚本写的话，不该出现，也不会出现，在正文里。</p>")</script></body></html>'


@shape("live ticker: times before each entry", "date source", pictures=0)
def ticker(s: Story) -> str:
    items = "".join(
        f'<li class="live-item"><span class="t">{n + 9:02}:30</span><p>{t}</p></li>'
        for n, t in enumerate(s.paragraphs)
    )
    return html(
        f"直播：{s.title}",
        f'{nav()}<div class="main"><h1>{s.title}</h1><div class="info"><span>{s.date}</span> <span>来源：{s.source}</span></div><ul class="live-list">{items}</ul></div>{side()}{foot()}',
    )


@shape("roundup: each paragraph a link to its source", "date source editor", pictures=0)
def roundup(s: Story) -> str:
    items = "".join(
        f'<p><strong><a href="http://n/{n}.html">要点{n + 1}：{t[:14]}</a></strong></p><p>{t}<a href="http://n/{n}.html">【详细】</a></p>'
        for n, t in enumerate(s.paragraphs)
    )
    return html(
        f"早报：{s.title}",
        f'{nav()}<div class="main"><h1>{s.title}</h1><div class="info"><span>{s.date}</span> <span>来源：{s.source}</span></div><div class="article-body">{items}<p>（编辑 {s.editor}）</p></div></div>{side()}{foot()}',
    )
