"""Pages of governments, ministries and counties, in the shapes their publishing systems give."""

import pytest

from office_pages import GOV_FOOT, GOV_HEAD, Case, boxed, found, linked, prose, told, web

T = "清溪县人民政府关于印发《清溪县农村供水保障三年行动方案》的通知"
N = "清溪县召开防汛抗旱工作会议"
SIGNED = ("清溪县人民政府", "2025年3月18日")
BODY = prose(1)


def metas(title: str, date: str, source: str, **more: str) -> str:
    """Return the tags of 国办发〔2017〕47号."""
    every = {"SiteName": "清溪县人民政府", "SiteDomain": "www.qingxi.example", "SiteIDCode": "0000000001",
             "ColumnName": "政策文件", "ColumnType": "政策文件", "ArticleTitle": title, "PubDate": date,
             "ContentSource": source, "Keywords": "供水,农村", "Author": "", **more}  # fmt: skip
    return "".join(f'<meta name="{name}" content="{value}" />\n' for name, value in every.items())


def index(*pairs: str) -> str:
    """Return the table above a policy: label, value, two pairs a row."""
    cells = [f"<td class='zwgk_comr1'><b>{one}</b></td>" for one in pairs]
    rows = "".join(f"<tr>{''.join(cells[n : n + 4])}</tr>" for n in range(0, len(cells), 4))
    return f"<table class='table_suoyin' border='0' width='100%'>{rows}</table>"


INDEX = index("索 引 号：", "000014349/2025-00018", "主题分类：", "农业、林业、水利\\水利、水务",
              "发文机关：", "清溪县人民政府", "成文日期：", "2025年03月18日",
              "标　　题：", T, "", "", "发文字号：", "清政发〔2025〕8号", "发布日期：", "2025年03月24日")  # fmt: skip

