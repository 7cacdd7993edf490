"""Links, outline and page labels."""

import pytest

from bulletin_export.fonts.chain import FontChain
from bulletin_export.fonts.face import FaceFile, FontFace
from bulletin_export.typesetting.layout import Anchor, Bookmark, LinkArea
from painted import line, page, pdf, reader


@pytest.fixture
def plain(faces):
    chain = FontChain(FontFace(FaceFile(faces / "c.ttf")))

    def of(**parts):
        return page(line(chain, "中国"), **parts)

    return of


def annotations(data):
    return [one.get_object() for one in reader(data).pages[0].get("/Annots", ())]


def test_an_address_is_a_uri_in_ascii(plain):
    links = (LinkArea(50, 60, 30, 12, "https://example.org/新闻?a=1&b=%20"),)
    (found,) = annotations(pdf(plain(links=links)))
    assert found["/A"]["/URI"] == "https://example.org/%E6%96%B0%E9%97%BB?a=1&b=%20"
    assert [float(edge) for edge in found["/Rect"]] == [50, 769.89, 80, 781.89]


def test_a_place_inside_is_a_destination_on_its_page(plain):
    links = (LinkArea(0, 0, 9, 9, "#二"), LinkArea(0, 0, 9, 9, "#nowhere"))
    found_pages = reader(pdf(plain(links=links), plain(anchors=(Anchor("二", 100),)))).pages
    (found,) = (one.get_object() for one in found_pages[0]["/Annots"])
    assert list.__getitem__(found["/Dest"], 0) == found_pages[1].indirect_reference
    assert float(found["/Dest"][3]) == pytest.approx(741.89)


def test_the_outline_is_a_tree_even_when_levels_are_skipped(plain):
    names = ("甲", "甲一", "甲一一", "乙", "乙一")
    levels = (0, 1, 3, 0, 2)
    anchors = tuple(Anchor(name, 10.0 * number) for number, name in enumerate(names))
    marks = [Bookmark(level, name, name) for level, name in zip(levels, names, strict=True)]

    def titles(entries):
        return [titles(one) if isinstance(one, list) else one.title for one in entries]

    found = reader(pdf(plain(anchors=anchors), bookmarks=marks))
    assert titles(found.outline) == ["甲", ["甲一", ["甲一一"]], "乙", ["乙一"]]
    assert found.trailer["/Root"]["/PageMode"] == "/UseOutlines"
    assert found.trailer["/Root"]["/Outlines"]["/Count"] == 4


def test_only_the_outermost_bookmarks_are_open(plain):
    names = ("要闻", "第一篇", "小节", "第二篇", "动态", "第三篇")
    levels = (0, 1, 2, 1, 0, 1)
    anchors = tuple(Anchor(name, 10.0) for name in names)
    marks = [Bookmark(level, name, name) for level, name in zip(levels, names, strict=True)]
    root = reader(pdf(plain(anchors=anchors), bookmarks=marks)).trailer["/Root"]["/Outlines"]
    assert root["/Count"] == 5
    assert root["/First"]["/Count"] == 2
    assert root["/First"]["/First"]["/Count"] == -1
    assert root["/Last"]["/Count"] == 1


def test_without_bookmarks_there_is_no_outline(plain):
    assert "/Outlines" not in reader(pdf(plain())).trailer["/Root"]


def test_pages_are_called_what_the_layout_calls_them(plain):
    names = ["封面", "ii", "1", "2", "3", "7", "8", "007"]
    assert reader(pdf(*(plain(label=name) for name in names))).page_labels == names


def test_labels_that_count_on_are_one_range(plain):
    names = ["i", "ii", "iii", "iv", "1", "2", "3", "8, 1"]
    root = reader(pdf(*(plain(label=name) for name in names))).trailer["/Root"]
    ranges = list(root["/PageLabels"]["/Nums"])
    assert ranges[::2] == [0, 4, 7]
    assert ranges[1] == {"/S": "/r", "/St": 1}
    assert ranges[3] == {"/S": "/D", "/St": 1}
    assert ranges[5] == {"/P": "8, 1"}
