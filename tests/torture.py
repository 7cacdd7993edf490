"""One publication with every node there is, and the hard cases of each.

``make golden`` writes it to ``examples/torture.json``, which the validators' samples are built
from; `tests/house/test_examples.py` keeps the two equal.
"""

from __future__ import annotations

import struct
import zlib

import msgspec

from builders import (
    article,
    br,
    code,
    em,
    figure,
    h,
    hr,
    img,
    li,
    link,
    note,
    ol,
    p,
    pre,
    publication,
    quote,
    ruby,
    strike,
    strong,
    sub,
    sup,
    table,
    td,
    th,
    tr,
    u,
    ul,
)
from bulletin_export.model.article import Article
from bulletin_export.model.media import MediaItem
from bulletin_export.model.nodes import Alignment, Table
from bulletin_export.model.publication import Publication, Section

_LONG_ADDRESS = (
    "https://archive.example.org/bulletins/2024/05/18/flood-season/meeting-minutes/"
    "a-very-long-path-segment-that-nobody-can-break-at-a-blank?lang=zh-CN&page=12&sort=date#item-7"
)


def square(colour: tuple[int, int, int], width: int = 12, height: int = 8) -> MediaItem:
    """Return a PNG in one colour; stored, not deflated, so that every machine makes the same."""
    raw = (b"\x00" + bytes(colour) * width) * height
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(raw, 0)), (b"IEND", b""))
    return MediaItem.of(b"\x89PNG\r\n\x1a\n" + b"".join(map(_chunk, chunks)), "image/png")


def _chunk(chunk: tuple[bytes, bytes]) -> bytes:
    kind, data = chunk
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


_BLUE = square((32, 96, 160))
_GREEN = square((40, 140, 80), 8, 16)


def torture() -> Publication:
    """Return the publication: two sections, four articles."""
    one = publication(_inlines(), title="排版难例集", contents=True)
    sections = (
        Section((_inlines(), _blocks()), "行内与块"),
        Section((_tables(), _pictures()), "表格与图片"),
    )
    return msgspec.structs.replace(
        one, sections=sections, publisher="青石编辑部", date="2024-05-18", modified=1716019200
    )


def _inlines() -> Article:
    return article(
        p(
            "本报讯（通讯员 翟𠮷安 记者 程镕）",
            strong("粗体"),
            em("强调"),
            u("下划线"),
            strike("删除"),
            "与",
            strong("粗体里的", em("强调里的", u("下划线"))),
            "相邻，中间没有空格。",
        ),
        p(
            "化学式 H",
            sub("2"),
            "O 与面积 100 m",
            sup("2"),
            "，代码 ",
            code("be.convert(*pages, to=['pdf'])"),
            "，注音",
            ruby("饕餮", "tāo tiè"),
            "、",
            ruby("㛃", "jié"),
            "，生僻字𠮷、镕、㛃、𫖯、龘、〇。",
        ),
        p("第一行是地址", br, "第二行是电话", br, "第三行是邮编"),
        p(
            "脚注在此",
            note("注文第一段。", "注文第二段。"),
            "，又一处",
            note(p("出处：", em("Journal of Notes"), "，第 3 卷。")),
            "；网址很长：",
            link(_LONG_ADDRESS, _LONG_ADDRESS),
            "，后面还有字。",
        ),
        p(
            "英文引号 \"as is\" 与 'single'，中文引号“内有‘单引号’”，书名号《〈注〉释》，"
            "省略号……破折号——连接号2020—2024，"
            "数字 1,234,567.89、−18 ℃、±0.8%、¥620、$5、№ 3、①②③、Ⅳ、㎡。"
        ),
        p(
            "English paragraph inside a Chinese bulletin: the quick brown fox jumps over "
            "the lazy dog, twice; “curly quotes”, an em—dash, e-mail someone@example.org "
            "and incomprehensibilities."
        ),
        p("标点堆叠：）”。》、，！？……（“《他说：“好！”》”）。"),
        p("<script>不是标签</script> & &amp; ]]> {{不是}} \\不是转义 %d %s"),
        title="行内元素 难例 全集",
        kicker="引题：每一种都要有",
        subtitle="——副题也要有",
        source="青石日报",
        date="2024-05-18",
        authors=("翟𠮷安", "程镕"),
        address="https://news.example.org/a/1.html?x=1&y=2",
    )


def _blocks() -> Article:
    return article(
        h(1, "一、标题一级"),
        p("段落。"),
        h(2, "（一）标题二级"),
        h(3, "1. 标题三级 with English"),
        h(4, "（1）标题四级"),
        h(5, "标题五级"),
        h(6, "标题六级", note("标题里的脚注")),
        ul(
            "第一项",
            li("第二项，下有列表", ul("内层一", li("内层二", ol("最内一", "最内二")))),
            "第三项",
        ),
        ol("第四条", li("第五条", p("同一条的第二段"), quote("条内引文")), "第六条", start=4),
        quote("引文第一段。", quote("引文里的引文。"), ul("引文里的列表")),
        pre("def main():\n    print('你好')  # 注释\n\n\treturn 0\n" + "x" * 120),
        hr,
        p("长段落。" + "每一行都不以句号开头，也不以前引号结尾，“这样”才算合格。" * 40),
        title="块级元素",
        source="望川日报",
        date="2024-05-18T09:30",
    )


def _tables() -> Article:
    plain = table(*(tr(f"第{n}行", str(n * 1000), "文字" * (n % 9)) for n in range(1, 60)))
    return article(
        table(
            tr(th("类别", rows=2), th("数量", span=2)),
            tr(th("上年"), th("今年")),
            tr(td("甲类", rows=2), "1,024", "2,048"),
            tr("512", td(p("注", note("表内脚注")))),
            tr(td("合计，跨两列", span=2), td()),
            caption="表1　合并单元格",
            header_rows=2,
        ),
        Table(
            (tr(th("起"), th("中"), th("止")), tr(*(_aligned(one) for one in Alignment))),
            header_rows=1,
        ),
        table(tr(td(ul("格内列表", "第二项"), p("格内段落")), td(p("套"), img_cell()))),
        plain,
        title="表格：合并、对齐、跨页、格内块",
        media=(_BLUE,),
    )


def _aligned(alignment: Alignment):
    return msgspec.structs.replace(td(alignment.value), alignment=alignment)


def img_cell():
    return figure(img(_BLUE.name, "格内图片"))


def _pictures() -> Article:
    return article(
        figure(img(_BLUE.name, "蓝色方块"), caption="图1　一张图"),
        figure(img(_BLUE.name, "蓝"), img(_GREEN.name, "绿"), caption="图2　两张图一个说明"),
        figure(img(alt="已遗失的照片", address="pictures/lost.jpg"), caption="图3　找不到的图片"),
        p(
            "行内图片",
            img(_GREEN.name, "绿色小图"),
            "在字中间，没有说明的",
            img(_BLUE.name),
            "也要有。",
        ),
        p("行内遗失", img(alt="遗失的小图", address="lost.png"), "在字中间。"),
        title="图片：文中、并排、遗失",
        media=(_BLUE, _GREEN),
    )
