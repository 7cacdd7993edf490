"""The ways into a book: sections, articles, headings; contents; neighbours; places of links."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given, settings
from lxml import etree

from builders import article, h, link, p, quote
from bulletin_export.composition.arrange import sections
from bulletin_export.model.publication import Publication, Section
from bulletin_export.styling.load import load_template
from bulletin_export.writers.epub import EpubWriter
from strategies import publications
from writers.reading_back import EPUB_TYPE, OPF, XHTML, parts, spine

NCX = "{http://www.daisy.org/z3986/2005/ncx/}"


def at(number, *content, **facts):
    one = article(*content, title=f"第{number}篇", **facts)
    address = f"http://e.cn/{number}.html"
    return msgspec.structs.replace(
        one, metadata=msgspec.structs.replace(one.metadata, address=address)
    )


def book(*articles, by=None, **facts):
    return Publication(sections=sections(articles, by), title="简报", has_contents=True, **facts)


def files(publication, **changes):
    template = load_template("plain", {f"epub.{key}": value for key, value in changes.items()})
    return parts(EpubWriter().write(publication, template, None).data)


def listed(element, tag="li"):
    """What a list says, as (title, address, below)."""
    found = []
    for one in element.findall(f"{XHTML}ol/{XHTML}{tag}"):
        anchor = one.find(f".//{XHTML}a")
        found.append((anchor.text, anchor.get("href"), listed(one)))
    return found


def toc(inside):
    nav = etree.fromstring(inside["EPUB/nav.xhtml"])
    (found,) = [one for one in nav.iter(f"{XHTML}nav") if one.get(EPUB_TYPE) == "toc"]
    return listed(found)


def ncx(element):
    return [
        (
            one.findtext(f"{NCX}navLabel/{NCX}text"),
            one.find(f"{NCX}content").get("src"),
            ncx(one),
        )
        for one in element.findall(f"{NCX}navPoint")
    ]


HEADED = (h(1, "一、形势"), "段", h(2, "（一）要点"), "段", h(1, "二、措施"))
NESTED = book(
    at(1, *HEADED, source="甲报", date="2020-02-06"),
    at(2, "段", source="乙报", date="2020-02-06"),
    at(3, "段", source="甲报", date="2020-02-07"),
    by=("source", "date"),
)
HEADS = [
    ("一、形势", "article-0001.xhtml#s1", []),
    ("二、措施", "article-0001.xhtml#s3", []),
]


def tree_of(articles, heads=HEADS):
    first, second, third = (
        [(f"第{n}篇", f"article-{i:04}.xhtml", below)] if articles else []
        for i, n, below in ((1, 1, heads), (2, 3, []), (3, 2, []))
    )
    return [
        ("甲报", "section-01.xhtml", [
            ("2020年2月6日", "section-02.xhtml", first),
            ("2020年2月7日", "section-03.xhtml", second),
        ]),
        ("乙报", "section-04.xhtml", [("2020年2月6日", "section-05.xhtml", third)]),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("depth", "tree"),
    [
        (1, tree_of(articles=False)),
        (2, tree_of(articles=True, heads=[])),
        (3, tree_of(articles=True)),
    ],
)
def test_the_navigation_goes_as_deep_as_wanted(depth, tree):
    inside = files(NESTED, depth=depth)
    assert toc(inside) == tree
    root = etree.fromstring(inside["EPUB/toc.ncx"])
    assert ncx(root.find(f"{NCX}navMap")) == tree


def test_headings_stand_below_those_of_lower_number_whatever_is_left_out():
    one = book(at(1, h(3, "甲"), h(5, "乙"), h(4, "丙"), h(2, "丁"), h(6, "戊")))
    (entry,) = toc(files(one, depth=9))
    name = "article-0001.xhtml#s"
    assert entry[2] == [
        ("甲", f"{name}1", [("乙", f"{name}2", []), ("丙", f"{name}3", [])]),
        ("丁", f"{name}4", [("戊", f"{name}5", [])]),
    ]


def test_headings_in_quotes_and_without_words_are_not_led_to():
    one = book(at(1, quote(h(1, "引")), h(1, " "), h(1, "甲")))
    ((_, _, below),) = toc(files(one))
    assert below == [("甲", "article-0001.xhtml#s1", [])]


@settings(max_examples=15, deadline=None)
@given(publications())
def test_every_way_leads_to_a_place_that_is_there_and_forward(one):
    inside = files(one, depth=9)

    def flat(tree):
        for _, address, below in tree:
            yield address
            yield from flat(below)

    ways = list(flat(toc(inside)))
    root = etree.fromstring(inside["EPUB/toc.ncx"])
    assert ways == list(flat(ncx(root.find(f"{NCX}navMap"))))
    orders = [int(point.get("playOrder")) for point in root.iter(f"{NCX}navPoint")]
    assert orders == list(range(1, len(ways) + 1))
    order = []
    for way in ways:
        name, _, place = way.partition("#")
        ids = [e.get("id") for e in etree.fromstring(inside[f"EPUB/{name}"]).iter() if e.get("id")]
        order.append((name, ids.index(place) if place else -1))
    documents = spine(EpubWriter().write(one, load_template("plain"), None).data)
    numbers = [(documents.index(f"EPUB/{name}"), place) for name, place in order]
    assert numbers == sorted(set(numbers))


def test_the_older_contents_can_be_left_out():
    inside = files(NESTED, ncx=False)
    root = etree.fromstring(inside["EPUB/content.opf"])
    assert "EPUB/toc.ncx" not in inside
    assert root.find(f"{OPF}spine").get("toc") is None
    with_it = etree.fromstring(files(NESTED)["EPUB/content.opf"])
    assert with_it.find(f"{OPF}spine").get("toc") == "ncx"


def test_the_contents_nest_as_the_sections_do():
    contents = etree.fromstring(files(NESTED)["EPUB/contents.xhtml"])
    assert listed(contents.find(f"{XHTML}body/{XHTML}section")) == tree_of(articles=True, heads=[])


def test_a_long_title_is_short_in_navigation_and_whole_everywhere_else():
    long = "长" * 300
    one = book(article("文", title=long), article("文", title="短"))
    inside = files(one)
    assert toc(inside)[0][0] == "长" * 39 + "…"
    assert long in inside["EPUB/contents.xhtml"].decode()
    document = etree.fromstring(inside["EPUB/article-0001.xhtml"])
    assert document.findtext(f"{XHTML}head/{XHTML}title") == long


@pytest.mark.parametrize("title", ["  ", "\u200b", "\n"])
def test_a_title_that_says_nothing_is_untitled_in_lists_and_no_heading(title):
    inside = files(book(article("文", title=title), article("文", title="二")))
    assert toc(inside)[0][0] == "无题"
    assert "<h1" not in inside["EPUB/article-0001.xhtml"].decode()


def test_a_title_from_right_to_left_runs_its_own_way():
    inside = files(book(article("文", title="مرحبا"), article("文", title="二")))
    for name in ("nav", "contents", "article-0001"):
        assert inside[f"EPUB/{name}.xhtml"].decode().count('dir="auto"') == 1


def foot(inside, number):
    document = etree.fromstring(inside[f"EPUB/article-{number:04}.xhtml"])
    return [
        (a.get("rel"), a.get("href"), a.text, a.get("aria-label"))
        for one in document.iter(f"{XHTML}p") if one.get("class") == "neighbours"
        for a in one
    ]  # fmt: skip


def test_an_article_leads_to_its_neighbours_and_the_contents():
    inside = files(book(*(at(n, "文") for n in (1, 2, 3))))
    contents = (None, "contents.xhtml", "目录", None)
    before = ("prev", "article-0001.xhtml", "上一篇", "上一篇：第1篇")
    after = ("next", "article-0003.xhtml", "下一篇", "下一篇：第3篇")
    assert foot(inside, 2) == [before, contents, after]
    assert foot(inside, 1)[0] == contents
    assert foot(inside, 3)[-1] == contents


def test_a_pair_has_no_neighbours_and_neither_has_who_does_not_want_any():
    assert foot(files(book(at(1, "文"), at(2, "文"))), 1) == []
    assert foot(files(book(*(at(n, "文") for n in (1, 2, 3))), neighbours=False), 2) == []


@pytest.mark.parametrize(
    ("target", "place"),
    [
        ("http://e.cn/1.html", "article-0001.xhtml"),
        ("https://www.e.cn/1.html?utm_source=a&spm=b", "article-0001.xhtml"),
        ("http://e.cn/1.html#一、形势", "article-0001.xhtml#s1"),
        ("http://e.cn/1.html#%EF%BC%88%E4%B8%80%EF%BC%89%E8%A6%81%E7%82%B9", "article-0001.xhtml#s2"),
        ("http://e.cn/1.html#nowhere", "article-0001.xhtml"),
        ("http://e.cn/2.html#own", "article-0002.xhtml#s1"),
        ("#own", "#s1"),
        ("#top", "article-0002.xhtml"),
        ("http://e.cn/1.html?page=2", "http://e.cn/1.html?page=2"),
    ],
)  # fmt: skip
def test_a_link_leads_to_the_nearest_place_in_the_book(target, place):
    one = book(at(1, *HEADED), at(2, p(link(target, "见")), h(1, "Own")))
    document = etree.fromstring(files(one)["EPUB/article-0002.xhtml"])
    assert document.find(f".//{XHTML}p/{XHTML}a").get("href") == place


def test_a_link_to_no_place_keeps_its_words_and_is_said():
    one = book(at(1, p(link("#nowhere", "见"))), at(2, "文"))
    result = EpubWriter().write(one, load_template("plain"), None)
    assert [remark.code for remark in result.diagnostics] == ["link-dropped"]


def test_a_section_of_sections_opens_on_a_page_of_its_own():
    one = Publication(
        sections=(Section((), "上编"), Section((at(1, "文"),), "第一章", 3)), title="书"
    )
    names = [name.removeprefix("EPUB/") for name in spine(
        EpubWriter().write(one, load_template("plain"), None).data
    )]  # fmt: skip
    assert names == ["section-01.xhtml", "section-02.xhtml", "article-0001.xhtml"]
    ((title, _, ((inner, _, _),)),) = toc(files(one))
    assert (title, inner) == ("上编", "第一章")
