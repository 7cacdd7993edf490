"""News sites of the mobile years: boxes, data in scripts, parts drawn later."""

from __future__ import annotations

import json

from portals.furniture import (
    br,
    comments,
    disclaimer,
    foot,
    html,
    nav,
    p,
    picture,
    related,
    share,
    side,
)
from portals.story import Story, shape


def _ld(s: Story, **more: object) -> str:
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": s.title,
        "datePublished": f"{s.day}T{s.clock}:00+08:00",
        **more,
    }
    return f'<script type="application/ld+json">{json.dumps(data, ensure_ascii=False)}</script>'


@shape("sohu mp: article info in data attributes, copy note", "date", pictures=1)
def sohu_mp(s: Story) -> str:
    return html(
        f"{s.title}_{s.source}",
        f'<div class="header-box">{nav()}</div><div class="wrapper-box"><div class="location-without-nav"></div><div class="area" id="article-container"><div class="left sidebar"><div class="column left"><div class="user-info" id="user-info"><div class="user-pic"><a><img src="http://a/h.jpg" width=70></a></div><h4><a href="/m">{s.source}</a></h4><dl class="user-num"><dd><span class="value">1283</span>文章</dd><dd><span class="value">2.3亿</span>总阅读</dd></dl><ul class="article-done"><li>查看TA的文章&gt;</li></ul></div></div></div><div class="left main"><div data-spm="content"><div class="text"><div class="text-title"><h1>{s.title}<span class="article-tag"></span></h1><div class="article-info"><span class="time" id="news-time" data-val="1">{s.day} {s.clock}</span><span class="tag-box">发布于：北京市</span></div></div>'
        f'<article class="article" id="mp-editor"><p data-role="original-title" style="display:none">原标题：{s.title}</p>{p(s.paragraphs, indent="")}<p class="ql-align-center">{picture(s)}</p><p data-role="editor-name">责任编辑：<span></span></p><a href="http://www.sohu.com/?x=1" class="backword"><i class="backsohu"></i>返回搜狐，查看更多</a></article><div id="articleTransfer"></div><div class="statement">平台声明：该文观点仅代表作者本人，搜狐号系信息发布平台，搜狐仅提供信息存储空间服务。</div><div class="bottom-relate-wrap clear"><div class="read-wrap"><span class="read-num">阅读 (<em></em>)</span></div></div></div></div>{comments("sohu-comment")}</div><div class="right sidebar">{side()}</div></div></div>{foot("搜狐")}',
    )


@shape("ifeng new: drawn from inline JSON, hashed classes", pictures=1)
def ifeng_new(s: Story) -> str:
    text = p(s.paragraphs, indent="") + f'<p class="detailPic">{picture(s)}</p>'
    data = {
        "docData": {
            "title": s.title,
            "newsTime": s.date + ":01",
            "source": s.source,
            "contentData": {"contentList": [{"data": text, "type": "text"}]},
        }
    }
    return html(
        f"{s.title}_凤凰网",
        f'<div id="root"><div class="index_containerBox_WOTFs"><div class="index_nav_1Lo">{nav()}</div><div class="index_leftContent_23v"><div class="index_artical_2sZ"><h1 class="index_title_B8mhI">{s.title}</h1><div class="index_info_3Wbq"><a><span class="index_sourceName_1">{s.source}</span></a><time class="index_timeBref_20">{s.han_day} {s.clock}:01</time><span>来自北京</span></div><div class="index_main_content_3z"><div class="index_text_D0U1y">{text}</div></div><div class="index_share_2">{share()}</div></div></div><div class="index_right_1">{side()}</div><div class="index_bottom">“特别声明：以上作品内容(包括在内的视频、图片或音频)为凤凰网旗下自媒体平台“大风号”用户上传并发布，本平台仅提供信息存储空间服务。</div></div></div>',
        script=f"var allData = {json.dumps(data, ensure_ascii=False)};",
    )


@shape("qq new: only script data and an empty root", "date source", pictures=0)
def tencent_new(s: Story) -> str:
    data = {
        "title": s.title,
        "pubtime": s.date + ":00",
        "media": s.source,
        "originContent": {"text": p(s.paragraphs, indent="")},
    }
    return html(
        f"{s.title}_腾讯新闻",
        '<div id="root"></div>',
        f'<meta property="og:title" content="{s.title}"><meta name="apub:time" content="{s.date}:00"><meta property="article:author" content="{s.source}">',
        script=f"window.DATA = {json.dumps(data, ensure_ascii=False)};",
    )


