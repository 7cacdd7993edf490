"""More forums, papers, offices and lists, each in a shape of its own."""

import pytest

from extraction.pages.test_lists import HEADS, ROWS, gov, items
from extraction.pages.test_other_places import (
    BODY as TB,
)
from extraction.pages.test_other_places import (
    JAPANESE,
    KOREAN,
    MENU,
    MORE,
    J,
    K,
)
from extraction.pages.test_other_places import (
    T as TT,
)
from office_pages import Case, boxed, found, linked, prose, read, told, web

T = "说说我们村这十年的变化"
G = "清溪县2025年度行政事业性收费目录清单公告"
B = prose(11)

CASES = [
    Case("phpwind",web(f"{T}|乡土杂谈 - phpwind 清溪社区",f"""<div id=breadCrumb><a href=/>清溪社区</a>&gt;<a href=/t>乡土杂谈</a>&gt;<a href=#>{T}</a></div><div class=readNum>812阅读 3回复</div><div class=read_post id=readfloor_tpc><table><tr><td class=floot_left><a>老农</a><div>级别：骑士</div></td><td class=floot_right><h1 id=subject_tpc class=read_h1>{T}</h1><div class=tipTop><span class=s2>楼主#</span> <span title='2011-04-09 20:15:33'>更多 发布于：2011-04-09 20:15</span></div><div id=read_tpc class=f14>{"<br><br>".join(B)}</div></td></tr></table></div>"""+"".join(f"<div class=read_post id=readfloor_{n}><table><tr><td class=floot_left><a>网友{n}</a></td><td class=floot_right><div class=tipTop>{n}楼# 发布于：2011-04-1{n} 08:00</div><div id=read_{n} class=f14>写得真好，支持楼主，希望多发一些这样的帖子，谢谢。</div></td></tr></table></div>" for n in range(1,4))),T,B,"2011-04-09T20:15"),
    Case("tieba",web(f"{T}_清溪吧_百度贴吧",f"""<div class=nav_list><a>看贴</a><a>图片</a></div><div class=core_title><h3 class=core_title_txt>{T}</h3></div><div class=p_postlist>"""+"".join(f"<div class='l_post j_l_post'><div class=d_author><ul><li><a class=p_author_name>网友{n}</a></li><li>等级 7</li></ul></div><div class=d_post_content_main><div class=p_content><cc><div id=post_content_{n} class='d_post_content j_d_post_content'>{t}</div></cc></div><div class=core_reply_tail><span class=tail-info>{n}楼</span><span class=tail-info>2015-04-09 20:1{n}</span></div></div></div>" for n,t in enumerate(("<br><br>".join(B),"顶，写得好，楼主继续更新啊。","我也是这个村的，确实变化很大。"),1))+"</div>"),T,B,"2015-04-09T20:11"),
    Case("163 blog",web(f"{T} - 溪边的日志 - 网易博客",f"<div class='nb-header'><a>首页</a><a>日志</a><a>相册</a></div><div class='left'><div class='bct'><h3 class='title'><span class='tcnt'>{T}</span></h3><p class='tmsg'><span class='blogsep'>2012-04-09 20:15:33</span><span>|  分类：</span><a>随笔</a><span>|  标签：</span><a>乡村</a><span>|字号</span><span>订阅</span></p><div class='nbw-blog bc0'>{boxed(B,'<P style=TEXT-INDENT:2em>')}</div></div></div>"),T,B,"2012-04-09T20:15:33"),
    Case("hk01",web(f"{TT}｜香港01",MENU+f"<article><h1 id=articleTitle>{TT}</h1><div><div><span>撰文：</span><a href=/a>陳怡君</a></div></div><div>出版：<time datetime='2023-08-20T21:15:00+08:00'>2023-08-20 21:15</time>　更新：<time datetime='2023-08-21T01:15:00+08:00'>2023-08-21 01:15</time></div><div class=article-grid__content-section>{boxed(TB)}</div></article>"+MORE),TT,TB,"2023-08-20T21:15","","陳怡君"),
    Case("mingpao",web(f"{TT} - 20230820 - 港聞 - 每日明報 - 明報新聞網",MENU+f"<div id=pnl1><div class='colleft'><hgroup><h1>{TT}</h1></hgroup><h6 itemprop=dateline>2023年8月20日星期日</h6><div id=blockcontent><article class=txt4><div id=upper><p>【明報專訊】{TB[0]}</p></div><div id=lower>{boxed(TB[1:])}</div></article></div></div></div>"),TT,("【明報專訊】"+TB[0],*TB[1:]),"2023-08-20"),
    Case("chinatimes",web(f"{TT} - 生活 - 清溪時報新聞網",MENU+f"<article class=article-box><header class=article-header><h1 class=article-title>{TT}</h1><div class=meta-info-wrapper><div class=meta-info><time datetime='2023-08-20 21:15'><span class=hour>21:15</span><span class=date>2023/08/20</span></time><div class=source>清溪時報</div><div class=author><a href=/r>陳怡君</a></div></div></div></header><div class=article-body>{boxed(TB)}<div class=article-hash-tag><span class=hash-tag><a href=/t1>#夜市</a></span><span class=hash-tag><a href=/t2>#老街</a></span></div></div></article>"+MORE),TT,TB,"2023-08-20T21:15","清溪時報","陳怡君"),
    Case("setn",web(f"{TT} | 生活 | 清溪新聞網",MENU+f"<div class='content-wrap'><h1 class=news-title-3>{TT}</h1><div class=page-title-text><time class=page-date>2023/08/20 21:15:00</time></div><div id=Content1><p>記者陳怡君／清溪報導</p><p>{TB[0]}</p><p style='text-align:center'><img src=/1.jpg></p><p>▲夜市重新開幕。（圖／翻攝畫面）</p>{boxed(TB[1:])}</div></div>"+MORE),TT,("記者陳怡君／清溪報導",TB[0],"▲夜市重新開幕。（圖／翻攝畫面）",*TB[1:]),"2023-08-20T21:15:00","","陳怡君",images=1),
    Case("nhk",web(f"{J} | NHKニュース",f"<main><section class=content--detail-main><h1 class=content--title><span>{J}</span></h1><p class=content--date><time datetime='2023-08-20T21:15'>2023年8月20日 21時15分</time></p><div class=content--detail-body><p class=content--summary>{JAPANESE[0]}</p><div class=body-text><p>{'<br /><br />'.join(JAPANESE[1:])}</p></div></div></section></main>"),J,JAPANESE,"2023-08-20T21:15"),
    Case("yahoo jp",web(f"{J}（清流新聞） - Yahoo!ニュース",f"<article><header><h1>{J}</h1><div><p><time>8/20(日) 21:15</time>配信</p></div></header><div class=article_body><div><p>{'<br/><br/>'.join(JAPANESE)}</p></div></div></article>"),J,JAPANESE,""),
    Case("naver",web(f"{K} : 네이버 뉴스",f"<div class=media_end_head><h2 id=title_area class=media_end_head_headline><span>{K}</span></h2><div class=media_end_head_info><span>입력</span><span class=media_end_head_info_datestamp_time data-date-time='2023-08-20 21:15:00'>2023.08.20. 오후 9:15</span></div></div><div id=newsct_article><article id=dic_area>{'<br><br>'.join(KOREAN)}</article></div>"),K,KOREAN,"2023-08-20T21:15"),
    Case("index dl above title",gov(f"<div class=xxgk><ul class=idx><li><b>索引号：</b>0001/2025-9</li><li><b>发布机构：</b>县财政局</li><li><b>生成日期：</b>2025-05-06</li><li><b>主题分类：</b>财政</li><li><b>文号：</b>清财〔2025〕9号</li><li><b>名称：</b>{G}</li></ul><div class=cont><h1>{G}</h1><div class=zw>{boxed(B)}<p style='text-align:right'>清溪县财政局</p><p style='text-align:right'>2025年5月6日</p></div></div></div>",G),G,(*B,"清溪县财政局","2025年5月6日"),"2025-05-06","县财政局"),
    Case("title in index table only",gov(f"<table class=idx border=1><tr><td>索引号</td><td>0001</td><td>发布机构</td><td>县财政局</td></tr><tr><td>标题</td><td colspan=3>{G}</td></tr><tr><td>发布日期</td><td>2025-05-06</td><td>文号</td><td>清财〔2025〕9号</td></tr></table><div class=zw>{boxed(B)}</div>",G),G,B,"2025-05-06","县财政局"),
    Case("meeting in body with date",gov(f"<h1>{G}</h1><div class=i>来源：县财政局</div><div class=z><p>5月6日，{B[0]}</p>{boxed(B[1:])}</div>",G),G,("5月6日，"+B[0],*B[1:]),"","县财政局"),
    Case("text with 来源 in it",gov(f"<h1>{G}</h1><div class=i>2025-05-06 来源：县财政局</div><div class=z>{boxed(B)}<p>资金来源：县级财政预算安排。</p><p>来源：国家统计局、县统计局有关数据整理，仅供参考。</p><p>联系人：高洁</p></div>",G),G,(*B,"资金来源：县级财政预算安排。","来源：国家统计局、县统计局有关数据整理，仅供参考。","联系人：高洁"),"2025-05-06","县财政局"),
    Case("poster",gov(f"<h1>{G}</h1><div class=i>2025-05-06 来源：县财政局</div><div class=z><div align=center><img src=/u/p.png><br><a href=/u/p.png>查看大图</a></div></div>",G),G,("查看大图",),"2025-05-06","县财政局",images=1),
    Case("letters",gov(f"<h1>关于路灯不亮的来信</h1><table class=xin border=1><tr><td>来信人</td><td>李某</td><td>来信时间</td><td>2025-05-01</td></tr><tr><td>来信内容</td><td colspan=3>{B[0]}</td></tr><tr><td>答复单位</td><td>县城管局</td><td>答复时间</td><td>2025-05-06</td></tr><tr><td>答复内容</td><td colspan=3>{B[1]}</td></tr></table>","关于路灯不亮的来信"),"关于路灯不亮的来信",("来信人","李某","来信时间","2025-05-01","来信内容",B[0],"答复单位","县城管局","答复时间","2025-05-06","答复内容",B[1]),"2025-05-01",cells=12),
]  # fmt: skip

