"""Threads of forums and entries of blogs, in the shapes of the systems they run on."""

import pytest

from office_pages import Case, boxed, found, linked, prose, told, web

T = "说说我们村这十年的变化"
K = "用三十行代码写一个简单的任务队列"
BODY = prose(4)
MENU = f'<div id="nv"><ul>{linked("门户 论坛 群组 家园 排行榜 导读")}</ul></div>'
REPLIES = (
    "写得真好，支持楼主，希望多发一些这样的帖子。",
    "我们村也是，路修好了，灯也亮了，日子一天比一天好。",
    "顶一个，坐等更新，请问是哪个村子？",
)
CODE = "def run(queue):\n    while queue:\n        job = queue.pop(0)\n        job()"


def discuz(number: int, who: str, when: str, text: str) -> str:
    """Return a post as Discuz! X shows it."""
    return f"""<div id="post_{number}"><table id="pid{number}" class="plhin"><tr><td class="pls" rowspan="2"><div class="pi"><div class="authi"><a href="u-{number}">{who}</a></div></div>
<p>12<br>主题</p><p>340<br>积分</p></td><td class="plc"><div class="pi"><strong><a href="#"><em>{number}</em><sup>#</sup></a></strong><div class="pti"><div class="authi"><em id="authorposton{number}">发表于 {when}</em> <span class="pipe">|</span> <a href="#">只看该作者</a></div></div></div>
<div class="pct"><div class="pcb"><div class="t_fsz"><table><tr><td class="t_f" id="postmessage_{number}">{text}</td></tr></table></div></div></div></td></tr><tr><td class="plc plm"><div class="sign">人生若只如初见，何事秋风悲画扇。</div><a href="#">回复</a> <a href="#">举报</a></td></tr></table></div>"""