@shape("cctv: content_area with title, source time and editors", "date source editor", pictures=1)
def cctv(s: Story) -> str:
    return html(
        f"{s.title}_新闻频道_央视网(cctv.com)",
        f'{nav()}<div class="content_18313"><div class="title_area" id="title_area"><h1>{s.title}</h1><div class="info1">来源：{s.source} | {s.han_day} {s.clock}:20</div><div class="info2"><span class="laiyuan">原标题：</span></div></div><div class="text_area" id="text_area"><div class="content_area" id="content_area"><p style="text-align: center;">{picture(s)}</p><p class="photo_img_text" style="text-align:center">{s.captions[0]}</p>{p(s.paragraphs)}</div><div class="zebian"><span>编辑：{s.editor}</span><span> 责任编辑：刘亮</span></div></div><div class="fenye_area"></div>{related("返回顶部")}<div class="column_wrapper_r">{side()}</div></div>{foot("央视网")}',
    )


@shape("gmw: u-title, m-con-time", "date source editor", pictures=1)
def gmw(s: Story) -> str:
    return html(
        f"{s.title} _光明网",
        f'{nav()}<div class="g-main"><div class="m-title-box"><h1 class="u-title">{s.title}</h1><div class="m_tips"><span class="m-con-time">{s.date}</span><span class="m-con-source">来源：<a>{s.source}</a></span></div><div class="m-share">{share()}</div></div><div class="u-mainText"><p style="text-align:center">{picture(s)}</p>{p(s.paragraphs)}<div id="contentLiability">[ 责编：{s.editor} ]</div></div><div class="m-zbTool"><a>阅读剩余全文（<span></span>）</a></div><div class="u-relatedBox">{related()}</div>{side()}</div>{foot("光明网")}',
    )


@shape("china.com.cn: articleTitle, pub_date, center_box", "date source author editor", pictures=1)
def china_com_cn(s: Story) -> str:
    return html(
        f"{s.title}_中国网",
        f'{nav()}<div class="wrap"><div class="leftBox"><h1 class="articleTitle">{s.title}</h1><div class="infoBox"><span id="pubtime_baidu">发布时间：{s.day} {s.clock}:48</span> | <span id="source_baidu">来源：{s.source}</span> | <span id="author_baidu">作者：{s.author}</span> | <span id="editor_baidu">责任编辑：{s.editor}</span></div><div id="articleBody" class="center_box"><p>关键词： 民生 改造</p><p style="text-align:center">{picture(s)}</p><p style="text-align:center">{s.captions[0]}</p>{p(s.paragraphs)}</div><div class="pic_share">{share()}</div></div>{side()}</div>{foot("中国网")}',
    )


@shape("thepaper: header, cont and no labels", "date author source editor", pictures=1)
def thepaper(s: Story) -> str:
    ps = "".join(f"<p>{t}</p>" for t in s.paragraphs)
    return html(
        f"{s.title}_澎湃号·媒体_澎湃新闻-The Paper",
        f'<div class="index_nav">{nav()}</div><main><div class="index_wrapper__L"><div class="index_leftcontent__Yp"><h1 class="index_title__B8mhI">{s.title}</h1><div class="index_headerContent__Bz"><div>澎湃新闻记者 {s.author}</div><div class="ant-space"><div class="ant-space-item"><span>{s.date}</span></div><div class="ant-space-item"><span>来源：{s.source}</span></div></div><div class="index_column__h"><a>中国政库</a> &gt;</div><span>字号</span></div><div class="index_cententWrap__J"><img class="index_imgw" src="http://i/{s.number}.jpg" width=600 height=400><div class="index_pictitle">{s.captions[0]}</div>{ps}</div><div class="index_copyright"><div>责任编辑：{s.editor}</div><div>校对：张亮亮</div><div>澎湃新闻报料：021-962866</div><div>澎湃新闻，未经授权不得转载</div></div>{comments("index_comment")}</div><div class="index_rightcontent">{side("index_hot")}</div></div></main>',
    )


