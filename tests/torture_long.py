"""Sixty pages and more of hard cases, composed by code: every node in every place.

For the gates of `make validate`; see `tests/test_torture_long.py` for what it promises.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from io import BytesIO
from itertools import product

import msgspec
from PIL import Image as Pillow

import builders as b
from bulletin_export.model.article import Article
from bulletin_export.model.media import MediaItem
from bulletin_export.model.nodes import Block, Inline
from bulletin_export.model.publication import Publication, Section
from torture import square, torture

_SENTENCES = (
    "县里把防汛物资清点了三遍，又请退休的老站长“挑毛病”，挑出十七处，当天改完。",
    "“水从哪里来，人往哪里走？”——墙上的图画得明明白白：红线是路，蓝圈是高地。",
    "2023年全县共检修泵站48座（其中大型6座）、清淤河道126.5公里，投入￥3,420万元；",
    "记者在《青石河志》（卷三）里查到：光绪十二年、民国二十年、1954年，水都到过这个门槛。",
    "技术员用 Python 3 写了个小程序，把 12 个雨量站的数据每 5 min 汇总一次，误差不到 ±0.5 mm……",
    "老人说：“那一年，我才七岁。水退了，桥没了，学校的钟还在。”",
    "目前，A、B两线已通车；C线（含隧道2.3 km）预计2025年6月底前完工，届时从东湾到镇上只要18分钟。",
)


def prose(start: int, count: int) -> str:
    """Return *count* sentences, another order for every *start*."""
    return "".join(_SENTENCES[(start + index * 3) % len(_SENTENCES)] for index in range(count))


def torture_long() -> Publication:
    """Return the publication: sections with articles, an empty one, one without a title."""
    first = torture()
    sections = (
        *first.sections,
        Section((_everywhere(), _nested_twice(), _wrapped()), "处处都有"),
        Section((_long_tables(), _wide_tables(), _odd_tables()), "长表宽表"),
        Section((_many_notes(), _long_notes(), _links()), "注与链接"),
        Section((), "一篇也没有的栏目"),
        Section((_kinds_of_pictures(), _sizes_of_pictures()), "各种图片"),
        Section((_english(), _japanese(), _korean(), _taiwan(), _mixed()), "多种语言"),
        Section((_rare(), _skipping(), _nameless(), _empty(), _long_title()), "边角"),
        Section(tuple(_plain(number) for number in range(12)), ""),
    )
    return msgspec.structs.replace(first, sections=sections, title="排版难例长集")


# --- every block in every place -----------------------------------------------------------

_PLACES: dict[str, Callable[..., Block]] = {
    "引文": lambda *blocks: b.quote(*blocks),
    "项目": lambda *blocks: b.ul("在前", b.li(*blocks), "在后"),
    "编号": lambda *blocks: b.ol("在前", b.li(*blocks), "在后", start=9),
    "单元格": lambda *blocks: b.table(b.tr("左格", b.td(*blocks)), b.tr("下左", "下右")),
    "表头格": lambda *blocks: b.table(b.tr(b.th("栏"), b.th(*blocks)), header_rows=1),
    "脚注": lambda *blocks: b.p("正文", b.note(*blocks), "继续。"),
}


def _content(where: str) -> dict[str, Block]:
    return {
        "段落": b.p(f"{where}里的段落，有", b.strong("粗体"), "、", b.em("强调"), "和“引号”。"),
        "标题": b.h(3, f"{where}里的标题"),
        "引文": b.quote(f"{where}里的引文。", b.p("第二段。")),
        "列表": b.ul(f"{where}里的第一项", b.li("第二项", b.ol("甲", "乙", start=3))),
        "代码": b.pre(f"# {where}里的代码\nfor i in range(3):\n\tprint(i)"),
        "线": b.hr,
        "表": b.table(b.tr(b.th("项"), b.th("数")), b.tr(where, "1,024"), caption="小表"),
        "图": b.figure(b.img(_BLUE.name, "蓝色方块"), caption=f"图　{where}里的图"),
        "缺图": b.figure(b.img(alt="没有找到的图", address="lost/1.png")),
        "注": b.p("又有注", b.note(f"{where}里的注文。"), "。"),
        "换行": b.p("上一行", b.br, "下一行", b.br, b.br, "隔一行"),
        "链接": b.p("见", b.link("https://example.org/a?b=1&c=2", "这一处链接"), "。"),
    }


_BLUE, _GREEN = square((32, 96, 160)), square((40, 140, 80), 8, 16)


def _everywhere() -> Article:
    def blocks() -> Iterator[Block]:
        for place, put in _PLACES.items():
            yield b.h(1, f"{place}之中")
            for name, block in _content(place).items():
                yield b.p(f"{place}里放{name}：")
                yield put(block)

    return b.article(*blocks(), title="每一种块放在每一处", media=(_BLUE,), date="2024-05-01")


def _nested_twice() -> Article:
    def blocks() -> Iterator[Block]:
        for (outer, put), (inner, put_inner) in product(_PLACES.items(), repeat=2):
            # A note in a note has no mark of its own to stand at.
            if (outer, inner) != ("脚注", "脚注"):
                yield put(put_inner(*list(_content(outer + inner).values())[:4]), b.p("之后。"))

    return b.article(*blocks(), title="两层嵌套", media=(_BLUE,))


_WRAPPERS = (b.strong, b.em, b.u, b.strike, b.sup, b.sub)


def _wrapped() -> Article:
    def words(outer: Callable[..., Inline], inner: Callable[..., Inline]) -> Block:
        core = inner("内“引”", b.code("f(x)"), b.ruby("龘", "dá"), "，A b")
        return b.p(
            "前", outer("外，", core, b.img(_BLUE.name, "小方块"), "外"), "后。" + prose(1, 2)
        )

    pairs = [words(outer, inner) for outer, inner in product(_WRAPPERS, repeat=2)]
    linked = [
        b.p("链接里有", b.link("https://example.org/", kind("样式与", b.code("code"))), "。")
        for kind in _WRAPPERS
    ]
    readings = b.p(*(b.ruby(base, "hěn cháng de zhù yīn") for base in "饕餮魑魅魍魉耄耋" * 12))
    code = b.pre("\n".join(f"{n:03} " + "a long line of code; " * (n % 9) for n in range(120)))
    return b.article(*pairs, *linked, readings, code, title="行内两两套用", media=(_BLUE,))


# --- tables -------------------------------------------------------------------------------


def _long_tables() -> Article:
    head = (b.tr(b.th("序号", rows=2), b.th("水位", span=2), b.th("备注", rows=2)),
            b.tr(b.th("上午"), b.th("下午")))  # fmt: skip
    rows = [
        b.tr(str(n), f"{n * 0.37:.2f}", f"{n * 0.41:.2f}", prose(n, n % 4)) for n in range(1, 151)
    ]
    tied = [
        b.tr(b.td(f"第{n // 3 + 1}组", rows=3), "一", str(n)) if n % 3 == 0 else b.tr("二", str(n))
        for n in range(60)
    ]
    tall = b.tr("一页放不下的一行", b.td(*(b.p(prose(n, 6)) for n in range(14))))
    return b.article(
        b.table(*head, *rows, caption="表1　两行表头，跨多页", header_rows=2),
        b.table(*tied, caption="表2　行的合并跨页"),
        b.table(b.tr(b.th("项"), b.th("文")), tall, b.tr("后", "短"), header_rows=1),
        title="长表",
    )


def _wide_tables() -> Article:
    def wide(columns: int) -> Block:
        head = b.tr(*(b.th(f"第{n}栏") for n in range(columns)))
        rows = [b.tr(*(f"{n * m},{n:03}.5" for n in range(columns))) for m in range(1, 9)]
        return b.table(head, *rows, caption=f"{columns}栏", header_rows=1)

    long = b.table(b.tr("https://example.org/" + "x" * 150, "短", "incomprehensibility " * 6))
    return b.article(*(wide(n) for n in (8, 14, 24, 40)), long, title="宽表：缩小，再横放")


def _odd_tables() -> Article:
    return b.article(
        b.table(b.tr(b.td())),
        b.table(b.tr(b.td(span=3)), b.tr("甲", "乙", "丙")),
        b.table(b.tr(b.td("高", rows=3), "一"), b.tr("二"), b.tr("三"), caption="左格三行"),
        b.table(b.tr(b.th("表头在左"), "值"), b.tr(b.th("第二"), "值"), caption="行表头"),
        b.table(b.tr(b.th("全是表头"), b.th("第二")), header_rows=1),
        b.table(b.tr("少"), b.tr("多", "一格", "又一格"), caption="长短不齐"),
        b.table(b.tr(b.td(b.table(b.tr(b.td(b.table(b.tr("表中表中表")))))))),
        b.table(*(b.tr(b.td(prose(n, 3), b.figure(b.img(_GREEN.name, "绿")))) for n in range(5))),
        title="怪表",
        media=(_GREEN,),
    )


# --- notes and links ----------------------------------------------------------------------


def _many_notes() -> Article:
    paragraphs = [
        b.p(prose(n, 1), b.note(f"第{n}条：{prose(n, n % 3 + 1)}"), prose(n + 1, 2), b.note("短。"))
        for n in range(30)
    ]
    return b.article(b.h(1, "带注的标题", b.note("标题的注。")), *paragraphs, title="注很多")


def _long_notes() -> Article:
    whole = b.note(*(b.p(prose(n, 9)) for n in range(12)))
    kinds = b.note(
        "段落", b.ul("列表", b.li("内层", b.ol("甲", "乙"))), b.quote("引文"), b.pre("code()"),
        b.table(b.tr("表", "格")), b.figure(b.img(_BLUE.name, "注里的图"), caption="图注"),
    )  # fmt: skip
    cells = b.table(
        b.tr(b.th(b.p("项", b.note("表头的注"))), b.td(b.p("值", b.note("格的注", "第二段"))))
    )
    caption = b.figure(b.img(_BLUE.name, "方块"))
    return b.article(
        b.p("一条比一页还长的注", whole, "，正文继续。", prose(2, 8)),
        b.p("注里什么都有", kinds, "。"),
        cells,
        msgspec.structs.replace(caption, caption=b.p("说明的注", b.note("在图下。")).children),
        b.p(b.note("段落只有一个注。")),
        b.p("三个注相连", b.note("一"), b.note("二"), b.note("三"), "。"),
        title="注很长",
        media=(_BLUE,),
    )


def _links() -> Article:
    long = (
        "https://archive.example.org/" + "/".join(f"path-{n}" for n in range(40)) + "?q=%E4%B8%AD"
    )
    return b.article(
        b.p("内部：", b.link("https://news.example.org/plain/3.html", "本刊另一篇"), "。"),
        b.p("两行的链接：", b.link("https://example.org/two", prose(3, 2)), "完。"),
        b.p(b.link("https://example.org/all", "整段都是链接，" + prose(4, 1))),
        b.p(
            "连着两个", b.link("https://a.example/", "甲"), b.link("https://b.example/", "乙"), "。"
        ),
        b.p("网址：", b.link(long, long)),
        b.p(
            "邮件",
            b.link("mailto:someone@example.org", "someone@example.org"),
            "，电话 010-12345678。",
        ),
        b.p(
            "无处可去",
            b.link("#nowhere", "页内锚点"),
            "，",
            b.link("javascript:void(0)", "脚本"),
            "。",
        ),
        b.p("国际域名", b.link("https://例子.测试/路径?键=值#段", "例子"), "。"),
        b.h(2, b.link("https://example.org/h", "标题里的链接")),
        b.p("链接里的图", b.link("https://example.org/i", b.img(_BLUE.name, "方块")), "。"),
        b.figure(b.img(_BLUE.name, "方块"), caption="图里没有链接"),
        title="链接：内、外、两行、标题与图",
        address="https://news.example.org/links.html",
        media=(_BLUE,),
    )


# --- pictures -----------------------------------------------------------------------------


def _picture(
    mode: str, kind: str, size: tuple[int, int] = (48, 32), **options: object
) -> MediaItem:
    ramp = Pillow.linear_gradient("L").resize(size)
    if mode == "LA":
        picture = Pillow.merge("LA", (ramp, ramp.rotate(180)))
    elif mode in ("RGBA", "CMYK"):
        picture = Pillow.merge(mode, (ramp, ramp.rotate(90), ramp.rotate(180), ramp))
    else:
        picture = ramp.convert(mode)
    buffer = BytesIO()
    picture.save(buffer, kind, **options)
    return MediaItem.of(buffer.getvalue(), f"image/{kind.lower()}")


def _kinds() -> dict[str, MediaItem]:
    modes = ("1", "L", "LA", "P", "RGB", "RGBA", "I;16")
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="40"><circle cx="30" cy="20" r="15"/></svg>'
    return {
        **{f"PNG {mode}": _picture(mode, "PNG") for mode in modes if mode != "I;16"},
        **{f"JPEG {mode}": _picture(mode, "JPEG") for mode in ("L", "RGB", "CMYK")},
        "JPEG 渐进": _picture("RGB", "JPEG", progressive=True),
        "GIF": _picture("P", "GIF"),
        "BMP": _picture("RGB", "BMP"),
        "WEBP": _picture("RGB", "WEBP"),
        "TIFF": _picture("RGB", "TIFF"),
        "SVG": MediaItem.of(drawing.encode(), "image/svg+xml"),
    }


def _kinds_of_pictures() -> Article:
    kinds = _kinds()
    figures = [
        b.figure(b.img(item.name, name), caption=f"图　{name}") for name, item in kinds.items()
    ]
    inline = b.p("文中", *(b.img(item.name, name) for name, item in kinds.items()), "之后。")
    broken = MediaItem("broken.png", "image/png", b"\x89PNG\r\n\x1a\n" + bytes(40))
    return b.article(
        *figures, inline, b.figure(b.img("broken.png", "坏图"), caption="打不开的图"),
        b.figure(*(b.img(item.name, name) for name, item in kinds.items()), caption="全部并排"),
        b.figure(b.img(alt="", address="https://example.org/lost.jpg")),
        b.figure(b.img(kinds["PNG RGB"].name, "IMG_20240518_0931.JPG"), caption="说明是文件名"),
        b.figure(b.img(kinds["PNG RGB"].name)),
        title="图片：各种格式", media=(*kinds.values(), broken),
    )  # fmt: skip


def _sizes_of_pictures() -> Article:
    sizes = ((1, 1), (4, 900), (3000, 4), (1200, 3000), (2400, 800), (600, 600))
    pictures = [_picture("L", "PNG", size) for size in sizes]
    blocks = (
        block
        for item, size in zip(pictures, sizes, strict=True)
        for block in (b.p(prose(size[0], 4)), b.figure(b.img(item.name, f"{size[0]}×{size[1]}")))
    )
    return b.article(*blocks, title="图片：大小不一", media=tuple(pictures))


# --- languages ----------------------------------------------------------------------------

_ENGLISH = (
    "The county clerk counted the sandbags three times; “count them again,” said the retired "
    "station master, who had seen the river climb over this very doorstep in 1954. "
)
_JAPANESE = "川の水位は三時間で二メートル上がった。「橋を渡るな」と、駅長は何度も言った。ー々〆ヶ。"
_KOREAN = "강물은 세 시간 만에 이 미터나 불어났다. 역장은 다리를 건너지 말라고 말했다. "
_TAIWAN = "縣府清點防汛物資三次，並請退休的老站長「挑毛病」；他說：「水從哪裡來，人往哪裡走？」"


def _in(language: str, article: Article) -> Article:
    return msgspec.structs.replace(
        article, metadata=msgspec.structs.replace(article.metadata, language=language)
    )


def _english() -> Article:
    text = [b.p(_ENGLISH * 3, b.em("Emphasis"), " and ", b.code("code()"), ".") for _ in range(6)]
    title = "An article in English: the river climbs over the doorstep"
    return _in("en", b.article(*text, title=title, source="The Bluestone Daily"))


def _japanese() -> Article:
    reading = b.p(b.ruby("水位", "すいい"), "と", b.ruby("堤防", "ていぼう"), "。")
    return _in("ja", b.article(*[_JAPANESE * 3] * 4, reading, title="川の水位が上がった夜"))


def _korean() -> Article:
    return _in("ko", b.article(*[_KOREAN * 4] * 3, title="강물이 불어난 밤"))


def _taiwan() -> Article:
    return _in("zh-TW", b.article(*[_TAIWAN * 4] * 4, title="老站長的毛病清單"))


def _mixed() -> Article:
    mixed = [_ENGLISH + _JAPANESE + _TAIWAN, _KOREAN + prose(1, 2), prose(2, 1) + _ENGLISH]
    foreign = b.p("Ελληνικά, русский язык, tiếng Việt, français « oui », naïve, Øresund, ½ ¾ §12.")
    return b.article(*mixed, b.quote(_ENGLISH * 2), foreign, title="混排 Mixed 混ぜる 섞기")


# --- corners ------------------------------------------------------------------------------


def _rare() -> Article:
    return b.article(
        "扩展区：𠮷𠀀𡃁𪚥𫖯𬺈𮯠𰻝𱁬，镕㛃䶮〇。",
        "表情：😀👍🏽👨‍👩‍👧‍👦🇨🇳☂️✈︎1️⃣。",
        "私用区：\ue000\ue5e5\uf8ff\U000f0000；非字符与控制：\ufffd。",
        "别的文字：हिन्दी ไทย ქართული 𐎀𐎁。",
        "看不见的：零\u200b宽、不\u2060断、软\u00ad连字符、e\u0301、Z\u0335、葛\U000e0100、方向\u200e\u200f。",
        "竖排与半形：︵︶︽︾ ｱｲｳ ﾊﾟ ＡＢＣ １２３ ㌀㍿ ㊗ ⒈ ⑳ Ⅻ ℃ ‰ № ℡。",
        "数学：∑∫√∞≈≠≤≥⊂∈∀∃ 𝒜𝔅 α₁²³ ½；箭头→↗⇒；方块■□◆○●☆★※。",
        b.p("很长的一串", b.strong("𠮷" * 60), b.code("𠮷😀" * 20), "。"),
        "不能断开的：" + "—" * 30 + "…" * 30 + "“" * 20 + "”" * 20 + "w" * 200,
        "a\tb  c　　d\u00a0\u2002\u2003\u2009e",
        title="生僻字 𠮷𠀀 与 😀",
    )


def _skipping() -> Article:
    levels = (4, 1, 6, 2, 5, 3, 1, 4)
    blocks = (block for n in levels for block in (b.h(n, f"第 {n} 级标题"), b.p(prose(n, 2))))
    end = b.h(2, "篇末的标题，后面什么也没有")
    return b.article(
        *blocks, b.h(3, ""), b.h(1, "连着"), b.h(2, "三个"), b.h(3, "标题"), end, title="标题跳级"
    )


def _nameless() -> Article:
    return b.article(prose(1, 8), b.p(""), b.quote(), b.ul(), b.p("完。"), title="")


def _empty() -> Article:
    return b.article(title="一篇没有正文的文章", source="青石日报")


def _long_title() -> Article:
    title = (prose(0, 12) + "关于进一步做好防汛抗旱和应急抢险工作的补充通知 ")[:300]
    return b.article(
        b.h(1, title[:200]), prose(3, 5), title=title, kicker=title[:120], subtitle=title[:150]
    )


def _plain(number: int) -> Article:
    paragraphs = [prose(number + n, 5 + n % 4) for n in range(10)]
    return b.article(
        paragraphs[0],
        b.h(2, f"其{number}、小标题"),
        *paragraphs[1:],
        title=f"第{number}篇：河水、门槛与老站长的“毛病清单”",
        source="青石日报",
        date=f"2024-05-{number + 1:02}",
        authors=("程镕",),
        address=f"https://news.example.org/plain/{number}.html",
    )
