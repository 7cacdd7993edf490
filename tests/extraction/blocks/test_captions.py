"""Captions go to their pictures; sentences of the body never do."""

import pytest

from builders import br, figure, h, img, p, strong
from bulletin_export.extraction.fragment import blocks_of_html
from bulletin_export.model.nodes import Figure, Text

BODY = "会议强调，要切实增强责任感，抓好各项工作落实，确保全年目标任务如期完成。"
A, B = img(address="a.png"), img(address="b.png")
_A, _B = '<p><img src="a.png"></p>', '<p><img src="b.png"></p>'

BELOW = [
    "图为会议现场。",
    "▲会议现场",
    "△志愿者在清扫积雪",
    "会议现场。张三 摄",
    "会议现场（资料图片）",
    "（图源：青川发布）",
    "图片来源：青川发布",
    "图/视觉中国",
    "（新华社记者 张三 摄）",
    "新华社发（张三摄）",
    "青川县委宣传部供图",
    "图1 全市降雨分布",
    "图一：全市降雨分布",
    "视频截图",
    "资料图：市民出行。中新社记者 张三 摄",
]
NOT = [
    BODY,
    "会议指出，要抓好落实。",
    "他拿起相机拍摄。",
    "图1显示了降雨增长的情况。",
    "一、总体要求",
    "责任编辑：张三",
    "2020年1月1日",
    "（记者 张三）",
    "态势向好，外贸基本面改善",
    "下一步怎么走？",
    "——陆游",
    "3",
]


@pytest.mark.parametrize("words", BELOW)
def test_a_line_that_speaks_of_the_picture_is_its_caption(words):
    assert blocks_of_html(f"{_A}<p>{words}</p><p>{BODY}</p>")[0] == (
        figure(A, caption=words),
        p(BODY),
    )


@pytest.mark.parametrize("words", NOT)
def test_a_line_of_the_body_is_no_caption(words):
    blocks, _ = blocks_of_html(f"<p>{BODY}</p>{_A}<p>{words}</p><p>{BODY}</p>")
    assert blocks[1:3] == (figure(A), p(words))


CASES = {
    "centred": (f"{_A}<p align=center>会议在青川县城隆重召开的主会场</p><p>{BODY}</p>",
                figure(A, caption="会议在青川县城隆重召开的主会场"), p(BODY)),
    "short": (f"<p>{BODY}</p>{_A}<p>会议现场</p><p>{BODY}</p>", p(BODY), figure(A, caption="会议现场"), p(BODY)),
    "short, then the next picture": (f"{_A}<p>主会场</p>{_B}<p>分会场</p><p>{BODY}</p>",
                                     figure(A, caption="主会场"), figure(B, caption="分会场"), p(BODY)),
    "names above pictures": (f"<p>主会场</p>{_A}<p>分会场</p>{_B}<p>{BODY}</p>",
                             p("主会场"), figure(A), p("分会场"), figure(B), p(BODY)),
    "a page that centres all": (f"<center>{_A}<p>会议在青川召开</p><p>{BODY}</p></center>",
                                figure(A), p("会议在青川召开"), p(BODY)),
    "above": (f"<p>▼会议现场</p>{_A}<p>{BODY}</p>", figure(A, caption="▼会议现场"), p(BODY)),
    "above without a picture": (f"<p>▼会议现场</p><p>{BODY}</p>", p("▼会议现场"), p(BODY)),
    "a credit below": (f"{_A}<p>图为会议现场。</p><p>张三 摄</p><p>{BODY}</p>",
                       Figure((A,), (Text("图为会议现场。"), br, Text("张三 摄"))), p(BODY)),
    "two pictures of one line": ('<p><img src="a.png"><img src="b.png"></p><p>图为会场。</p>',
                                 figure(A, B, caption="图为会场。")),
    "two pictures, one caption": (f"{_A}{_B}<p>上图：会场。下图：展台。</p>",
                                  figure(A, B, caption="上图：会场。下图：展台。")),
    "two pictures, a caption for one": (f"{_A}{_B}<p>图为会场。</p>", figure(A), figure(B, caption="图为会场。")),
    "named by the page": (f'{_A}<div class="pic-intro">任何文字，都可以写在这里。</div><p>{BODY}</p>',
                          figure(A, caption="任何文字，都可以写在这里。"), p(BODY)),
    "a bold heading below": (f"<p>{BODY}</p>{_A}<p align=center><b>工作亮点</b></p><p>{BODY}</p>",
                             p(BODY), figure(A), h(1, "工作亮点"), p(BODY)),
    "in the cells of a layout": (
        f'<table><tr><td align=center>{_A}<tr><td align=center>会议现场</table><p>{BODY}</p>',
        figure(A, caption="会议现场"), p(BODY)),
    "bold and marked": (f"{_A}<p><b>图为会场。</b></p>", Figure((A,), (strong("图为会场。"),))),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_captions_by_shape(case):
    html, *wanted = CASES[case]
    assert blocks_of_html(html)[0] == tuple(wanted)