@shape("jiemian: article-header, author links", "date author", pictures=1)
def jiemian(s: Story) -> str:
    return (
        html(
            f"{s.title}|界面新闻 · 中国",
            f'{nav()}<div class="article-view"><div class="article-header"><h1>{s.title}</h1><p>{s.subtitle}，这意味着什么？</p></div><div class="article-info"><p><span class="author"><a href="/u/1.html">{s.author}</a></span>· <span data-article-publish-time="1">{s.date.replace("-", "/")}</span> <span>浏览 12.4w</span> <span>来源：</span></p></div><div class="article-main"><div class="article-img">{picture(s)}<p>{s.captions[0]}</p></div><div class="article-content">{p(s.paragraphs, indent="")}<p class="report-view">未经正式授权严禁转载本文，侵权必究。</p></div></div><div class="article-opt">{share()}</div>{comments()}</div>{side()}{foot("界面")}',
        )
        .replace(f"<p>{s.subtitle}，这意味着什么？</p>", "")
        .replace("<span>来源：</span>", "")
    )


@shape("caixin: artInfo, subhead, Main_Content_Val", "date source author", pictures=1)
def caixin(s: Story) -> str:
    return html(
        f"{s.title}_财新网",
        f'{nav()}<div class="comMain"><div class="conlf"><div id="the_content" class="article"><div id="conTit"><h1>{s.title}</h1><div id="artInfo" class="artInfo">{s.han_day} {s.clock} 来源于 <a>{s.source}</a> 作者：<a>{s.author}</a> <a id="tip">可以听文章啦！</a></div></div><div id="subhead" class="subhead">{s.subtitle}</div><div class="media pip"><dl><dt>{picture(s)}</dt><dd>{s.captions[0]}</dd></dl></div><div class="textbox"><div id="Main_Content_Val" class="text">{p(s.paragraphs)}</div><div class="fenxiang">{share()}</div></div></div><div class="idetor">责任编辑：许志强 | 版面编辑：李东昊</div><div class="lanmu_textend">{related("推荐阅读")}</div></div><div class="conri">{side()}</div></div>{foot("财新网")}',
    )


@shape("yicai: title box with names below date", "date source author editor", pictures=1)
def yicai(s: Story) -> str:
    return html(
        f"{s.title}",
        f'{nav()}<div class="m-content"><div class="title f-pr"><h1>{s.title}</h1><p><span>{s.source}</span> <em>{s.date}</em> <span class="f-ml">听新闻</span></p><p class="names">作者：{s.author}　责编：{s.editor}</p></div><div class="intro">{s.subtitle}</div><div class="m-text" id="multi-text"><div class="m-txt">{p(s.paragraphs, indent="")}<p>{picture(s)}</p></div><div class="m-warning">举报<p>此内容为第一财经原创，著作权归第一财经所有。未经第一财经书面授权，不得以任何方式加以使用，包括转载、摘编、复制或建立镜像。</p></div></div></div><div class="m-side">{side()}</div>{foot("第一财经")}',
        '<meta name="author" content="">',
    ).replace(f'<div class="intro">{s.subtitle}</div>', "")


@shape("hexun: articleName, tip fl, art_contextBox", "date source editor", pictures=1)
def hexun(s: Story) -> str:
    return html(
        f"{s.title}-股票频道-和讯网",
        f'{nav()}<div class="layout mg articleName"><h1>{s.title}</h1><div class="clearfix"><div class="tip fl"><span class="pr20">{s.day} {s.clock}:27</span><a href="#">{s.source}</a> <span>　</span></div><div class="tip fr">评论(<a>0</a>)</div></div></div><div class="layout mg"><div class="w600 fl"><div class="art_context"><div class="art_contextBox"><p style="text-align:center">{picture(s)}</p>{p(s.paragraphs)}<div class="listRelated"></div></div><div style="text-align:right;font-size:12px">（责任编辑：{s.editor} HN110）</div><div class="gray">【免责声明】本文仅代表作者本人观点，与和讯网无关。和讯网站对文中陈述、观点判断保持中立，不对所包含内容的准确性、可靠性或完整性提供任何明示或暗示的保证。请读者仅作参考，并请自行承担全部责任。</div></div>{comments()}</div>{side()}</div>{foot("和讯网")}',
    )


