"""What every registered writer promises, asked of every one of them."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given, settings
from msgspec.structs import replace

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
)  # fmt: skip
from bulletin_export import registry
from bulletin_export.composition import front
from bulletin_export.errors import UnwritablePublicationError
from bulletin_export.model.interchange import from_json
from bulletin_export.model.nodes import Figure, Image
from bulletin_export.model.notice import Annex, Notice
from bulletin_export.model.publication import Publication, Section
from bulletin_export.styling.load import load_template
from bulletin_export.writers.base import WriteResult
from faces import book_of
from strategies import PICTURES, articles
from writers import reading_back as read
from writers.reading_back import bare

PLAIN = load_template("plain")

EVERYTHING = article(
    p("正文有", em("着重"), strong("加粗"), u("下划线"), strike("删除"), sub("下"), sup("上"),
      code("f(x)"), ruby("汉字", "hànzì"), link("https://example.cn/", "链接"), br, "换行。"),
    h(1, "一、大标题"), h(3, "（一）小标题"), quote("引文。", quote("引文里的引文。")),
    ul("第一项", li("第二项", ol("其一", "其二"))), pre("x = y"), hr,
    table(tr(th("项目"), th("金额", span=2)), tr(td("合计", rows=2), "甲", "乙"), tr("丙", "丁"),
          caption="表题", header_rows=1),
    figure(img(PICTURES[0].name, "会场"), caption="图题"), p("图", img(PICTURES[0].name, "标志")),
    title="主标题", kicker="引题", subtitle="副标题", source="安徽日报", date="2020-02-06",
    authors=("吴林红",), address="https://example.cn/a/1.html", media=PICTURES[:1],
)  # fmt: skip
NOTICE = replace(
    article("正文的话。", title="关于某事的通知", address="https://example.cn/b.html"),
    notice=Notice(
        copy_number="000012", security="机密", secrecy_period="1年", urgency="特急",
        issuers=("甲局", "乙局"), document_number="甲发〔2020〕1号", signers=("张三", "李四", "王五"),
        addressees="各乡镇人民政府", attachments=("方案", "名单"), organs=("甲局", "乙局"), date="2020-02-06",
        annotation="此件公开发布", present="赵六", absent="钱七", observers="孙八",
        annexes=(Annex("方案", (h(1, "一、总则"), p("方案的话。", note("附件里的注")))), Annex("名单")),
        copies_to="县委办公室", printed_by="甲局办公室", printed_on="2020-02-07",
    ),
)  # fmt: skip
BUNDLE = Publication(
    sections=(Section((EVERYTHING, article("第二篇的话。", title="第二篇")), "要闻"),
              Section((article("第三篇的话。", title="第三篇"),))),
    title="每日要闻摘编", date="2020-02-07", has_contents=True,
)  # fmt: skip

_MAGIC = {
    "docx": b"PK\3\4",
    "epub": b"PK\3\4",
    "pdf": b"%PDF-",
    "json": b"{",
}


_TEXTS = {
    "docx": read.docx_text,
    "pdf": read.pdf_text,
    "epub": read.epub_text,
    "json": lambda data: read.model_text(from_json(data)),
    "md": read.markdown_text,
    "txt": bytes.decode,
}


every_writer = pytest.mark.parametrize("name", [entry.name for entry in registry.WRITERS])


@pytest.fixture(scope="module")
def write(faces):
    """Writes a publication as the format called by its name."""
    book = book_of(faces)

    def written(name, one):
        result = registry.writer(name).write(one, PLAIN, book)
        assert isinstance(result, WriteResult)
        return result.data

    return written


def alone(one):
    return Publication(sections=(Section((one,)),))


@every_writer
@settings(max_examples=10, deadline=None)
@given(one=articles(max_blocks=4))
def test_any_article_can_be_written_and_gives_the_same_bytes_twice(write, name, one):
    assert write(name, alone(one)) == write(name, alone(one))


@every_writer
@pytest.mark.parametrize(
    "one", [alone(EVERYTHING), BUNDLE, alone(NOTICE)], ids=["article", "bundle", "notice"]
)
def test_no_paragraph_is_lost(write, name, one):
    # On a page a reading stands between the lines, wherever a reader finds it.
    found = bare(_TEXTS[name](write(name, one))).replace("hànzì", "")
    for single in one.articles():
        for words in front.words(single, PLAIN.composition):
            assert bare(words) in found


@every_writer
def test_no_word_of_a_note_is_lost(write, name):
    one = alone(article(p("正文", note("注释的话", p("第二段", note("注中注"))))))
    found = bare(_TEXTS[name](write(name, one)))
    assert all(words in found for words in ("正文", "注释的话", "第二段", "注中注"))


@every_writer
def test_a_picture_that_is_not_there_leaves_a_visible_note(write, name):
    one = article(p("甲"), figure(img("", "会场的照片", "http://example.cn/a.png")))
    assert "会场的照片" in _TEXTS[name](write(name, alone(one)))


@every_writer
def test_a_file_begins_as_its_kind_does(write, name):
    data = write(name, alone(EVERYTHING))
    assert data.startswith(_MAGIC.get(name, b""))
    if name not in _MAGIC:
        assert data.decode()


@every_writer
def test_control_characters_do_no_harm(write, name):
    odd = "甲\x00\x01\x08\x0b\x0c\x1f\ufffe\uffff乙"
    one = alone(article(p(odd, code(odd)), pre(odd), title=odd, source=odd))
    found = bare(_TEXTS[name](write(name, one)))
    assert "甲" in found
    assert "乙" in found


@every_writer
def test_an_article_without_anything_is_still_a_file(write, name):
    assert write(name, alone(article(title="")))


@every_writer
@pytest.mark.parametrize("wrap", [quote, lambda one: ul(li(one)), lambda one: p(note(one))])
def test_endless_nesting_is_written_or_refused(write, name, wrap):
    content = p("甲")
    for _ in range(400):
        content = wrap(content)
    with suppress(UnwritablePublicationError):
        assert write(name, alone(article(content)))


@every_writer
def test_the_note_of_a_missing_picture_says_the_same_everywhere(write, name):
    image = Image("a.gif", alt=" ", title="友善\n列印")
    found = bare(_TEXTS[name](write(name, alone(article(p("甲", image, "乙"), Figure((image,)))))))
    # Our own form keeps the picture itself, and needs no note.
    assert found.count("友善列印") == (0 if name == "json" else 2)
