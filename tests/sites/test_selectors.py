"""Selectors find in a tree what they find in a browser."""

import pytest
from lxml import html

from bulletin_export.sites.selectors import Selector

PAGE = html.document_fromstring(
    "<body><div id=main class='box article-body'><h1 class=title>题</h1><p class=txt>一</p>"
    "<div class='share txt'><p>二</p><a href=/a_2.html rel=next>三</a></div></div>"
    "<div class=boxes><p data-role='a b'>四</p></div></body>"
)


def words(selector):
    found = PAGE.xpath(Selector.parse(selector).path)
    return "".join("".join(one.itertext()) for one in found)


@pytest.mark.parametrize(
    ("selector", "wanted"),
    [
        ("h1", "题"),
        ("H1", "题"),
        ("#main h1", "题"),
        ("p", "一二四"),
        (".txt", "一二三"),
        ("p.txt", "一"),
        ("div.share.txt", "二三"),
        (".box > p", "一"),
        (".box p", "一二"),
        ("#main>.share>p", "二"),
        ("div#main.box h1.title", "题"),
        ("h1, .boxes p", "题四"),
        ("a[rel=next]", "三"),
        ("a[href^='/a_']", "三"),
        ('a[href$=".html"]', "三"),
        ("[data-role*='a b']", "四"),
        ("p[data-role]", "四"),
        (".boxes *", "四"),
        (".box", "题一二三"),
        (".nothing", ""),
    ],
)
def test_a_selector_finds_its_elements(selector, wanted):
    assert words(selector) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "p:first-child",
        "p + p",
        "p ~ p",
        "p,,h1",
        "p >",
        "#",
        ".",
        "p[",
        "p[a='\"]",
        "//p",
        "a b )",
        "> p",
    ],
)
def test_what_is_not_known_is_no_selector(text):
    with pytest.raises(ValueError):
        Selector.parse(text)
