"""A rule for a site decides where its article stands; where it fails, the general way goes on."""

import pytest

from bulletin_export.model.text import paragraphs
from bulletin_export.reading import ReadSettings, read_source
from bulletin_export.sites.load import load_rules
from bulletin_export.sources import Source
from list_shapes import LISTS
from shapes import NEWS, SIDE, page, tags

HOST = "http://news.example.cn/a/1.html"
BODY = (
    "<div class=t2>石门桥通车了</div><div class=i2>皖江日报记者站 二〇二一年 <i class=d>2021-05-12 08:00</i> <b>吴乙丙</b></div>"
    f"<div class=one>{tags('p', NEWS[:2])}<p class=x>扫码下载客户端，随时看新闻。</p></div>"
    f"<div class=mid>{SIDE}</div><div class=one>{tags('p', NEWS[2:])}</div><a class=go href=1_b.html>继续阅读</a>"
)
RULE = (
    'host = "example.cn"\ncontainer = ".one"\ndrop = [".x"]\ntitle = ".t2"\ndate = ".i2 .d"\n'
    'author = ".i2 b"\nnext_page = "a.go"\n'
)


@pytest.fixture
def settings(tmp_path):
    def made(rule=RULE):
        (tmp_path / "rule.toml").write_text(rule, "utf-8")
        return ReadSettings(sites=load_rules(str(tmp_path)))

    return made


def read(settings, text=BODY, address=HOST):
    data = text if text.startswith("<html>") else page(text)
    return read_source(
        Source(data=data.encode(), name="p.html", address=address), settings=settings
    )


def test_the_rule_of_a_site_finds_body_facts_and_next_page(settings):
    reading = read(settings())
    (article,) = reading.articles
    assert tuple(paragraphs(article.blocks)) == NEWS
    assert article.headline.title == "石门桥通车了"
    assert article.metadata.date.value == "2021-05-12T08:00"
    assert article.metadata.names("author") == ("吴乙丙",)
    assert article.metadata.next_page == "http://news.example.cn/a/1_b.html"
    assert (article.evidence.body, article.evidence.confidence) == ("site-rule", 1.0)
    rules = {one.field: (one.rule, one.place) for one in article.evidence.origins}
    assert rules["title"] == ("site-rule", ".t2")
    assert rules["date"] == ("site-rule", ".i2 .d")
    assert not reading.diagnostics


def test_what_a_rule_drops_is_listed(settings):
    left = [one.before for one in read(settings()).changes[0] if one.field == "left-out"]
    assert left == ["扫码下载客户端，随时看新闻。"]


def test_the_address_that_the_page_itself_gives_counts_for_a_saved_page(settings):
    head = f'<link rel=canonical href="{HOST}">'
    text = page(BODY).replace("<title>", f"{head}<title>")
    assert read(settings(), text, address="").articles[0].evidence.body == "site-rule"
    assert read(settings(), BODY, address="").articles[0].evidence.body != "site-rule"


def test_a_rule_that_finds_nothing_gives_way_and_says_so(settings):
    reading = read(settings('host = "example.cn"\ncontainer = ".gone"\ntitle = ".away"'))
    (article,) = reading.articles
    assert article.evidence.body == "scored"
    keys = [
        (one.facts["key"], one.severity.value)
        for one in reading.diagnostics
        if one.code == "site-rule-unmatched"
    ]
    assert keys == [("container", "warning"), ("title", "info")]


def test_a_rule_with_a_container_takes_a_page_that_looks_like_a_list(settings):
    text = LISTS["ul of links with dates"].replace(
        "<ul><li><a href=/a/0", "<ul class=one><li><a href=/a/0"
    )
    assert read(settings(), text).articles


def test_a_rule_for_another_site_changes_nothing(settings):
    rule = settings(RULE.replace("example.cn", "other.cn"))
    assert read(rule).articles == read(ReadSettings()).articles