LISTS = {
    "five only":gov("<h1>通知公告</h1><ul>"+boxed((f"<li><a href=/a{n}>{h}</a><span>{d}</span></li>" for n,(h,d) in enumerate(ROWS[:5])),"","")+"</ul>"),
    "with source lines":gov("<h2>要闻</h2>"+items("<div class=it><h4>","</h4><p>围绕年度目标任务，逐项梳理存在的问题，明确责任分工和完成时限，取得了阶段性成果。</p><em>来源：县政府办 {day}</em></div>"),"要闻_清溪县人民政府"),
    "lead first":gov("<h2>要闻</h2><div class=lead><h3><a href=/x>清溪县召开经济工作会议部署全年任务</a></h3><p>围绕年度目标任务，逐项梳理存在的问题，明确责任分工和完成时限……<a href=/x>[详细]</a></p></div><ul>"+items("<li>","<span>{day}</span></li>")+"</ul>","要闻_清溪县人民政府"),
    "topic":gov("<img src=/banner.jpg><h1>乡村振兴专题</h1>"+"".join(f"<h2>{c}</h2><ul>{linked(' '.join(HEADS[n:n+6]))}</ul>" for n,c in enumerate(("动态","政策","典型","图片"))),"乡村振兴专题_清溪县人民政府"),
    "columns side by side":gov("<table><tr>"+"".join(f"<td><b>{c}</b><table>"+boxed((f"<tr><td>·<a href=/a{c}{d}>{h}</a></td><td>{d}</td></tr>" for h,d in ROWS[:6]),"","")+"</table></td>" for c in ("局务公开","行业动态"))+"</tr></table>","清溪县水利局"),
    "questions":gov("<table class=q><tr><th>编号</th><th>主题</th><th>来信日期</th><th>回复</th></tr>"+items("<tr><td>QX{n}</td><td>","</td><td>{day}</td><td>已回复</td></tr>")+"</table>","互动交流"),
    "days in boxes":gov("<ul>"+items("<li><div class=d><b>1{n}</b><i>2025-03</i></div><div class=r>","<p>围绕年度目标任务，逐项梳理存在的问题，明确责任分工……</p></div></li>")+"</ul>","新闻动态-清溪学院"),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_a_page_of_yet_another_shape_is_read_whole(case):
    assert found(case) == told(case)


@pytest.mark.parametrize("name", LISTS)
def test_a_list_of_yet_another_shape_is_no_article(name):
    reading = read(LISTS[name])
    assert not reading.articles
    assert len(reading.listing.entries) >= 5
