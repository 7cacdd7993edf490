"""Pages whose mark-up is at odds with what they show: hidden, flat, unclosed, without a box."""

import pytest

from office_pages import GOV_FOOT, GOV_HEAD, Case, boxed, found, linked, prose, told, web

T = "清溪县启动2025年农村危房改造工作"
S = "清溪县启动农村危房改造工作"
BODY = prose(9)
DAY, OFFICE = "2025-05-20T08:30", "县住建局"
INFO = "<div class=i>发布时间：2025-05-20 08:30　来源：县住建局</div>"
FAR = "".join(
    f"<p>{word}：请登录清溪县人民政府网站，按照栏目提示填写有关信息，提交后工作人员将在五个工作日内予以答复。</p>"
    for word in ("咨询", "投诉", "建议")
)


def case(name: str, page: str, text: tuple[str, ...] = BODY, **more: object) -> Case:
    """Return a case with the title, day and source that all here share."""
    return Case(name, page, T, text, DAY, OFFICE)._replace(**more)


def gov(body: str, title: str = T) -> str:
    """Return a page of an office."""
    return web(f"{title}_清溪县人民政府", GOV_HEAD + body + GOV_FOOT)


CASES = [
    case("hidden until a script runs", gov(f"<h1>{T}</h1>{INFO}<div id=c style='display:none'>{boxed(BODY)}</div><script>show('c')</script>")),
    case("invisible", gov(f"<h1>{T}</h1>{INFO}<div class=k style='visibility:hidden;opacity:0'>{boxed(BODY)}</div>")),
    case("two ends of the page", "<html><head><title>" + T + f"</title></head><body>{GOV_HEAD}</body></html><div><h1>{T}</h1>{INFO}{boxed(BODY)}</div>{GOV_FOOT}</body></html>"),
    case("paragraphs never closed", gov(f"<h1>{T}</h1>{INFO}<div class=w><p>{'<p>'.join(BODY)}</div>")),
    case("paragraphs in paragraphs", gov(f"<h1>{T}</h1>{INFO}<div class=w><p>{boxed(BODY)}</p></div>")),
    case("flat in the body", web(T, f"<h1>{T}</h1>{INFO}{boxed(BODY)}<p><a href='/'>返回首页</a></p>")),
    case("font and center", gov(f"<center><font size=5 color=red>{T}</font></center><center>{INFO}</center><font size=3>{boxed(BODY, '　　', '<br>')}</font>")),
    case("spans for paragraphs", gov(f"<div class=tt>{T}</div>{INFO}<div class=w>{boxed(BODY, '<span style=display:block>', '</span>')}</div>")),
    case("a section for each part", gov(f"<h1>{T}</h1>{INFO}<div class=w>{boxed(BODY, '<section><section><span>', '</span></section></section>')}</div>")),
    case("each paragraph a table", gov(f"<h1>{T}</h1>{INFO}<div class=w>{boxed(BODY, '<table><tr><td>', '</td></tr></table>')}</div>")),
    case("preformatted", gov(f"<h1>{T}</h1>{INFO}<div class=w>{boxed(BODY, '<p style=white-space:pre-wrap>')}</div>")),
    case("body named like furniture", gov(f"<h1>{T}</h1>{INFO}<div class='nav-content comment-box share'>{boxed(BODY)}</div>")),
    case("title in the body box, and the body twice", gov(f"<div class=a><h1>{T}</h1>{INFO}<div class=w><p align=center><b>{T}</b></p>{boxed(BODY)}</div></div><div style='display:none' id=print>{boxed(BODY)}</div>")),
    case("short text, far more about the site", gov(f"<div class=a><h1>{T}</h1>{INFO}<div class=w><p>{BODY[0]}</p></div></div><div class=help><h3>温馨提示</h3>{FAR}</div>"), BODY[:1]),
    case("pictures between paragraphs", gov(f"<h1>{T}</h1>{INFO}<div id=zoom>{boxed(f'<p>{one}</p><p align=center><img src=/u/{n}.jpg></p>' for n, one in enumerate(BODY))}</div>".replace("<p><p>", "<p>").replace("</p></p>", "</p>")), images=5),
    case("lazy pictures", gov(f"<h1>{T}</h1>{INFO}<div class=w><p><img src=/img/blank.gif data-src=/u/1.jpg></p><p><img src='data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7' data-original=/u/2.jpg></p>{boxed(BODY)}</div>"), images=2),
    case("a page of columns after the body", gov(f"<div class=l><h1>{T}</h1>{INFO}<div class=w>{boxed(BODY)}</div></div><div class=r><h3>图片新闻</h3><a href=1><img src=/t/1.jpg></a><h3>热点</h3><ul>{linked('清溪县召开防汛工作会议部署任务 清溪县举办文化旅游节活动 清溪县开展安全生产大检查')}</ul></div>")),
    case("title on two lines with a break", gov(f"<h1>清溪县启动2025年<br>农村危房改造工作</h1>{INFO}<div class=w>{boxed(BODY)}</div>"), title="清溪县启动2025年 农村危房改造工作"),
    case("title only in the tags", web(T, GOV_HEAD + f"<div class=w>{INFO}{boxed(BODY)}</div>" + GOV_FOOT, f'<meta name="ArticleTitle" content="{T}">')),
    case("site name first in the title tag", web(f"清溪县人民政府-{T}", GOV_HEAD + f"<div class=bt>{T}</div>{INFO}<div class=w>{boxed(BODY)}</div>" + GOV_FOOT)),
    case("site name as the first heading", web("清溪县人民政府门户网站", f"<h1>清溪县人民政府</h1>{GOV_HEAD}<div class=bt>{T}</div>{INFO}<div class=w>{boxed(BODY)}</div>" + GOV_FOOT)),
    case("column as heading", web(f"工作动态_{T}", GOV_HEAD + f"<h2>工作动态</h2><div class=x><h3>{S}</h3>{INFO}<div class=w>{boxed(BODY)}</div></div>" + GOV_FOOT, f'<meta name="ArticleTitle" content="{S}">'), title=S),
    case("headings in the body", gov(f"<h1>{T}</h1>{INFO}<div class=w><h2>一、总体要求</h2><p>{BODY[0]}</p><h2>二、主要任务</h2><p>{BODY[1]}</p></div>"), ("一、总体要求", BODY[0], "二、主要任务", BODY[1])),
    case("a list of steps", gov(f"<h1>{T}</h1>{INFO}<div class=w><p>{BODY[0]}</p><ul>{boxed(('农户提出申请', '村级评议公示', '乡镇审核上报', '县级审批'), '<li>', '</li>')}</ul></div>"), (BODY[0], "农户提出申请", "村级评议公示", "乡镇审核上报", "县级审批")),
    case("a quotation", gov(f"<h1>{T}</h1>{INFO}<div class=w><p>{BODY[0]}</p><blockquote>{BODY[1]}</blockquote><p>{BODY[2]}</p></div>"), BODY[:3]),
    case("text after a film", gov(f"<h1>{T}</h1>{INFO}<div class=w><video src=/v.mp4></video>{boxed(BODY)}</div>"), ("［视频］", *BODY)),
    case("text under tabs", gov(f"<h1>{T}</h1>{INFO}<div class=tab><span>正文</span><span>解读</span></div><div class=tab-con>{boxed(BODY)}</div><div class=tab-con style='display:none'><p>{BODY[1]}</p></div>")),
    case("contents in notes to editors", gov(f"<h1>{T}</h1>{INFO}<div class=w>{boxed(BODY)}<p>初审：甲木</p><p>复审：乙林</p><p>终审：丙森</p></div>"), editor="甲木"),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_a_page_at_odds_with_itself_is_read_whole(case):
    assert found(case) == told(case)
