"""A publication that wants to be an invalid book: odd titles, dead and looping links, and the rest.

For the tests and for the gates of `make validate`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bulletin_export.model.article import Article
    from bulletin_export.model.nodes import Table
    from bulletin_export.model.publication import Publication

TITLES = (
    "利率 < 3% & 汇率 > 7",
    "“双引号” '单引号' \"直引号\" `反引号`",
    "]]> <!-- 注释 --> <script>alert(1)</script> &amp; &nbsp; &#0;",
    "🎉🎊👨‍👩‍👧‍👦 表情与旗帜 🇨🇳",
    "字" * 300,
    "没有空格的很长的拉丁文标题" + "Donaudampfschifffahrt" * 12,
    "　",
    "…",
    "\u202e从右到左\u202c 与零\u200b宽",
    "𠮷野家与𩸽：扩展区汉字",
    "a/b\\c:d*e?f|g.xhtml#h",
    "../../META-INF/container.xml",
    "换\n行\t与制表",
    "العربية עברית 中文混排",
    "",
)
ADDRESSES = (
    "https://example.cn/没有/编码 的 空格.html",
    "http://example.cn/%zz?a=1&b=<2>",
    "javascript:alert(1)",
    "data:text/html,<p>x</p>",
    "file:///etc/passwd",
    "#nowhere",
    "article-0001.xhtml#nowhere",
    "../nav.xhtml",
    "mailto:编辑部@example.cn",
    "http://[::1",
    "https://",
    "relative/path.html",
    "tel:+86-10-12345678",
    "",
)


def hostile() -> Publication:
    """Return it."""
    from bulletin_export.model.publication import Publication, Section

    every = tuple(_articles())
    half = len(every) // 2
    return Publication(
        sections=(
            Section(every[:3], TITLES[2]),
            Section(every[3:half], TITLES[4], level=2),
            Section(every[half:], "", level=1),
        ),
        title="敌意 & <样刊> “" + "长" * 120 + "”",
        publisher="A&B <社>",
        collection="敌意 <丛刊>",
        issue="第 <1> 期 & 增刊",
        has_contents=True,
    )


def _articles() -> Iterator[Article]:
    from builders import article, code, figure, h, img, link, note, p, pre, quote, ruby, ul

    ways = [p("见", link(one, f"链接 {number}"), "。") for number, one in enumerate(ADDRESSES)]
    for number, title in enumerate(TITLES):
        after = f"https://example.cn/{(number + 1) % len(TITLES)}.html"
        yield article(
            h(1, title or "无题"),
            h(6, "跳级的标题 & <六>"),
            p("下一篇", link(after, "绕圈"), "，本篇", link(after[:-6] + "x.html", "死路"), "。"),
            *ways,
            p(
                "注",
                note(p("脚注里的", link("#nowhere", "死链"), " & <b>")),
                code("<a & b>"),
                ruby("汉", "hàn"),
            ),
            quote(ul("一", "二")),
            pre("<pre>\n]]> & \x0b 控制"),
            figure(img("nowhere.png", "遗失的图"), img("", ""), caption="图 <1> & 2"),
            title=title,
            kicker="<引题>" if number % 2 else "",
            source="A&B <报>",
            date="2024-05-18",
            address=f"https://example.cn/{number}.html",
        )
    yield article(_wide(), title="宽表")
    yield article(_long(), title="长表")


def _wide() -> Table:
    from builders import table, td, tr

    return table(*(tr(*(td(f"{row}×{column}") for column in range(80))) for row in range(12)))


def _long() -> Table:
    from builders import table, td, tr

    return table(
        *(tr(*(td(f"第{row}行 <{column}>") for column in range(6))) for row in range(2500))
    )


def ten_thousand() -> Publication:
    """Return the articles of `hostile` over and over, each with its first links, in 100 sections."""
    from msgspec.structs import replace

    from bulletin_export.model.nodes import Paragraph
    from bulletin_export.model.packed import PackedArticles
    from bulletin_export.model.publication import Publication, Section

    odd = []
    for one in hostile().articles():
        links = next((block for block in one.blocks if isinstance(block, Paragraph)), None)
        if links:
            odd.append(replace(one, blocks=(links,)))

    def run(start: int) -> Iterator[Article]:
        for number in range(start, start + 100):
            one = odd[number % len(odd)]
            address = f"https://example.cn/{number}.html"
            yield replace(one, metadata=replace(one.metadata, address=address))

    sections = (
        Section(PackedArticles.of(run(start)), f"第{start // 100 + 1}组 <&>")
        for start in range(0, 10_000, 100)
    )
    return Publication(sections=tuple(sections), title="一万篇 <&>", has_contents=True)