CASES = [
    Case("Discuz", web(f"{T} - 乡土杂谈 - 清溪论坛 - Powered by Discuz!", MENU + f"""<div id="pt">论坛 › 乡土杂谈</div><div id="postlist"><table><tr><td class="pls">查看: <span>812</span> | 回复: <span>3</span></td><td class="plc"><h1 class="ts"><span id="thread_subject">{T}</span></h1></td></tr></table>"""
        + discuz(1, "清溪老农", "2023-4-9 20:15:33", "<br />\n<br />\n".join(BODY)) + "".join(discuz(n + 2, f"网友{n}", f"2023-4-1{n} 08:0{n}:00", text) for n, text in enumerate(REPLIES)) + "</div>"),
        T, BODY, "2023-04-09T20:15:33"),
    Case("phpBB", web(f"清溪论坛 • 检视主题 - {T}", MENU + f"""<div id="page-body"><h2><a href="./t1">{T}</a></h2>""" + "".join(f"""<div id="p{n}" class="post bg1"><div class="inner"><div class="postbody"><h3><a href="#p{n}">{T if not n else "Re: " + T}</a></h3><p class="author">由 <strong><a href="./m{n}">user{n}</a></strong> » 2023年4月{9 + n}日 20:15</p><div class="content">{text}</div></div>
<dl class="postprofile"><dt>user{n}</dt><dd>文章: {n + 20}</dd><dd>注册: 2010年1月1日</dd></dl></div></div>""" for n, text in enumerate(("<br /><br />".join(BODY), *REPLIES))) + "</div>"), T, BODY, "2023-04-09T20:15"),
    Case("WordPress", web(f"{T} | 溪边小记", f"""<header id="masthead"><p class="site-title"><a href="/">溪边小记</a></p></header><main><article class="post type-post"><header class="entry-header"><h1 class="entry-title">{T}</h1><div class="entry-meta"><span class="posted-on">发布于<a href="/p"><time class="entry-date published" datetime="2023-04-09T20:15:33+08:00">2023年4月9日</time></a></span>
<span class="byline">由<span class="author vcard"><a class="url fn n" href="/author/lin">林溪</a></span></span></div></header><div class="entry-content">{boxed(BODY)}</div><footer class="entry-footer"><span class="cat-links">发布于<a href="/c">随笔</a></span></footer></article><div id="comments"><h2>《{T}》有3个想法</h2><ol class="comment-list">
{boxed((f'<article class="comment-body"><b class="fn">访客{n}</b>说道：<time datetime="2023-05-0{n + 1}">2023年5月{n + 1}日</time><p>{text}</p></article>' for n, text in enumerate(REPLIES)), "<li class=comment>", "</li>")}</ol></div></main><aside class="widget-area"><h2>近期文章</h2><ul>{linked("春天的小路 雨后的竹林 外婆的灶台")}</ul></aside>"""), T, BODY, "2023-04-09T20:15:33+08:00", "", "林溪"),
    Case("Typecho", web(f"{T} - 溪边小记", f"""<div class="container"><article class="post" itemscope itemtype="http://schema.org/BlogPosting"><h1 class="post-title" itemprop="name headline"><a itemprop="url" href="#">{T}</a></h1><ul class="post-meta"><li itemprop="author" itemscope itemtype="http://schema.org/Person">作者: <a itemprop="name" href="#">林溪</a></li><li>时间: <time datetime="2023-04-09T20:15:00+08:00" itemprop="datePublished">April 9, 2023</time></li><li>分类: <a href="#">默认分类</a></li></ul>
<div class="post-content" itemprop="articleBody">{boxed(BODY)}</div><p class="tags">标签: <a href="#">乡村</a></p></article><div id="comments"><h3>添加新评论</h3></div><ul class="post-near"><li>上一篇: <a href="#">旧事</a></li></ul></div>"""), T, BODY, "2023-04-09T20:15:00+08:00", "", "林溪"),
    Case("Hexo with code", web(f"{K} | 溪边码农", f"""<div class="content"><article class="post-block"><header class="post-header"><h1 class="post-title">{K}</h1><div class="post-meta"><span>发表于 <time title="创建时间：2023-04-09 20:15:33" datetime="2023-04-09T20:15:33+08:00">2023-04-09</time></span><span>分类于 <a href="#">编程</a></span></div></header>
<div class="post-body"><p>{BODY[0]}</p><h2 id="a"><a href="#a" class="headerlink"></a>实现</h2><figure class="highlight python"><table><tr><td class="gutter"><pre>1<br>2<br>3<br>4</pre></td><td class="code"><pre><code>{CODE}</code></pre></td></tr></table></figure><p>{BODY[1]}</p></div>
<footer class="post-footer"><div class="post-tags"><a href="#"># 队列</a></div></footer></article></div>"""), K, (BODY[0], "实现", CODE, BODY[1]), "2023-04-09T20:15:33+08:00"),
    Case("CSDN", web(f"{K}_python 任务队列-CSDN博客", f"""<div class="main_father"><main><div class="blog-content-box"><div class="article-header"><h1 class="title-article" id="articleContentId">{K}</h1><div class="article-info-box"><div class="bar-content"><span class="article-type-text original">原创</span><a class="follow-nickName" href="#">溪边码农</a><span class="time">于&nbsp;2023-04-09 20:15:33&nbsp;发布</span><span class="read-count">阅读量1.2k</span><a class="un-collection">收藏<span>7</span></a></div>
<div class="up-time">版权声明：本文为博主原创文章，遵循 CC 4.0 BY-SA 版权协议，转载请附上原文出处链接和本声明。</div></div></div><article class="baidu_pl"><div id="article_content" class="article_content clearfix"><div id="content_views" class="markdown_views"><p>{BODY[0]}</p><h3>实现</h3><pre><code class="prism language-python">{CODE}</code></pre><p>{BODY[1]}</p></div></div></article></div>
<div class="recommend-box">{boxed((f"<div class=recommend-item-box><a href=#>{w}</a><div class=desc>{w}，本文介绍了基本原理，并给出了完整的代码。</div></div>" for w in ["任务队列入门教程", "消息中间件选型对比", "并发编程实战笔记", "定时任务的设计思路"]), "", "")}</div></main></div>"""), K, (BODY[0], "实现", CODE, BODY[1]), "2023-04-09T20:15:33"),
    Case("cnblogs", web(f"{K} - 溪边码农 - 博客园", f"""<div id="home"><div id="header"><a id="Header1_HeaderTitle" href="/">溪边码农</a></div><div id="topics"><div class="post"><h1 class="postTitle"><a id="cb_post_title_url" href="#"><span>{K}</span></a></h1><div class="postBody"><div id="cnblogs_post_body" class="blogpost-body"><p>{BODY[0]}</p><div class="cnblogs_code"><pre>{CODE}</pre></div><p>{BODY[1]}</p></div></div>
<div class="postDesc">posted @ <span id="post-date">2023-04-09 20:15</span>&nbsp;<a href="#">溪边码农</a>&nbsp;阅读(<span>55</span>)&nbsp;评论(<span>2</span>)&nbsp;<a href="#">收藏</a>&nbsp;<a href="#">举报</a></div></div></div></div>"""), K, (BODY[0], CODE, BODY[1]), "2023-04-09T20:15"),
    Case("Sina blog", web(f"{T}_溪边_新浪博客", f"""<div class="SG_conn"><div id="articlebody"><div class="articalTitle"><h2 class="titName SG_txta">{T}</h2><span class="time SG_txtc">(2012-04-09 20:15:33)</span></div><div class="articalTag"><table><tr><td class="blog_tag">标签：<h3><a href="#">乡村</a></h3></td><td class="blog_class"><span>分类：</span><a href="#">随笔</a></td></tr></table></div>
<div id="sina_keyword_ad_area2" class="articalContent">{boxed(BODY, "<div>", "</div><div><br></div>")}</div><div class="shareUp"><a href="#">分享</a></div><div class="articalInfo"><div>阅读<span>(9)</span>┊ <a href="#">评论</a> (0)┊ <a href="#">收藏</a>(0)</div></div><div class="articalfrontback"><span>前一篇：</span><a href="#">旧事</a></div></div></div>"""), T, BODY, "2012-04-09T20:15:33"),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_the_first_post_or_entry_is_read_whole(case):
    assert found(case) == told(case)
