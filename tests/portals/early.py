"""Portals as they were before 2014: tables, single lines, breaks."""

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


@shape("sina 2004: layout tables, info in a font", pictures=1)
def sina_tables(s: Story) -> str:
    time = f"{s.han_day} {s.clock}"
    return (
        f"<html><head><title>{s.title}_新闻中心_新浪网</title></head><body><table width=750><tr><td>{nav()}</td></tr></table>"
        f"<table width=750><tr><td width=560 valign=top><table width=560><tr><td class=l17><font color=#a20010>新闻中心</font> &gt; <a href=/c>国内新闻</a> &gt; 正文</td></tr></table>"
        f"<table><tr><th class=f24><font color=#05006C>{s.title}</font></th></tr><tr><td><hr size=1></td></tr>"
        f"<tr><td height=20 align=center><font size=2>http://www.sina.com.cn {time} {s.source}</font></td></tr><tr><td class=l17><font class=f14 id=zoom>"
        f"<table border=0 align=center><tr><td align=center>{picture(s)}</td></tr><tr><td align=center><font size=2>{s.captions[0]}</font></td></tr></table>"
        f"{p(s.paragraphs)}<div><a href=http://sms.example.cn/gg>短信订阅头条</a></div></font></td></tr></table>"
        f"<table><tr><td>【<a href=/say>评论</a>】【<a href=#>大 中 小</a>】【<a href=/print>打印</a>】【<a href=#>关闭</a>】</td></tr></table>"
        f"<table><tr><td>相关报道</td></tr><tr><td><ul>{headlines(6)}</ul></td></tr></table></td><td width=180 valign=top>{side()}</td></tr></table>"
        f"<center>新浪简介 ┊ 用户注册 ┊ 广告服务 ┊ 招聘信息<br>Copyright © 1996-2004 SINA Inc. All Rights Reserved 版权所有</center></body></html>"
    )


@shape("sina 2010: artInfo, blkComment, editor in brackets", "date source editor", pictures=1)
def sina_2010(s: Story) -> str:
    return html(
        f"{s.title}_新闻中心_新浪网",
        f'{nav()}<div class="wrap"><div class="Main"><div class="blkBreadcrumb"><a>新闻中心</a> &gt; 国内新闻 &gt; 正文</div><div class="blkContainer"><div class="blkContainerPblk">'
        f'<h1 id="artibodyTitle">{s.title}</h1><div class="artInfo"><span id="art_source"><a href="/">http://www.sina.com.cn</a></span>&nbsp;&nbsp;<span id="pub_date">{s.han_day}{s.clock}</span>&nbsp;&nbsp;'
        f'<span id="media_name"><a href="http://x">{s.source}</a>&nbsp;</span></div><div class="blkContainerSblkCon" id="artibody"><div class="img_wrapper">{picture(s)}<span class="img_descr">{s.captions[0]}</span></div>'
        f'{p(s.paragraphs)}<p>　　(编辑：{s.editor})</p><div class="otherContent_01"><a href="/1">新浪声明：此消息系转载</a></div></div></div></div>{share()}{related()}{comments()}</div>{side()}</div>{foot("新浪")}',
    )


@shape(
    "sina finance 2015: date-source, attachments, wx code", "date source editor author", pictures=1
)
def sina_finance(s: Story) -> str:
    return html(
        f"{s.title}_新浪财经_新浪网",
        f'{nav()}<div class="main-content w1240"><h1 class="main-title">{s.title}</h1><div class="top-bar-wrap"><div class="top-bar"><div class="path-search"><div class="path"><a>财经首页</a></div></div>'
        f'<div class="date-source"><span class="date">{s.han_day} {s.clock}</span><a href="http://x" class="source ent-source">{s.source}</a></div><div class="top-bar-inner clearfix"><div class="page-tools"><span class="tool-icon"><a>新浪财经APP</a></span><span>缩小字体</span><span>放大字体</span><a>收藏</a><a>微博</a><a>微信</a><a>分享</a></div></div></div></div>'
        f'<div class="article-content clearfix"><div class="article-content-left"><div class="article" id="artibody"><div class="hqimg_wrapper"><a href="http://q"><img src="http://c/1.gif" width=1 height=1></a></div><p>　　安装新浪财经客户端第一时间接收最全面的市场资讯→【<a href="/app">下载地址</a>】</p>'
        f'<p>　　本报记者 {s.author}</p>{p(s.paragraphs)}<div class="img_wrapper">{picture(s)}<span>{s.captions[0]}</span></div>'
        f'<div class="appendQr_wrap"><div>海量资讯、精准解读，尽在新浪财经APP</div></div><p class="article-editor">责任编辑：{s.editor} </p></div><div class="keywords" data-wbkey="x"><span>文章关键词：</span><a href=/k>改造</a> <a href=/k>投产</a></div>{comments()}</div><div class="article-content-right">{side()}</div></div></div>{foot()}',
        f'<meta property="article:published_time" content="{s.day}T{s.clock}:05+08:00"><meta property="og:title" content="{s.title}"><meta name="mediaid" content="{s.source}">',
    ).replace(f"<p>　　{s.paragraphs[0]}", f"<p>　　{s.paragraphs[0]}")


