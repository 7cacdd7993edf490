"""Pages of schools, hospitals, courts and firms, in the shapes of the systems they run on."""

import pytest

from office_pages import Case, boxed, found, linked, prose, told, web

T = "我院成功举办第三届青年教师教学技能竞赛"
C = "清溪县人民法院关于公开选任人民陪审员的公告"
BODY = prose(2)
MENU = f'<div class="nav wp-menu"><ul>{linked("学院概况 机构设置 师资队伍 人才培养 科学研究 学生工作")}</ul></div>'
FOOT = '<div class="foot"><p>版权所有：清溪学院 地址：清溪县学府路1号 邮编：000000</p><p>技术支持：清溪网络</p></div>'
SIDE = f'<div class="left"><h3>通知公告</h3><ul>{linked("关于端午节放假的通知 关于开展教学检查的通知 关于图书馆闭馆的通知 关于校园网维护的通知 关于征集论文的通知")}</ul></div>'

CASES = [
    Case("vsb_content", web(f"{T}-清溪学院", MENU + f"""<form name="_newscontent_fromname"><div class="content"><h1 align="center">{T}</h1>
<div align="center">时间：2024-11-05&nbsp;&nbsp;作者：刘洋&nbsp;&nbsp;来源：教务处&nbsp;&nbsp;浏览：<span id="dynclicks_wbnews_1">[]</span>次</div>
<div id="vsb_content_2"><div class="v_news_content">{boxed(BODY[:3], '<p style="text-indent: 32px;"><span style="font-size: 16px;">', '</span></p>')}<p class="vsbcontent_img" style="text-align: center;"><img
src="/__local/1.jpg" vwidth="600"></p><p style="text-align:center;">竞赛现场</p>{boxed(BODY[3:])}</div></div><p align="right">【<a href="#">关闭</a>】</p>
<div>上一条：<a href="1.htm">学校召开教学工作会议</a></div><div>下一条：<a href="3.htm">学校举办运动会</a></div></div></form>""" + FOOT,
        '<META Name="keywords" Content="清溪学院"><META Name="pageType" Content="3"><META Name="pageTitle" Content="' + T + '">'),
        T, (*BODY[:3], "竞赛现场", *BODY[3:]), "2024-11-05", "教务处", "刘洋", images=1),
    Case("wp_articlecontent", web(T, MENU + SIDE + f"""<div class="infobox"><div class="article" frag="窗口3"><h1 class="arti_title">{T}</h1>
<p class="arti_metas"><span class="arti_publisher">发布者：王静</span><span class="arti_update">发布时间：2024-11-06</span><span class="arti_views">浏览次数：<span class="WP_VisitCount">88</span></span></p>
<div class="entry"><div class="read"><div class='wp_articlecontent'>{boxed(BODY)}<p style="text-align:right;">（图文：教务处 审核：张敏）</p></div></div></div></div></div>""" + FOOT),
        T, (*BODY, "（图文：教务处 审核：张敏）"), "2024-11-06", author="教务处", editor="张敏"),
    Case("DedeCMS", web(f"{T}_学院新闻_清溪学院", MENU + f"""<div class="place"><strong>当前位置:</strong> <a href='/'>主页</a> > <a href='/news/'>学院新闻</a> > </div>
<div class="viewbox"><div class="title"><h2>{T}</h2></div><div class="info"><small>时间:</small>2024-11-05 14:20<small>来源:</small>未知 <small>作者:</small>admin
<small>点击:</small><script src="/plus/count.php"></script>次</div><div class="intro">{BODY[0][:60]}...</div><div class="content"><table width='100%' border='0'><tr><td>{boxed(BODY, "<div>　　", "</div>")}</td></tr></table>
(责任编辑：admin)</div><div class="newdigg">顶一下(0) 0% 踩一下(0) 0%</div><div class="context"><ul><li>上一篇：<a href='1.html'>学校召开会议</a></li><li>下一篇：没有了</li></ul></div></div>""" + FOOT),
        T, BODY, "2024-11-05T14:20"),
    Case("PHPCMS", web(f"{T} - 校园新闻 - 清溪学院", MENU + f"""<div class="main"><div class="col-left"><div class="crumbs"><a href="/">首页</a><span> &gt; </span><a href="/xw/">校园新闻</a> > 正文</div>
<div id="Article"><h1>{T}<br /><span>2024-11-05 16:03:21&nbsp;&nbsp;&nbsp;来源：<a href="#">宣传部</a>&nbsp;&nbsp;&nbsp;评论：<a href="#comment">0</a> 点击：<span id="hits"></span></span></h1>
<div class="content">{boxed(BODY)}<div class="bk20 hr"></div></div></div><div class="col-auto"><h5>相关文章</h5><ul>{linked("学校召开就业工作会议 学校举行开学典礼")}</ul></div></div></div>""" + FOOT),
        T, BODY, "2024-11-05T16:03:21", "宣传部"),
    Case("EmpireCMS", web(f"{T}-学院动态-清溪学院", MENU + f"""<table width="100%"><tr><td class="title_info">您现在的位置：<a href="/">首页</a>&nbsp;>&nbsp;<a href="/d/">学院动态</a></td></tr></table><table class="box"><tr valign="top"><td class="news_content">
<h1>{T}</h1><table width="100%"><tr><td height="30" class="info">时间：2024-11-05 15:00:33&nbsp;&nbsp;来源：<a href="/">清溪学院报</a>&nbsp;&nbsp;作者：何 琳</td></tr><tr><td id="text">{boxed(BODY, "　　", "<br />")}<p align="center" class="pageLink"></p></td></tr></table>
<table><tr><td>上一篇：<a href="1">校园招聘会</a></td></tr></table></td><td class="sider">{SIDE}</td></tr></table>""" + FOOT), T, BODY, "2024-11-05T15:00:33", "清溪学院报", "何琳"),
    Case("SiteServer", web(T, MENU + f"""<div class="container"><div class="row"><div class="col-md-9 news-view"><div class="news-title">{T}</div><div class="news-meta"><span>2024年11月05日</span><span>信息来源：团委</span><span>文字：许诺 图片：唐宁</span></div>
<div class="news-body">{boxed(BODY)}</div></div><div class="col-md-3">{SIDE}</div></div></div>""" + FOOT), T, BODY, "2024-11-05", "团委", "许诺"),
    Case("Founder newspaper", web(f"{T}-清溪日报", f"""<table id="main"><tr><td class="default" align="right"><a href="node_1.htm">上一版</a> <a href="node_2.htm">下一版</a></td></tr><tr><td><div id="ozoom"><founder-title><table><tbody><tr><td class="bt3" align="center"><founder-yinti>立德树人　强师兴教
</founder-yinti></td></tr><tr><td class="bt1" align="center"><founder-biaoti>{T}</founder-biaoti></td></tr><tr><td class="bt2" align="center"><founder-futi>——来自教学一线的报告</founder-futi></td></tr><tr><td align="center"><founder-author>本报记者　沈月</founder-author></td></tr><tr><td align="center">《清溪日报》 2024年11月05日　第 03 版</td></tr></tbody></table></founder-title>
<founder-content><div id="articleContent">{boxed(BODY, "<P>　　")}</div></founder-content></div></td></tr></table>"""), T, BODY, "2024-11-05", "清溪日报", "沈月", kicker="立德树人 强师兴教", subtitle="——来自教学一线的报告"),
    Case("hospital, div soup", web(f"{T} 清溪县人民医院", MENU + f"""<div class="wrap"><div class="bar"><span>首页</span><span>新闻中心</span></div><div class="ny"><div class="ny_t">{T}</div><div class="ny_s">发布时间: 2024-11-05 <em>|</em> 作者: 护理部 <em>|</em> 人气: 1,204</div>
<div class="ny_c"><div>{"</div><div><br></div><div>".join(f"<span>{t[:20]}</span><span>{t[20:]}</span>" for t in BODY)}</div></div><div class="ny_p"><div>上一篇：<a href="#">名医义诊</a></div></div></div></div>""" + FOOT), T, BODY, "2024-11-05", "", "护理部"),
    Case("court notice", web(f"{C}-清溪法院网", MENU + f"""<div id="main_l"><div class="detail_bigtitle">{C}</div><div class="detail_location">来源：&nbsp;&nbsp;作者：&nbsp;&nbsp;发布时间：2024-10-08 08:58:12</div><div class="detail_thr">打印　字号：大 中 小</div><div class="detail_txt"><p>{BODY[0]}</p>
<p><b>一、选任名额</b></p><p>{BODY[1]}</p><p><b>二、选任条件</b></p><p>（一）拥护宪法；</p><p>（二）年满二十八周岁；</p><p>（三）身体健康。</p><p>联系人：葛庭长　电话：0000-7654321</p><p style="text-align:right">清溪县人民法院</p><p style="text-align:right">二〇二四年十月八日</p></div>
<div class="detail_bj">责任编辑：蒋波</div></div>""" + FOOT), C, (BODY[0], "一、选任名额", BODY[1], "二、选任条件", "（一）拥护宪法；", "（二）年满二十八周岁；", "（三）身体健康。", "联系人：葛庭长 电话：0000-7654321", "清溪县人民法院", "二〇二四年十月八日"), "2024-10-08T08:58:12", editor="蒋波"),
    Case("GBK without charset", web(f"{T}", MENU + f"<center><h2>{T}</h2>2024年11月5日　上午9:30　清溪晚报</center><div>{boxed(BODY)}</div>" + FOOT, charset=""), T, BODY, "2024-11-05T09:30", "清溪晚报", encoding="gbk"),
    Case("verse", web("秋夜登清溪阁_文学园地", MENU + """<div class="c"><h1>秋夜登清溪阁</h1><div class="m">作者：宋文轩　　发布时间：2024-09-17</div><div class="b"><p>阁外秋声落叶轻，<br>一溪寒月照孤城。<br>何人夜半吹长笛，<br>吹到西山第几程。</p><p>二</p><p>灯火千家近水明，<br>渔舟归处暮烟平。</p></div></div>""" + FOOT), "秋夜登清溪阁",
        ("阁外秋声落叶轻， 一溪寒月照孤城。 何人夜半吹长笛， 吹到西山第几程。", "二", "灯火千家近水明， 渔舟归处暮烟平。"), "2024-09-17", author="宋文轩"),
    Case("timetable nested in a layout table", web("2024年秋季学期期末考试安排表", MENU + f"""<table width=1000><tr><td width=220>{SIDE}</td><td><table><tr><td align=center><h2>2024年秋季学期期末考试安排表</h2></td></tr><tr><td align=center>发布日期：2024-12-20 发布部门：教务处</td></tr><tr><td><p>请考生提前十五分钟到场。</p><table border=1><tr><th>日期</th><th>科目</th><th>教室</th></tr><tr><td>1月6日</td><td>高等数学</td><td>A101</td></tr>
<tr><td>1月7日</td><td>大学英语</td><td>A102<br>A103</td></tr></table></td></tr></table></td></tr></table>""" + FOOT), "2024年秋季学期期末考试安排表", ("请考生提前十五分钟到场。", *["日期", "科目", "教室", "1月6日", "高等数学", "A101", "1月7日", "大学英语"], "A102 A103"), "2024-12-20", "教务处", cells=9),
    Case("minutes of a meeting", web("清溪学院第二次学生代表会议纪要", MENU + f"""<div class="wz"><h3>清溪学院第二次学生代表会议纪要</h3><p class="wz_x">2024-05-06 学生会 点击：[ 45 ]</p><div class="wz_n"><p>时间：2024年5月4日下午2:30</p><p>地点：大礼堂</p><p>主持：丁一</p><p>出席：全体代表</p><p>{BODY[0]}</p><p>会议决定：</p><ol><li>{BODY[1]}</li><li>{BODY[2]}</li></ol></div></div>""" + FOOT), "清溪学院第二次学生代表会议纪要",
        ("时间：2024年5月4日下午2:30", "地点：大礼堂", "主持：丁一", "出席：全体代表", BODY[0], "会议决定：", BODY[1], BODY[2]), "2024-05-06", "学生会"),
    Case("embedded document", web("清溪学院2024年部门预算公开", MENU + """<div class="show"><h1>清溪学院2024年部门预算公开</h1><div class="show_i">2024-02-20 10:10:00 来源：财务处</div><div class="show_c"><p>清溪学院2024年部门预算公开，详见附件。</p><p><a href="/a/ys.pdf">清溪学院2024年部门预算.pdf</a></p><iframe src="/a/ys.pdf" width="100%"></iframe></div></div>""" + FOOT), "清溪学院2024年部门预算公开",
        ("清溪学院2024年部门预算公开，详见附件。", "清溪学院2024年部门预算.pdf"), "2024-02-20T10:10:00", "财务处"),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_a_page_of_an_institution_is_read_whole(case):
    assert found(case) == told(case)