CASES = [
    Case("www.gov.cn, UCAP-CONTENT", web(f"{N}_要闻_清溪县政府网", GOV_HEAD + f"""
<div class="article oneColumn pub_border"><h1 id="ti">{N}</h1>
<div class="pages-date">2025-03-18 16:42<span class="font">来源： 清溪县融媒体中心</span>
<span class="font">【字体：<a href="#">大</a> <a href="#">中</a> <a href="#">小</a>】</span>
<span class="font noprint"><a href="#">打印</a></span><div class="share" id="share"></div></div>
<div class="pages_content" id="UCAP-CONTENT">{boxed(BODY, '<p style="text-indent: 2em;">　　')}</div>
<div class="editor">【我要纠错】<span id="editor">责任编辑：方敏</span></div></div>""" + GOV_FOOT,
        metas(N, "2025-03-18 16:42", "清溪县融媒体中心")), N, BODY, "2025-03-18T16:42", "清溪县融媒体中心", "", "方敏"),
    Case("policy with index table", web(f"{T}_政府信息公开专栏", GOV_HEAD + f"""
<div class="wrap"><table width="93%"><tr><td>{INDEX}</td></tr></table>
<table width="100%"><tr><td><p class="title" style="text-align:center">{T}</p>
<p style="text-align:center">清政发〔2025〕8号</p><div class="b12c" id="UCAP-CONTENT"><p>各乡镇人民政府，县政府各部门：</p>
{boxed(BODY)}<p style="text-align:right">清溪县人民政府</p><p style="text-align:right">2025年3月18日</p>
<p>（此件公开发布）</p></div></td></tr></table></div>""" + GOV_FOOT, metas(T, "2025-03-24 09:30", "县政府办")),
        T, ("各乡镇人民政府，县政府各部门：", *BODY, *SIGNED, "（此件公开发布）"), "2025-03-24T09:30", "县政府办"),
    Case("index table without tags", web(T, GOV_HEAD + f"<div class=zc>{INDEX}<h1>{T}</h1><div class=zc_n>{boxed(BODY)}{boxed(SIGNED)}</div></div>" + GOV_FOOT),
        T, (*BODY, *SIGNED), "2025-03-24", "清溪县人民政府"),
    Case("old gazette with early html end", "<html><head><title>" + N + "</title><meta http-equiv=Content-Type "
        'content="text/html; charset=utf-8"><meta name="firstpublishedtime" content="2007-08-20-23:59:59">'
        f"""<meta name="lanmu" content="公报"></head></html><body><table width=770 align=center><tr><td class=p1>
<a href=/>网站首页</a> | <a href=/gb>政府公报</a></td></tr><tr><td><table width=100%><tr><td align=center
 class=bt2>{N}</td></tr><tr><td align=center class=info>中央政府门户网站　www.qingxi.example　　2007年08月20日　　来源：清溪日报</td></tr><tr>
<td class=p1><p>{"</p><p>".join(BODY)}</p></td></tr></table></td></tr><tr><td align=center>版权所有：清溪县人民政府网 |
<a href=#>网站声明</a></td></tr></table></body></html>""", N, BODY, "2007-08-20", "清溪日报"),
    Case("ministry, TRS_Editor", web(N, GOV_HEAD + f"""<div class="content_wrap"><div class="xl_title">{N}</div>
<div class="xl_info"><span>发布时间：2025-03-18 08:15</span><span>信息来源：水利司</span><span>作者：</span>
<span>浏览次数：<script>document.write(12)</script></span></div><div class="TRS_Editor">
<style type="text/css">.TRS_Editor P{{line-height:2}}</style><div class="Custom_UnionStyle">{boxed(BODY)}</div></div>
<div class="fj"><p>附件：<a href="./P02025.docx">1.任务分工表.docx</a></p></div></div>""" + GOV_FOOT), N,
        (*BODY, "附件：1.任务分工表.docx"), "2025-03-18T08:15", "水利司"),
    Case("hanweb jcms, zoom and RSS marks", web(f"清溪县人民政府 {N}", f"""<table width="1000" align="center"><tr><td>
<table width="100%"><tr><td class="bt">当前位置：<a href="/">首页</a>&gt;&gt;<a href="/col/c1.html">水利要闻</a></td></tr></table>
<table id="article" width="100%"><tr><td class="title" align="center"><!--<$[标题]>begin-->{N}<!--<$[标题]>end--></td></tr>
<tr><td align="center"><table><tr><td>发布日期：<!--<$[发布时间]>begin-->2025-03-18 10:05<!--<$[发布时间]>end--></td><td>信息来源：
<!--<$[信息来源]>begin-->县水利局<!--<$[信息来源]>end--></td><td>访问次数：<script src="/counter"></script></td><td>字号：[ 大
中 小 ]</td></tr></table></td></tr><tr><td><div id="zoom" class="bt_content"><!--ZJEG_RSS.content.begin--><meta
name="ContentStart"/>{boxed(BODY, "<p>　　")}<meta name="ContentEnd"/><!--ZJEG_RSS.content.end--></div></td></tr><tr><td
align="right">责任编辑：赵敏</td></tr></table></td></tr></table>""" + GOV_FOOT), N, BODY, "2025-03-18T10:05", "县水利局", "", "赵敏"),
    Case("county, br in one cell", web(f"{N}-清溪县水利局", f"""<table><tr><td><a href=/>首页</a><a href=/a>机构</a></td></tr>
</table><table width=960><tr><td width=200 valign=top><table>{boxed(("<a href=x>水利工程质量监督公告</a>",) * 8, "<tr><td>", "</td></tr>")}</table>
</td><td><table><tr><td height=40 align=center><font size=5><b>{N}</b></font></td></tr><tr><td align=center>
作者：admin　来源：本站原创　点击数：568　更新时间：2025/3/18 9:20:11</td></tr><tr><td>{"<br><br>　　".join(("", *BODY))}<br></td></tr>
<tr><td align=right>【<a href=#>发表评论</a>】【<a href=#>告诉好友</a>】【<a href=#>打印此文</a>】</td></tr><tr><td>
上一篇：<a href=1>县水利局开展水法宣传</a><br>下一篇：没有了</td></tr></table></td></tr></table>"""), N, BODY, "2025-03-18T09:20:11", "本站原创"),
    Case("notice, attachments, signature", web(T, GOV_HEAD + f"""<div class="main"><h2 class="tit">{T}</h2><div class="info">
时间：2025-03-24 17:00:08　　来源：县政府办公室　　<span>【<a>大</a>&nbsp;<a>中</a>&nbsp;<a>小</a>】</span></div><div class="con">
{boxed(("各村民委员会：", *BODY))}<p>特此通知。</p><p>　　附件：1．<a href="/f/1.pdf">清溪县供水工程名单</a></p><p>　　　　　2．<a
href="/f/2.xls">经费安排表</a></p><p align="right">清溪县人民政府</p><p align="right">2025年3月18日</p></div></div>""" + GOV_FOOT),
        T, ("各村民委员会：", *BODY, "特此通知。", "附件：1．清溪县供水工程名单", "2．经费安排表", *SIGNED), "2025-03-24T17:00:08", "县政府办公室"),
    Case("printed line against metas", web(N, GOV_HEAD + f"""<div class="article"><h1>{N}</h1><p class="ly"><span>日期：2025年3月18日
</span><span>来源：清溪县水利局办公室</span></p><div class="article-content">{boxed(BODY)}</div></div>""" + GOV_FOOT,
        metas(N, "2025-03-20 11:11:11", "水利")), N, BODY, "2025-03-18", "清溪县水利局办公室"),
    Case("nothing printed but metas", web(N, GOV_HEAD + f"""<div class="nr"><h3 class="nr_bt">{N}</h3><div class="nr_zw">
{boxed(BODY)}</div></div>""" + GOV_FOOT, metas(N, "2025-03-18 09:05:00", "清溪县水利局", Author="超级管理员")),
        N, BODY, "2025-03-18T09:05:00", "清溪县水利局"),
    Case("no date anywhere but today's", web(N, GOV_HEAD + f"""<div class="nr"><h3 class="nr_bt">{N}</h3><div class="nr_zw">
{boxed(BODY)}</div></div>""" + GOV_FOOT), N, BODY),
    Case("appointments", web("清溪县人民政府关于黄志远等同志职务任免的通知", GOV_HEAD + """<div class="zw"><h1>清溪县人民政府关于黄志远等同志职务任免的通知</h1>
<div class="sx"><span>发布时间：2025-04-02</span> <span>来源：县人力资源和社会保障局</span> <span>审核：周明</span> <span>发布者：admin</span></div>
<div class="zw_nr"><p>各乡镇人民政府，县政府各部门：</p><p>经研究决定：</p><p>任命黄志远为清溪县水利局副局长（试用期一年）；</p><p>任命李秋实为清溪县审计局局长；</p><p>免去孙长河的清溪县水利局副局长职务。</p><p>清溪县人民政府</p><p>2025年3月28日</p></div></div>""" + GOV_FOOT),
        "清溪县人民政府关于黄志远等同志职务任免的通知", ("各乡镇人民政府，县政府各部门：", "经研究决定：",
        "任命黄志远为清溪县水利局副局长（试用期一年）；", "任命李秋实为清溪县审计局局长；", "免去孙长河的清溪县水利局副局长职务。", "清溪县人民政府",
        "2025年3月28日"), "2025-04-02", "县人力资源和社会保障局", "", "周明"),
    Case("law with articles", web("清溪县农村供水管理办法", GOV_HEAD + """<div class="law"><div class="law-title">清溪县农村供水管理办法</div>
<div class="law-text"><p>（2024年12月20日清溪县人民政府第三十一次常务会议通过　自2025年3月1日起施行）</p><p><strong>第一章　总则</strong></p>
<p>第一条　为了保障农村供水安全，根据有关法律、法规，结合本县实际，制定本办法。</p><p>第二条　本办法适用于本县行政区域内农村供水及其管理活动。</p>
<p><strong>第二章　管理</strong></p><p>第三条　县水行政主管部门负责农村供水的监督管理，其他部门按照职责做好相关工作。</p><p>第四条　本办法自2025年3月1日起施行。</p></div></div>"""
        + GOV_FOOT, metas("清溪县农村供水管理办法", "2024-12-25 15:00", "清溪县人民政府")), "清溪县农村供水管理办法",
        ("（2024年12月20日清溪县人民政府第三十一次常务会议通过 自2025年3月1日起施行）", "第一章 总则", "第一条 为了保障农村供水安全，根据有关法律、法规，结合本县实际，制定本办法。",
        "第二条 本办法适用于本县行政区域内农村供水及其管理活动。", "第二章 管理", "第三条 县水行政主管部门负责农村供水的监督管理，其他部门按照职责做好相关工作。", "第四条 本办法自2025年3月1日起施行。"),
        "2024-12-25T15:00", "清溪县人民政府"),
    Case("questions and answers", web("《清溪县农村供水保障三年行动方案》政策解读", GOV_HEAD + f"""<div class="detail"><h1>《清溪县农村供水保障三年行动方案》政策解读</h1>
<div class="msg"><i>2025-03-25 08:00</i><i>来源：清溪县水利局</i><i>阅读：<em>77</em></i><i>编辑：吴晓</i></div><div id="Zoom">
<p><b>问：出台的背景是什么？</b></p><p>答：{BODY[0]}</p><p><b>问：主要内容有哪些？</b></p><p>答：{BODY[1]}</p><p><b>问：如何落实？</b></p><p>答：{BODY[2]}</p>
</div><div class="related"><h3>相关文件</h3><ul>{linked("清溪县人民政府关于印发三年行动方案的通知")}</ul></div></div>""" + GOV_FOOT),
        "《清溪县农村供水保障三年行动方案》政策解读", ("问：出台的背景是什么？", "答：" + BODY[0], "问：主要内容有哪些？", "答：" + BODY[1], "问：如何落实？", "答：" + BODY[2]),
        "2025-03-25T08:00", "清溪县水利局", "", "吴晓"),
    Case("scanned notice", web("关于城区停水的通告", GOV_HEAD + """<div class="art"><h1>关于城区停水的通告</h1><p>2025-06-01　来源：自来水公司　浏览：</p>
<div class="art_con"><p style="text-align:center"><img src="/u/1.jpg" width="700"></p><p style="text-align:center"><img src="/u/2.jpg" width="700"></p>
</div></div>""" + GOV_FOOT), "关于城区停水的通告", (), "2025-06-01", "自来水公司", images=2),
    Case("price table with spans", web("清溪县2025年5月主要农产品价格监测表", GOV_HEAD + """<div class="list-content"><div class="title">清溪县2025年5月主要农产品价格监测表</div>
<div class="date">发布日期：2025-06-03 09:00 来源：县发改局价格科</div><div id="zoom"><table border="1"><tr><td rowspan="2">品名</td><td colspan="2">价格（元）</td></tr><tr><td>本月</td><td>上月</td></tr>
<tr><td>大米</td><td>2.95</td><td>2.90</td></tr><tr><td>鸡蛋</td><td>5.10</td><td>5.30</td></tr></table><p>注：价格为三个采价点的平均数。</p></div></div>""" + GOV_FOOT),
        "清溪县2025年5月主要农产品价格监测表", (*["品名", "价格（元）", "本月", "上月", "大米", "2.95", "2.90", "鸡蛋", "5.10", "5.30"], "注：价格为三个采价点的平均数。"),
        "2025-06-03T09:00", "县发改局价格科", cells=10),
    Case("list of names as table of links", web("2025年度清溪县高新技术企业拟认定名单公示", GOV_HEAD + f"""<div class="main"><h1>2025年度清溪县高新技术企业拟认定名单公示</h1>
<div class="time">发布时间：2025-07-01 来源：县科技局</div><div class="text"><p>根据有关规定，现将拟认定名单予以公示，公示期五个工作日。</p><table><tr><th>序号</th><th>企业</th></tr>
{boxed((f"<td>{n}</td><td><a href='/q/{n}'>清溪第{n}科技有限公司</a></td>" for n in range(1, 9)), "<tr>", "</tr>")}</table><p>清溪县科学技术局</p><p>2025年7月1日</p></div></div>""" + GOV_FOOT),
        "2025年度清溪县高新技术企业拟认定名单公示", ("根据有关规定，现将拟认定名单予以公示，公示期五个工作日。", "序号", "企业",
        *(word for n in range(1, 9) for word in (str(n), f"清溪第{n}科技有限公司")), "清溪县科学技术局", "2025年7月1日"), "2025-07-01", "县科技局", cells=18),
    Case("very short", web("停电公告", GOV_HEAD + """<div class="con"><h2>停电公告</h2><div>时间：2025-08-08 12:30 来源：供电所</div><div class="txt">因线路检修，8月9日8时至18时城北片区停电，请做好准备。
</div></div>""" + GOV_FOOT), "停电公告", ("因线路检修，8月9日8时至18时城北片区停电，请做好准备。",), "2025-08-08T12:30", "供电所"),
    Case("kicker, title and subtitle", web(f"{N}-清溪新闻", GOV_HEAD + f"""<div class="xq"><h3 class="yinti">深入学习贯彻全国水利工作会议精神</h3><h1>{N}</h1><h3 class="futi">
——县委书记出席并讲话</h3><div class="ly">来源：清溪日报　作者：记者 陈晓东 通讯员 林小雨　发布时间：2025-03-19 07:50　责编：韩冰</div><div class="wz">{boxed(BODY, "<div><span>　　", "</span></div>")}
</div></div>""" + GOV_FOOT), N, BODY, "2025-03-19T07:50", "清溪日报", "陈晓东 林小雨", "韩冰", kicker="深入学习贯彻全国水利工作会议精神", subtitle="——县委书记出席并讲话"),
    Case("speech with numbered headings", web("在全县水利工作会议上的讲话", GOV_HEAD + f"""<div class="box"><h1>在全县水利工作会议上的讲话</h1><p align="center">（2025年1月10日）</p><p align="center">马建国</p>
<p class="sx">发布时间：2025-01-12 10:00　　来源：县水利局</p><div class="view TRS_UEDITOR trs_paper_default"><p>同志们：</p><p>{BODY[0]}</p><p>一、关于过去一年的工作</p><p>（一）项目建设。{BODY[1]}</p>
<p>（二）防汛抗旱。{BODY[2]}</p><p>二、关于今年的任务</p><p>1.{BODY[3]}</p><p>2.{BODY[4]}</p></div></div>""" + GOV_FOOT), "在全县水利工作会议上的讲话",
        ("同志们：", BODY[0], "一、关于过去一年的工作", "（一）项目建设。" + BODY[1], "（二）防汛抗旱。" + BODY[2], "二、关于今年的任务", "1." + BODY[3], "2." + BODY[4]),
        "2025-01-12T10:00", "县水利局", "马建国"),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_a_page_of_a_government_is_read_whole(case):
    assert found(case) == told(case)