@shape("163 old: endText with br, cDRed", "date source editor", pictures=1)
def netease_old(s: Story) -> str:
    return html(
        f"{s.title}_网易新闻中心",
        f'{nav()}<div class="endArea"><div class="colLM"><div class="endContent"><h1 id="h1title">{s.title}</h1><div class="text"><span class="info">{s.day} {s.clock}:21　来源: <a href="#">{s.source}</a>　<a href="/r">网友评论 <b>1023</b> 条</a> <a>点击查看</a></span></div>'
        f'<div id="endText"><p align="center">{picture(s)}</p><p class="f_center">{s.captions[0]}</p>{p(s.paragraphs)}<span class="left">(本文来源：{s.source} )</span><div class="ep-source"><span class="ep-editor">责任编辑：{s.editor}</span></div></div>{share()}</div>{related("相关文章")}{comments()}</div><div class="colR">{side()}</div></div>{foot("网易公司")}',
    )


@shape("163 new: post_body, post_info, statement", "date source", pictures=1)
def netease_new(s: Story) -> str:
    return html(
        f"{s.title}_网易新闻",
        f'{nav()}<div class="container clearfix" id="container" data-wemediaid="W1"><div class="post_main"><div class="post_crumb"><a>网易首页</a> &gt; <a>新闻中心</a> &gt; 正文</div><h1 class="post_title">{s.title}</h1>'
        f'<div class="post_info">{s.day} {s.clock}:11　来源: <a href="#">{s.source}</a><span class="post_area">北京</span> <a href="/jubao" class="post_jubao">举报</a></div><div class="post_top"><div class="post_top_tie"><a>0</a></div><div class="post_top_share"><span class="post_top_share_title">分享至</span></div></div><div class="post_content" id="content"><div class="post_top"></div>'
        f'<div class="post_body">{p(s.paragraphs, indent="")}<p class="f_center">{picture(s)}<br/></p></div><div class="post_statement"><p>特别声明：以上内容(如有图片或视频亦包括在内)为自媒体平台“网易号”用户上传并发布，本平台仅提供信息存储服务。</p><p>Notice: The content above (including the pictures and videos if any) is uploaded and posted by a user.</p></div></div>{comments("tie-area")}</div><div class="post_side">{side()}</div></div>{foot()}',
        f'<meta property="article:published_time" content="{s.day}T{s.clock}:11+08:00">',
    )


@shape("sohu old: time and source spans, editUsr", "date source editor", pictures=1)
def sohu_old(s: Story) -> str:
    return html(
        f"{s.title}-搜狐新闻",
        f'{nav()}<div class="area" id="container"><div class="content-wrapper"><div class="content-box clear"><h1 itemprop="headline">{s.title}</h1><div class="time-fun clear"><div class="time-source"><div class="time" id="pubtime_baidu">{s.han_day}{s.clock}</div><div class="source"><span id="source_baidu">来源：<span id="media_span"><span>{s.source}</span></span></span> <span id="author_baidu"></span></div></div><div class="function"><em class="number"><a>0</a></em><a>人参与</a></div></div>'
        f'<div class="text clear" id="contentText"><div itemprop="articleBody"><table align="center"><tr><td>{picture(s)}</td></tr><tr><td class="text-pic-tt">{s.captions[0]}</td></tr></table>{p(s.paragraphs)}</div></div><div class="original-title">原标题：{s.title}</div><div style="display:none;"><span id="url">http://x</span></div><div class="editer"> (责任编辑：<span id="editor_baidu" class="editUsr">{s.editor}</span>)</div></div>{related("相关阅读")}{comments()}</div>{side()}</div>{foot("搜狐公司")}',
    )