@shape(
    "eastmoney: infos, ContentBody, summary, stock codes", "date source author editor", pictures=1
)
def eastmoney(s: Story) -> str:
    marked = s.paragraphs[1].replace(
        "负责人", '<span id="stock_1"><a href="http://q">负责人</a></span>'
    )
    texts = (s.paragraphs[0], marked, *s.paragraphs[2:])
    return html(
        f"{s.title} _ 东方财富网",
        f'{nav()}<div class="main"><div class="contentwrap"><div class="topbox"><div class="title">{s.title}</div><div class="tipbox"><div class="infos"><div class="item">{s.han_day} {s.clock}</div><div class="item">来源： {s.source}</div><div class="item">作者：{s.author}</div><div class="item">编辑：{s.editor}</div></div><div class="oprates"><a>微信</a><a>朋友圈</a></div></div></div><div class="contentbox"><div class="mainleft"><div class="zwothers"></div><div class="txtinfos" id="ContentBody"><center>{picture(s)}</center>{p(texts)}<p class="em_media">（文章来源：{s.source}）</p></div><div class="abstract"><p>文章来源：{s.source} 责任编辑：23</p></div><p class="res-edit">郑重声明：东方财富发布此内容旨在传播更多信息，与本站立场无关，不构成投资建议。据此操作，风险自担。</p></div><div class="right">{side()}</div></div></div></div>{foot("东方财富网")}',
    )


@shape("36kr: author and relative time beside absolute, summary", "date author", pictures=1)
def kr36(s: Story) -> str:
    return html(
        f"{s.title}-36氪",
        f'{nav()}<div class="article-detail-wrapper-box"><div class="kr-article"><h1 class="article-title margin-bottom-20 common-width">{s.title}</h1><div class="article-title-icon common-width margin-bottom-40"><a class="title-icon-item item-a">{s.author}</a><span class="title-icon-item item-time"><i>·</i>{s.date}</span></div><div class="common-width content articleDetailContent kr-rich-text-wrapper"><p class="image-wrapper">{picture(s)}</p><p class="img-desc">{s.captions[0]}</p>{p(s.paragraphs, indent="")}</div><div class="article-footer-txt"><p>该文观点仅代表作者本人，36氪平台仅提供信息存储空间服务。</p></div><div class="like-collect-box">+1<span>23</span></div></div><div class="kr-side">{side()}</div></div>{foot("36氪")}',
        _ld(s, author={"@type": "Person", "name": s.author}),
    )


@shape("huxiu: author info, article-content-wrap, end notice", "date author", pictures=1)
def huxiu(s: Story) -> str:
    return html(
        f"{s.title}-虎嗅网",
        f'{nav()}<div class="article__wrap"><div class="article__top"><h1 class="article__title">{s.title}</h1><div class="article__author-info"><a class="author-info__username">{s.author}</a><span class="article__time">{s.date}</span></div></div><div id="article-content" class="article__content"><p><span class="text-remarks">{s.paragraphs[0]}</span></p><p><img class="js-img" data-src="http://img/{s.number}.png" src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"></p>{p(s.paragraphs[1:], indent="")}<div class="neirong-shouquan"><span>本内容为作者独立观点，不代表虎嗅立场。未经允许不得转载，授权事宜请联系 hezuo@example.com</span></div></div>{comments("comment-wrap")}</div>{side()}{foot("虎嗅")}',
        _ld(s, author={"@type": "Person", "name": s.author}),
    )


@shape("guancha: time fix, source in a box, editor", "date source editor", pictures=1)
def guancha(s: Story) -> str:
    return html(
        f"{s.title}",
        f'{nav()}<div class="content"><ul class="g-main"><li class="left left-main"><h3>{s.title}</h3><div class="time fix"><span>来源：{s.source}</span><span>{s.day} {s.clock}</span><a>字号：A- A A+</a></div><div class="content all-txt"><p align="center">{picture(s)}</p><p align="center">{s.captions[0]}</p>{p(s.paragraphs, indent="")}<p>本文系观察者网独家稿件，未经授权，不得转载。</p></div><div class="article-other"><div class="time3"><span>责任编辑：{s.editor}</span></div></div><div class="fenxiang">{share()}</div>{comments("gc-comment")}</li><li class="right">{side()}</li></ul></div>{foot("观察者")}',
    )


