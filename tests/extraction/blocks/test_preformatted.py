"""Code keeps its line ends and its language; prose in ``<pre>`` becomes paragraphs."""

import pytest

from builders import code, figure, img, p, pre
from bulletin_export.extraction.fragment import blocks_of_html
from bulletin_export.model.nodes import CodeBlock

CASES = {
    "line breaks": ("<pre>a {<br>b }</pre>", pre("a {\nb }")),
    "rows of boxes": ("<pre><code><div>a</div><div>b</div></code></pre>", pre("a\nb")),
    "a language of markdown": (
        '<pre><code class="language-python">x = 1\n</code></pre>', CodeBlock("x = 1", "python"),
    ),
    "a language of a highlighter": ('<pre class="brush: java; toolbar">a;</pre>', CodeBlock("a;", "java")),
    "no language": ('<pre class="language-text">a;</pre>', pre("a;")),
    "a picture in code": ("<pre>f(x)<img src=a.png></pre>", pre("f(x)"), figure(img(address="a.png"))),
    "code in a line": ("<p>按<kbd>Ctrl</kbd>见<samp>a\nb</samp></p>", p("按", code("Ctrl"), "见", code("a b"))),
    "code by breaks": ("<code>int a;<br>int b;</code>", pre("int a;\nint b;")),
    "prose with a picture": (
        "<pre>第一段的文字在这里。\n<img src=a.png>\n第二段在这里。</pre>",
        p("第一段的文字在这里。"),
        figure(img(address="a.png")),
        p("第二段在这里。"),
    ),
    "prose broken by hand": (
        "<pre>　　" + "会议强调，要抓好落实工" * 2 + "\n" + ("会议强调，要抓好落实工" * 2 + "会议\n") * 3 + "完成。\n　　第二段。</pre>",
        p("　　" + "会议强调，要抓好落实工" * 2 + ("会议强调，要抓好落实工" * 2 + "会议") * 3 + "完成。"),
        p("　　第二段。"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_preformatted_text_becomes(case):
    html, *wanted = CASES[case]
    assert blocks_of_html(html)[0] == tuple(wanted)