@shape("ifeng old: artical, ss01 and ss03", "date source editor", pictures=1)
def ifeng_old(s: Story) -> str:
    return html(
        f"{s.title}_资讯频道_凤凰网",
        f'{nav()}<div class="wrap"><div class="theCurrent cDGray js_crumb"><a>凤凰网资讯</a> &gt; <a>大陆</a> &gt; 正文</div><div class="main"><div id="artical" class="artical"><h1 itemprop="headline" id="artical_topic">{s.title}</h1><div id="artical_sth" class="clearfix"><p class="p_time"><span itemprop="datePublished" class="ss01">{s.han_day} {s.clock}</span><br/> <span>来源：</span><span itemprop="publisher"><span class="ss03"><a>{s.source}</a></span></span></p><div class="js_comment"><a>0</a>人参与 <a>0</a>评论</div></div>'
        f'<div id="artical_real" class="js_img_share_area"><div id="main_content" class="js_selection_area" itemprop="articleBody"><p class="detailPic">{picture(s)}</p><p class="picIntro">{s.captions[0]}</p>{p(s.paragraphs)}<p class="iphone_none"><a>更多精彩请下载凤凰新闻客户端</a></p></div><span class="ifengLogo"><a><img src="http://y/logo.gif" width=15 height=17></a></span></div><div id="artical_sth2"><p class="p_jizhe">[责任编辑：<span itemprop="name">{s.editor}</span> PN024]</p><p>标签：<a>改造</a> <a>民生</a></p></div></div>{share()}{comments()}{related("相关新闻")}</div>{side()}</div>{foot("凤凰新媒体")}',
    )


@shape("qq old: Cnt-Main-Article-QQ", "date source editor", pictures=1)
def tencent_old(s: Story) -> str:
    return html(
        f"{s.title}_新闻_腾讯网",
        f'{nav()}<div id="Main-P-QQ"><div id="Main-Article-QQ" bosszone="content"><div class="bd"><div id="C-Main-Article-QQ"><div class="hd"><h1>{s.title}</h1><div class="tit-bar clearfix"><div class="ll"><span class="color-a-0"><a>腾讯新闻</a></span><span class="color-a-1">[<a>微博</a>]</span><span class="color-a-2">{s.author}</span><span class="article-time">{s.day} {s.clock}</span><span class="color-a-1">{s.source}</span></div><div class="rr"><a>我要评论(<em>120</em>)</a> <span>字号：<a>T</a>|<a>T</a></span></div></div></div>'.replace(
            f'<span class="color-a-2">{s.author}</span>', ""
        )
        + f'<div id="Cnt-Main-Article-QQ" bossZone="content"><p align="center"><div class="mbArticleSharePic">{picture(s)}</div></p><P align="center">{s.captions[0]}</P><P style="TEXT-INDENT: 2em">'
        + '</P><P style="TEXT-INDENT: 2em">'.join(s.paragraphs)
        + f'</P></div><div class="ft"><div class="QQeditor">[责任编辑：{s.editor}]</div></div></div></div>{related("相关阅读")}{comments()}</div>{side()}</div></div>{foot("腾讯公司")}',
    )


@shape("people.com.cn table: box_con, text_c", "date source editor", pictures=1)
def people_box(s: Story) -> str:
    return html(
        f"{s.title}--时政--人民网",
        f'{nav()}<div class="x_nav clear path"><a>人民网</a>&gt;&gt;<a class="clink">时政</a></div><div class="text w1000"><div class="text_c clearfix"><div class="text_con text_con01"><h3 class="pre">{s.kicker}</h3><h1>{s.title}</h1><h4 class="sub">{s.subtitle}</h4><p class="author"></p><div class="box01"><div class="fl">{s.han_day}{s.clock}&nbsp;&nbsp;来源：<a href="http://x">{s.source}</a></div><div class="fr"><a>分享到：</a></div></div>'
        f'<div class="box_con" id="rwb_zw"><p align="center">{picture(s)}</p><p class="desc" style="text-align:center">{s.captions[0]}</p>{p(s.paragraphs)}<div class="box_pic"></div></div><div class="edit clearfix">(责编：{s.editor}、吴亚雄)</div></div></div><div class="fr w310">{side()}</div>{related()}</div>{foot("人民网")}',
    )