@shape("huanqiu: text areas hold the article", "date source author", pictures=0)
def huanqiu(s: Story) -> str:
    content = "".join(f"&lt;p&gt;{t}&lt;/p&gt;" for t in s.paragraphs)
    return html(
        f"{s.title}",
        f'<div class="b-container"><div class="content-container"><div class="t-container-title"><h3>{s.title}</h3></div></div><textarea class="article-title">{s.title}</textarea><textarea class="article-content">&lt;article&gt;&lt;section data-type="rtext"&gt;{content}&lt;/section&gt;&lt;/article&gt;</textarea><textarea class="article-time">1</textarea><textarea class="article-source-name">{s.source}</textarea></div>',
        f'<meta property="article:published_time" content="{s.day}T{s.clock}:00+08:00"><meta name="author" content="{s.author}"><meta name="source" content="{s.source}">',
    )


@shape("cankaoxiaoxi: articleTit, editor, foreign agencies", "date source editor", pictures=1)
def cankao(s: Story) -> str:
    return html(
        f"{s.title}_参考消息网",
        f'{nav()}<div class="bg-content"><h1 class="articleHead" id="articleTitle">{s.title}</h1><p class="articleDesc"><span id="pubtime_baidu">{s.day} {s.clock}:09</span> <span id="source_baidu">来源：{s.source}</span> <span id="editor_baidu">责任编辑：{s.editor}</span></p><div class="articleText" id="articleText"><div class="articleContent"><p>核心提示：{s.paragraphs[0]}</p>{p(s.paragraphs[1:])}<p style="text-align:center">{picture(s)}</p><p>{s.captions[0]}</p></div></div><div class="ad-bottom"><a>凡注明“来源：参考消息网”的所有作品，未经本网授权，不得转载、摘编或利用其他方式使用上述作品。</a></div>{comments()}</div>{side()}{foot("参考消息")}',
    ).replace("核心提示：", "")


@shape("bjnews: h1, subtitle, names in the end", "date source author editor", pictures=1)
def bjnews(s: Story) -> str:
    return html(
        f"{s.title}——新京报",
        f'{nav()}<div class="articleLeft"><div class="bodyTitle"><div class="content"><div class="title"><h1>{s.title}</h1></div><div class="left-info"><span class="timer">{s.date}</span><span class="publicer">{s.source}</span><span class="reporter">记者：<em>{s.author}</em></span><span class="editor">编辑：{s.editor}</span></div></div></div><div class="article-cen"><div class="article-text"><p class="contentImg">{picture(s)}</p><p class="desc">{s.captions[0]}</p>{p(s.paragraphs, indent="")}<p>记者联系邮箱：zwb@example.com</p></div></div><div class="bottom-tips">来阅读我更多的文章吧</div></div>{side()}{foot("新京报")}',
    ).replace("<p>记者联系邮箱：zwb@example.com</p>", "")


@shape("zjol: artTitle, info, contTxt, br lines", "date source author editor", pictures=1)
def zjol(s: Story) -> str:
    return html(
        f"{s.title}-浙江在线",
        f'{nav()}<div class="main"><div class="leftCon"><div class="artTitle">{s.title}</div><div class="info">{s.han_day} {s.clock}:33　|　来源：{s.source}　|　记者 {s.author}　编辑 {s.editor}</div><div class="contTxt">{picture(s)}<br>　　{s.captions[0]}<br><br>{br(s.paragraphs)}</div><div class="artTags">标签： <a>改造</a></div></div>{side()}</div>{foot("浙江在线")}',
    )


@shape("stcn: detail-title, detail-info in spans", "date source author", pictures=1)
def stcn(s: Story) -> str:
    return html(
        f"{s.title} - 证券时报网",
        f'{nav()}<div class="detail"><div class="breadcrumb"><a>首页</a> <a>要闻</a> 正文</div><div class="detail-title">{s.title}</div><div class="detail-info"><span>来源：{s.source}</span><span>作者：{s.author}</span><span>{s.date}</span></div><div class="detail-content"><p style="text-align:center">{picture(s)}</p>{p(s.paragraphs)}<p>校对：王锦程</p></div><div class="social-bar"><div class="detail-content-editor">责任编辑： 彭勃</div></div><div class="disclaimer">{disclaimer("证券时报")}</div></div>{side()}{foot("证券时报")}',
    )
