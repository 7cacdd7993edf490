"""A publication that asks much of Word files: all blocks, tables in tables in tables, 500 notes,
300 pictures, 400 links and places they lead to, lists ten deep, official documents with all parts.

For the gates of `make validate`; see `tests/test_torture_word.py` for what it promises.
"""

from __future__ import annotations

from io import BytesIO

import msgspec
from PIL import Image as Pillow

import builders as b
from bulletin_export.model.article import Article
from bulletin_export.model.media import MediaItem
from bulletin_export.model.nodes import Block
from bulletin_export.model.notice import Annex, Notice, NoticeForm
from bulletin_export.model.publication import Publication, Section
from torture import torture
from torture_long import prose

NOTES, PICTURES, LINKS = 500, 300, 200
_TABLES, _LISTS = 4, 10


#: Forms of one document; 简报 stands around many.
OFFICIAL = tuple(form for form in NoticeForm if form is not NoticeForm.BRIEFING)


def torture_word() -> Publication:
    """Return the publication."""
    first = torture()
    sections = (
        *first.sections,
        Section((_nested(), _lists()), "层层套叠"),
        Section((_notes(), _pictures(), _links()), "成百上千"),
        Section(tuple(map(_notice, OFFICIAL)), "公文"),
    )
    return msgspec.structs.replace(first, sections=sections, title="文字处理难例集")


def _nested() -> Article:
    def table(depth: int) -> Block:
        inner = [table(depth - 1)] if depth else [b.p("最里面的一格")]
        head = b.tr(b.th(f"第{depth}层", span=2), b.th("备注"))
        row = b.tr(b.td(*inner, rows=2), "右上", b.td(b.ul("格内列表", b.li("二", b.ol("甲")))))
        return b.table(head, row, b.tr("右下", b.td()), header_rows=1)

    return b.article(
        table(_TABLES),
        b.ul(b.li("表在列表里", table(1), "表后的一段")),
        b.quote(b.p("表在引文里"), table(1)),
        b.p("注里有表", b.note("注文", table(1)), "。"),
        b.table(b.tr(b.th("三行表头", rows=3), b.th("上")), b.tr(b.th("中")), b.tr(b.th("下")),
                b.tr("值", "1"), header_rows=3),
        title="表中有表",
    )  # fmt: skip


def _lists() -> Article:
    def deep(depth: int) -> Block:
        kind = b.ul if depth % 2 else b.ol
        inner = [deep(depth - 1)] if depth else []
        return kind("在前", b.li(f"第{depth}层", *inner), "在后")

    restarting = (b.ol(f"第{n}表第一项", "第二项", start=n) for n in (1, 1, 7, 0, 1))
    between = (b.p(f"其间{n}") for n in range(5))
    mixed = (one for pair in zip(restarting, between, strict=True) for one in pair)
    several = b.ol(b.li("一项两段", "第二段", b.quote("引文"), b.pre("code()")), "次项")
    return b.article(deep(_LISTS), *mixed, several, b.ol("紧接", start=3), b.ol("又接"),
                     title="列表十层与重新编号")  # fmt: skip


def _notes() -> Article:
    return b.article(
        *(b.p(prose(n, 1), b.note(f"第{n}条注文：{prose(n, 1)}"), "。") for n in range(NOTES)),
        title="五百条注",
    )


def _picture(number: int) -> MediaItem:
    picture = Pillow.new("RGB", (8 + number % 5, 6), (number % 256, 90, 200 - number % 200))
    buffer = BytesIO()
    picture.save(buffer, "PNG", pnginfo=None)
    return MediaItem.of(buffer.getvalue(), "image/png")


def _pictures() -> Article:
    media = tuple(dict.fromkeys(map(_picture, range(PICTURES))))
    figures = [
        b.figure(b.img(item.name, f"第{n}幅"), caption=f"图　{n}" if n % 3 else "")
        for n, item in enumerate(media)
    ]
    cells = b.table(b.tr(*(b.td(b.figure(b.img(one.name, "格内"))) for one in media[:4])))
    return b.article(*figures, cells, title="三百幅图", media=media)


def _links() -> Article:
    def blocks(number: int) -> tuple[Block, ...]:
        to = (number * 7 + 3) % LINKS
        return (
            b.h(2, f"第{number}处"),
            b.p("见", b.link(f"#第{to}处", f"第{to}处"), "，或",
                b.link(f"https://example.org/{number}?a=1&b=2#c", f"外面的第{number}处"), "。"),
        )  # fmt: skip

    return b.article(
        b.p(b.link("#", "回到篇首")),
        *(block for number in range(LINKS) for block in blocks(number)),
        title="两百处链接与书签",
    )


def _notice(form: NoticeForm) -> Article:
    notice = Notice(
        form=form,
        copy_number="000001",
        security="机密",
        secrecy_period="1年",
        urgency="特急",
        issuers=("青石县人民政府", "青石县水利局"),
        mark="文件" if form is NoticeForm.DOCUMENT else "",
        document_number="青政发〔2024〕8号",
        signers=("程镕", "吴林红"),
        addressees="各乡镇人民政府，县政府各部门：",
        attachments=("物资清单", "值班安排"),
        organs=("青石县人民政府", "青石县水利局"),
        date="2024-05-18",
        annotation="联系人：宗禾，电话：000-0000000",
        present="程镕　吴林红",
        absent="宗禾",
        observers="翟𠮷安",
        annexes=(
            Annex("物资清单", (b.table(b.tr(b.th("品名"), b.th("数量")), b.tr("沙袋", "8000"),
                                   header_rows=1),)),
            Annex("值班安排", (b.p("按周轮换。"), b.ol("第一组", "第二组"))),
        ),
        copies_to="县委办公室，县人大常委会办公室。",
        printed_by="青石县人民政府办公室",
        printed_on="2024-05-19",
    )  # fmt: skip
    body = b.article(
        b.p("现将有关事项通知如下。"), b.h(1, "一、清点物资"), b.p(prose(1, 3)),
        b.h(2, "（一）沙袋"), b.p(prose(2, 4)), b.h(1, "二、安排值班"), b.p(prose(3, 5)),
        title="关于做好防汛物资清点和值班安排工作的通知",
    )  # fmt: skip
    return msgspec.structs.replace(body, notice=notice)