@shape(
    "people.com.cn 2021: rm_txt_con with kicker and subtitle",
    "date source editor kicker subtitle author",
    pictures=1,
)
def people_new(s: Story) -> str:
    return html(
        f"{s.title}--时政--人民网",
        f'{nav()}<div class="layout path"><a>人民网</a>&gt;&gt;<a>时政</a></div><div class="layout rm_txt cf"><div class="col col-1 fl"><h4 class="pre">{s.kicker}</h4><h1>{s.title}</h1><h4 class="sub">{s.subtitle}</h4><div class="author cf">本报记者　{s.author}</div><div class="col-1-1 fl">{s.han_day}{s.clock} | 来源：<a href="http://x">{s.source}</a></div><div class="col-1-2 fr"><span>小字号</span></div>'
        f'<div class="rm_txt_con cf"><div class="otitle"></div><div class="bza"><p>点击播报本文，约<span id="mediatime"></span></p></div><p style="text-align: center;">{picture(s)}</p><p class="pictext" align="center" desc="desc">{s.captions[0]}</p>{p(s.paragraphs)}<div class="box_pic"></div></div><div class="rm_relevant cf"><h3>相关新闻</h3><ul>{headlines(4)}</ul></div><div class="edit cf">(责编：{s.editor}、温璐)</div><p class="paper_num">关注公众号：人民网财经</p></div><div class="col col-2 fr">{side()}</div></div>{foot("人民网")}',
        '<meta name="source" content="来源：x"><meta name="contentid" content="1">'.replace(
            "来源：x", f"来源：{s.source}"
        )
        + f'<meta name="publishdate" content="{s.day}"><meta name="author" content="1012{s.number}">',
    )


@shape("xinhuanet old: table, Zoom id", "date source editor", pictures=1)
def xinhua_old(s: Story) -> str:
    return (
        f'<html><head><title>{s.title}_新华网</title></head><body>{nav()}<table width=980><tr><td>新华网 &gt; <a>时政</a> &gt; 正文</td></tr></table><table width="655" id="Table1"><tr><td id="Title" align="center" class="bt">{s.title}</td></tr>'
        f'<tr><td align="center"><span id="pubtime">{s.han_day} {s.clock}:16</span>　<span id="source">来源：{s.source}</span> 【字号：<a>大</a> <a>中</a> <a>小</a>】【<a>留言</a>】【<a>打印</a>】【<a>关闭</a>】</td></tr><tr><td><div id="Content"><font id="Zoom"><p align=center>{picture(s)}</p><p align=center><font color=navy>{s.captions[0]}</font></p>{p(s.paragraphs)}</font></div></td></tr><tr><td align=right>（责任编辑：{s.editor}）</td></tr><tr><td>{related("相关稿件")}</td></tr></table>{foot("新华网")}</body></html>'
    )


@shape("xinhuanet 2019: detail, header-cont date in pieces", "date source editor", pictures=1)
def xinhua_new(s: Story) -> str:
    y, m, d = s.day.split("-")
    return html(
        f"{s.title}-新华网",
        f'<div class="header domPC"><div class="header-top clearfix">{nav()}</div><div class="header-cont clearfix"><div class="header-time left"><span class="year"><em>{y}</em></span><span class="day"><em>{m}</em>/<em>{d}</em></span><span class="time">{s.clock}:32</span></div><div class="source">来源：{s.source}</div><div class="head-line clearfix"><h1><span class="title">{s.title}</span><span class="btn-audio"></span></h1></div></div></div>'
        f'<div class="main clearfix"><div class="main-left left"><div id="detail"><p align="center">{picture(s)}</p><p align="center"><font color="navy">　　{s.captions[0]}</font></p>{p(s.paragraphs)}<div class="editor"><span class="editor">【责任编辑:{s.editor} 】</span></div></div><div class="relatedNews"><h3>深度观察</h3>{headlines(4)}</div></div><div class="main-right right">{side()}</div></div>{foot("新华网")}',
    )


@shape("chinanews: left_zw, left-t", "date source editor author", pictures=1)
def chinanews(s: Story) -> str:
    texts = (f"中新网{s.day[:4]}年 {s.paragraphs[0]}", *s.paragraphs[1:]) and s.paragraphs
    return html(
        f"{s.title}-中新网",
        f'{nav()}<div id="con"><div class="con_left"><div id="nav">本页位置：<a>首页</a> &gt; <a>新闻中心</a> &gt; <a>国内新闻</a></div><div id="cont_1_1_2"><h1 style="display:block;">{s.title}</h1><div class="left-time"><div class="left-t">{s.han_day} {s.clock}　来源：<a href="http://x" class="source">{s.source}</a>　<a>参与互动</a>(<span>0</span>)　</div></div>'
        f'<div style="text-align:center">{picture(s)}</div><div class="pictext" style="text-align:left;">{s.captions[0]} 中新社记者 {s.author} 摄</div><div class="left_zw" style="position:relative">{p(texts)}<p>　　(完)</p><div id="function_code_page"></div></div><div class="left_name"><span id="author_baidu">作者：{s.author}</span>【编辑:{s.editor}】</div></div>{share()}{related("相关新闻")}{comments()}</div><div class="con_right">{side()}</div></div>{foot("中新网")}',
    )
