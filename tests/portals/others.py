"""Regional sites, blogs, boards of programmers, films, second pages."""

from __future__ import annotations

from portals.furniture import (
    br,
    comments,
    disclaimer,
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


@shape("sina blog: time in brackets, tags above, links around", "date", pictures=1)
def sina_blog(s: Story) -> str:
    return html(
        f"{s.title}_{s.author}_新浪博客",
        f'<div id="blogname"><h1 id="blognamespan"><a>{s.author}的博客</a></h1></div><div class="blognav"><a>首页</a> <a>博文目录</a> <a>图片</a> <a>关于我</a></div><div id="column_1"><div class="info"><p>个人资料</p><p>博客等级：<b>12</b></p><p>博客积分：1,203</p><p>博客访问：123,456</p></div></div><div id="column_2"><div id="articlebody" class="artical"><div class="articalTitle"><h2 class="titName SG_txta">{s.title}</h2><span class="time SG_txtc">({s.date}:33)</span></div><div class="articalTag"><table><tr><td class="blog_tag">标签： <h3><a>杂谈</a></h3></td><td class="blog_class">分类： <a>时评</a></td></tr></table></div>'
        f'<div id="sina_keyword_ad_area2" class="articalContent">{p(s.paragraphs)}<p><img src="http://simg.example.cn/sg_trans.gif" real_src="http://s1.example.cn/{s.number}.jpg" width=600 height=400></p></div><div class="shareUp"><a>分享：</a></div><div class="articalInfo"><div>阅读<span>(8)</span>┊ <a>评论</a> (0)┊ <a>收藏</a>(0) ┊<a>转载</a>(0) ┊ <a>喜欢▼</a> ┊<a>打印</a>┊<a>举报</a></div></div><div class="articalfrontback"><div><span>前一篇：</span><a>早春的雨</a></div><div><span>后一篇：</span><a>夜读抄</a></div></div></div>{comments("commentList")}</div>',
    )


@shape("youth: pubtime with labels on a line with blanks", "date source author editor", pictures=1)
def youth(s: Story) -> str:
    return html(
        f"{s.title}_新闻频道_中国青年网",
        f'{nav()}<div class="page_body"><div class="page_title"><h1>{s.title}</h1><p class="pwz"><span>发稿时间：{s.date}:00</span> <span>来源： <a>{s.source}</a> </span><span> 作者：{s.author}</span> <span><a>中国青年网</a></span></p></div><div class="page_text"><div id="container" class="article"><div class="TRS_Editor"><p align="center">{picture(s)}</p><p align="center">{s.captions[0]}</p>{p(s.paragraphs)}</div></div></div><div class="editor_baidu">责任编辑：{s.editor}</div><div class="pageline"></div>{related()}</div>{side()}{foot("中国青年网")}',
    )


@shape("southcn: info in one cell, editor last", "date source author editor", pictures=1)
def southcn(s: Story) -> str:
    return html(
        f"{s.title}_南方网",
        f'{nav()}<div class="crm-link"><a>首页</a> / <a>要闻</a> / 正文</div><div class="m-article" id="article"><h2 id="article_title">{s.title}</h2><div class="meta"><div class="fl"><span class="pub_time" id="pubtime_baidu">{s.date}</span><span id="source_baidu">来源：{s.source}</span><span id="author_baidu">{s.author}</span></div></div><div class="content" id="content">{p(s.paragraphs)}<p style="text-align:center"><img src="/i/{s.number}.jpg" style="width:640px"></p></div><div class="m-editor">编辑：{s.editor}</div></div>{side()}{foot("南方网")}',
    ).replace(f">{s.author}</span>", f">作者：{s.author}</span>")


@shape("dahe: reviewers beside the editor", "date source editor", pictures=1)
def dahe(s: Story) -> str:
    return html(
        f"{s.title}-大河网",
        f'{nav()}<div class="newsBox"><div id="4g_title" class="newsTitle">{s.title}</div><p class="time"><span id="pubtime_baidu">{s.han_day}{s.clock}</span><span>来源：<span id="source_baidu">{s.source}</span></span></p><div id="mainCon"><p style="text-align:center">{picture(s)}</p>{br(s.paragraphs)}</div><p class="bj">编辑：{s.editor} 　审核 ：黎洪浪</p></div>{side()}{foot("大河网")}',
    )


@shape("csdn: licence above, code within", "date author", pictures=1)
def csdn(s: Story) -> str:
    return html(
        f"{s.title}_{s.author}的博客-CSDN博客",
        f'{nav()}<div class="main_father"><main><div class="blog-content-box"><div class="article-header-box"><h1 class="title-article" id="articleContentId">{s.title}</h1><div class="article-info-box"><div class="bar-content"><a class="follow-nickName">{s.author}</a><span class="time">于 {s.date}:21 发布</span><div class="read-count-box"><span class="read-count">阅读量2.1w</span><a class="un-collection">收藏 <span>36</span></a></div></div><div class="blog-tags-box"><span>分类专栏：</span><a>杂记</a><span>文章标签：</span><a>民生</a></div><div class="slide-content-box"><div class="article-copyright"><div class="creativecommons">版权声明：本文为博主原创文章，遵循<a href="http://cc/4.0"> CC 4.0 BY-SA </a>版权协议，转载请附上原文出处链接和本声明。</div><div>本文链接：<a href="https://blog/1">https://blog/1</a></div></div></div></div></div><article class="baidu_pl"><div id="article_content" class="article_content clearfix"><div id="content_views" class="htmledit_views">{p(s.paragraphs, indent="")}<p>{picture(s)}</p></div></div></article></div><div class="recommend-box">{related("推荐阅读")}</div>{comments("comment-list-box")}</main><aside>{side()}</aside></div>',
    )


@shape("zaker: source and views in spans, ad of the program", "date source", pictures=1)
def zaker(s: Story) -> str:
    return html(
        s.title,
        f'<div class="nav-top">{nav()}</div><div class="article_header"><h1>{s.title}</h1><div class="article_more"><span class="auther">{s.source}</span><span class="time">{s.date}</span><a class="fav">收藏</a></div></div><div id="content"><div class="img_box"><img class="lazy" data-original="http://zk/{s.number}.jpg" src="http://zk/blank.gif"></div>{p(s.paragraphs, indent="")}</div><div class="source"><a>查看原文</a></div><div class="tip"><p>以上内容由"{s.source}"上传发布</p></div><div class="recommend">{headlines(8)}</div>',
    )


@shape("people 2003: paper and page at the end of the text", "date source", pictures=0)
def people_2003(s: Story) -> str:
    return f"<html><head><title>{s.title}</title></head><body><table width=760><tr><td>{nav()}</td></tr><tr><td class=path><a>人民网</a> >> <a>时政</a> >> 正文</td></tr></table><table width=760><tr><td width=560><table width=98%><tr><td align=center class=t1><b>{s.title}</b></td></tr><tr><td align=center><img src=line.gif width=500 height=1></td></tr><tr><td align=right>{s.han_day}{s.clock}　　【字号 <a>大</a> <a>中</a> <a>小</a>】【<a>留言</a>】【<a>论坛</a>】【<a>打印</a>】【<a>关闭</a>】</td></tr><tr><td class=f14>{br(s.paragraphs, gap='<br>')}<br><br>　　来源：{s.source}</td></tr><tr><td><table>{''.join(f'<tr><td>· <a href=/r{n}>相关专题之{n}</a></td></tr>' for n in range(5))}</table></td></tr></table></td><td width=190>{side()}</td></tr></table>{foot('人民网')}</body></html>"


@shape("film page: a player, then the words spoken", "date source editor", pictures=0)
def film(s: Story) -> str:
    return html(
        f"[视频]{s.title}_央视网",
        f'{nav()}<div class="video_box"><div id="player"><object data="/p.swf"><param name="v" value="1"></object></div><div class="list">{headlines(8)}</div></div><div class="cnt"><h3>{s.title}</h3><div class="info">发布时间：{s.date} | 来源：{s.source}</div><div class="cnt_bd">{p(s.paragraphs)}</div><div>（编辑：{s.editor}）</div></div>{side()}{foot()}',
    )


@shape("second page of an article: pagers above and below", "date source", pictures=1)
def second_page(s: Story) -> str:
    pager = '<div class="page"><a href="1.html">上一页</a> <a href="1.html">1</a> <span>2</span> <a href="3.html">3</a> <a href="3.html">下一页</a></div>'
    return html(
        f"{s.title}(2)-某某网",
        f'{nav()}<div class="main"><h1>{s.title}</h1><div class="date">{s.date}  {s.source}</div>{pager}<div class="con"><p>{picture(s)}</p>{p(s.paragraphs)}</div>{pager}<div>{share()}</div>{disclaimer()}</div>{side()}{foot()}',
    )


@shape("divs and spans alone, paragraphs as boxes", "date source author", pictures=1)
def boxes(s: Story) -> str:
    texts = "".join(
        f'<div class="css-1x"><span class="css-9">{t}</span></div>' for t in s.paragraphs
    )
    return html(
        s.title,
        f'<div class="css-a">{nav()}</div><div class="css-b"><div class="css-c">{s.title}</div><div class="css-d"><span class="css-e">{s.source}</span><span class="css-f">记者 {s.author}</span><span class="css-g">{s.date}</span></div><div class="css-h"><div class="css-i">{picture(s)}</div>{texts}</div><div class="css-j">点赞 12</div></div><div class="css-k">{headlines(9)}</div>',
    )
