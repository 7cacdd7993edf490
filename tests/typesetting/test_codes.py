"""QR codes of addresses, and addresses printed behind links."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from builders import article, link, p, publication
from bulletin_export import pipeline
from bulletin_export.model.article import Article
from bulletin_export.pictures.codes import qr_code
from bulletin_export.styling.load import load_template
from bulletin_export.typesetting.layout import Page
from bulletin_export.typesetting.pages import lay_out
from looks import template
from metric import metric_book
from painted import reader

ADDRESS = "https://news.example.cn/2021/1.html"


def laid(*articles: Article, **composition: object) -> tuple[Page, ...]:
    made = template()
    how = replace(made, composition=replace(made.composition, **composition))
    return lay_out(publication(*articles, title="刊"), how, metric_book()).pages


def test_a_code_is_the_matrix_of_its_address_with_a_blank_border() -> None:
    import segno

    code = qr_code(ADDRESS)
    assert code is not None
    matrix = segno.make(ADDRESS, error="m", boost_error=False, micro=False, mode="byte").matrix
    drawn = {(row, column + n) for row, column, length in code.bars for n in range(length)}
    wanted = {(y + 4, x + 4) for y, row in enumerate(matrix) for x, dark in enumerate(row) if dark}
    assert drawn == wanted
    assert code.side == len(matrix) + 8


def test_an_address_is_coded_in_ascii() -> None:
    assert qr_code("https://例.cn/新闻?a=%20") == qr_code(
        "https://%E4%BE%8B.cn/%E6%96%B0%E9%97%BB?a=%20"
    )


def test_a_code_stands_below_the_address_with_words_for_those_who_do_not_see_it() -> None:
    (page,) = laid(article(p("文"), title="题", address=ADDRESS), qr=True)
    (picture,) = page.pictures
    assert picture.media == f"qr:{ADDRESS}"
    assert ADDRESS in picture.alt
    assert picture.width == picture.height == pytest.approx(18 / 25.4 * 72)
    assert picture.y > max(placed.y for placed in page.lines)


def test_the_modules_of_a_long_address_are_large_enough_for_a_telephone() -> None:
    address = ADDRESS + "?" + "x" * 300
    (page,) = laid(article(p("文"), title="题", address=address), qr=True)
    code = qr_code(address)
    assert code is not None
    assert page.pictures[0].width / code.side >= 0.4 / 25.4 * 72 - 1e-9


def test_a_code_is_never_parted_from_its_address() -> None:
    for before in range(8, 20):
        one = article(*[p("短")] * before, title="题", address=ADDRESS)
        for page in laid(one, qr=True):
            assert bool(page.pictures) == any(ADDRESS in x.line.text for x in page.lines)


def test_no_code_unless_wanted_and_without_an_address_there_is_none() -> None:
    assert not laid(article(p("文"), title="题", address=ADDRESS))[0].pictures
    assert not laid(article(p("文"), title="题"), qr=True)[0].pictures


def test_a_code_is_painted_in_squares_and_one_that_cannot_be_is_said() -> None:
    look = load_template("plain", {"composition.qr": True})
    long = "https://a.cn/" + "x" * 2400
    made = publication(
        article(p("文"), title="甲", address=ADDRESS),
        article(p("文"), title="乙", address=long),
        title="刊",
    )
    result = pipeline.write(made, "pdf", look, pipeline.font_book(look))
    pages = reader(result.data).pages
    objects = [one.get_object() for one in pages[0]["/Resources"]["/XObject"].values()]
    (drawn,) = (one for one in objects if one["/Subtype"] == "/Form")
    code = qr_code(ADDRESS)
    assert code is not None
    assert drawn.get_data().count(b"re") == len(code.bars)
    (said,) = (one for one in result.diagnostics if one.code == "address-too-long")
    assert said.where == "乙"


def words(*content: object, **composition: object) -> str:
    there = article(p("彼"), title="乙", address="https://a.cn/2")
    here = article(p(*content), title="甲")  # type: ignore[arg-type]
    return "".join(one.line.text for one in laid(here, there, **composition)[0].lines)


def test_an_address_is_printed_behind_the_words_of_a_link_where_wanted() -> None:
    far = link("https://b.cn/x", "远方")
    assert "远方（https://b.cn/x）。" in words(far, "。", print_links=True)
    assert "远方。" in words(far, "。")


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("https://b.cn/x", "https://b.cn/x"),
        ("https://b.cn/", "b.cn"),
        ("https://a.cn/2", "另文"),
        ("#top", "页首"),
        ("mailto:a@b.cn", "a@b.cn"),
    ],
)
def test_what_the_words_say_already_or_what_lies_inside_is_not_printed(
    target: str, said: str
) -> None:
    assert "（" not in words(link(target, said), print_links=True)


def test_a_mailbox_is_printed_without_its_scheme() -> None:
    assert "来信（a@b.cn）" in words(link("mailto:a@b.cn", "来信"), print_links=True)


def test_a_link_into_another_article_leads_at_least_to_that_article() -> None:
    there = article(p("彼"), title="乙", address="https://a.cn/2")
    here = article(p(link("https://a.cn/2#part", "见另文")), title="甲")
    assert [area.target for area in laid(here, there)[0].links] == ["#article-2"]
