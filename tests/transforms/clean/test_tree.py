"""Rules over the bounds of marks, links, code, notes, pictures, readings and breaks."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import strategies
from builders import article, br, code, em, img, link, note, p, ruby, strong, sup
from bulletin_export.model.nodes import Link, Paragraph, Text
from bulletin_export.transforms.clean import clean
from bulletin_export.transforms.clean.replay import raw_texts, texts
from bulletin_export.transforms.clean.tree import pieces, rebuilt


def address(*words):
    return link("http://a.cn/", *words)


CASES = {
    "a blank before the end of bold and the comma after it": (
        p("甲 ", strong("乙 "), ",丙"), p("甲 ", strong("乙"), "，丙")),
    "a blank before the comma": (p("甲", strong("乙"), " ,丙"), p("甲", strong("乙"), "，丙")),
    "a comma inside bold": (p("甲", strong("乙,"), "丙"), p("甲", strong("乙，"), "丙")),
    "a bold comma": (p("甲", strong(","), "乙"), p("甲", strong("，"), "乙")),
    "blanks on both sides of a bold comma": (p("甲 ", strong(" ,"), " 乙"), p("甲", strong("，"), "乙")),
    "a full stop": (p(strong("甲. "), " 乙"), p(strong("甲。"), "乙")),
    "quotes with one in bold": (p('"', strong('好"'), ",走"), p("“", strong("好”"), "，走")),
    "brackets with one in bold": (p(strong("县(市"), ")"), p(strong("县（市"), "）")),
    "dots across bold": (p("甲..", strong(".乙")), p("甲……", strong("乙"))),
    "hyphens across bold": (p("甲-", strong("-乙")), p("甲——", strong("乙"))),
    "a number across bold": (p("价1,", strong("234"), ",元"), p("价1,", strong("234"), "，元")),
    "a time across bold": (p("10", strong(":30"), ",甲"), p("10", strong(":30"), "，甲")),
    "an address across bold": (p("见http://a.", strong("cn/a,b"), " 甲"),) * 2,
    "an opening quote and a blank in bold": (p("“", strong(" 甲"), "”"), p("“", strong("甲"), "”")),
    "bold around blanks alone at the start": (p(strong("   "), "甲"), p("甲")),
    "bold around blanks alone before a comma": (p("甲", strong("  "), ",乙"), p("甲", "，乙")),
    "bold around a blank between words": (p("张", strong(" "), "三"),) * 2,
    "blanks at both sides of a bound between words": (
        p(strong("张 "), strong(" 三")),
        p(strong("张 "), strong("三")),
    ),
    "bold in a link": (p("甲 ", address(strong(" 乙 ")), " 。"), p("甲 ", address(strong("乙")), "。")),
    "a link, then a comma": (p("见", address("这里"), ",谢谢"), p("见", address("这里"), "，谢谢")),
    "a link that prints its address ends it": (
        p("见", address("http://a.cn/"), ",谢谢"), p("见", address("http://a.cn/"), "，谢谢")),
    "code with marks of its own": (p("用", code("a , b"), " ,然后"), p("用", code("a , b"), "，然后")),
    "quotes in code are no partners": (
        p("用", code('"a"'), '和"b"的', code('"'), "甲"), p("用", code('"a"'), "和“b”的", code('"'), "甲")),
    "a note between": (p("甲", note(p("注 ,一.")), ",乙"), p("甲", note(p("注，一。")), "，乙")),
    "a picture between": (p("甲", img("a.png"), ",乙"), p("甲", img("a.png"), "，乙")),
    "a picture first": (p(img("a.png"), " 甲 ,乙"), p(img("a.png"), " 甲，乙")),
    "a raised number": (p("甲", sup("1"), ",乙"), p("甲", sup("1"), "，乙")),
    "a raised number in brackets": (p("甲", sup("[1]"), ",乙"), p("甲", sup("[1]"), "，乙")),
    "a reading": (p(ruby("漢", "hàn"), " ,甲"), p(ruby("漢", "hàn"), "，甲")),
    "a break after a comma": (p("甲,", br, " 乙"), p("甲，", br, "乙")),
    "a break first": (p(br, " 甲"), p(br, "甲")),
    "verse": (p("床前明月光 ,", br, "　　疑是地上霜."), p("床前明月光，", br, "疑是地上霜。")),
    "a label in bold": (p(strong("问:"), " 甲"), p(strong("问："), "甲")),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_bounds_do_not_hinder(case):
    given, wanted = CASES[case]
    done = clean(article(given))
    assert done.article.blocks == (wanted,)
    assert raw_texts(done.article, done.changes) == texts(article(given))
    assert not clean(done.article).changes


def test_a_paragraph_is_split_inside_a_mark_and_a_link():
    given = article(p("甲", em("乙。  ", address("丙。　　丁"), "戊")))
    assert clean(given).article.blocks == (
        Paragraph(p("甲", em("乙。")).children),
        Paragraph((em(address("丙。")),)),
        Paragraph((em(address("丁"), "戊"),)),
    )


def test_a_link_without_words_is_left_out_and_what_it_held_is_listed():
    done = clean(article(p("甲", Link("http://a.cn/", p("  ").children), "。")))
    assert done.article.blocks == (p("甲", "。"),)
    assert [change.before for change in done.changes] == ["  "]


@given(st.lists(strategies.inlines, min_size=1, max_size=4).map(tuple), st.data())
@settings(max_examples=60, deadline=None)
def test_a_text_that_is_not_split_is_rebuilt_like_the_first_part_of_one_that_is(inlines, data):
    texts = [text for text, _ in pieces(inlines)]
    taken = data.draw(st.sets(st.integers(0, len(texts) - 1)))
    texts = ["" if place in taken else text for place, text in enumerate(texts)]
    together = (*inlines, Text("丙"))
    whole, rest = rebuilt(together, [*texts, "\u2029丁"])
    assert [whole] == rebuilt(inlines, texts)
    assert rest == (Text("丁"),)
