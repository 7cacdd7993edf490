"""The address of a picture, however late or in however many sizes a page gives it."""

import pytest
from lxml import html as lxml_html

from bulletin_export.extraction.picture_addresses import best_of, image_address

DOT = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"
PNG_DOT = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk"
EMPTY = (
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 4 3'%3E%3C/svg%3E"
)
DRAWN = (
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'%3E%3Cpath d='M0 0'/%3E%3C/svg%3E"
)

CASES = {
    '<img src="a.jpg">': "a.jpg",
    f'<img src="{DOT}" data-src="a.jpg">': "a.jpg",
    f'<img src="{PNG_DOT}" data-original="a.jpg">': "a.jpg",
    f'<img src="{EMPTY}" data-lazy-src="a.jpg">': "a.jpg",
    f'<img src="{DRAWN}">': DRAWN,
    f'<img src="{DOT}">': "",
    '<img src="/s/loading.gif" data-src="true" data-whatever="/p/a.webp?x=1">': "/p/a.webp?x=1",
    '<img src="/img/space.gif">': "",
    '<img src="/news/spacex-launch.jpg">': "/news/spacex-launch.jpg",
    '<img src="s.jpg" srcset="s.jpg 400w, m.jpg 1200w, l.jpg 4000w">': "m.jpg",
    '<img src="s.jpg" srcset="s.jpg, m.jpg 2x, l.jpg 3x">': "m.jpg",
    '<img src="./p_files/s.jpg" srcset="http://x.cn/l.jpg 2x">': "./p_files/s.jpg",
    '<img src="./p_files/s.jpg" data-src="http://x.cn/l.jpg">': "./p_files/s.jpg",
    '<img data-srcset="a.jpg?w=1,h=2 800w">': "a.jpg?w=1,h=2",
    '<img src="//x.cn/a.jpg">': "https://x.cn/a.jpg",
    '<img src="cid:part1@x">': "cid:part1@x",
    '<img src="file:///C:/a.png">': "file:///C:/a.png",
    '<img src="javascript:void(0)">': "",
    '<img src="a.gif" width="1" height="1">': "",
    '<img src="a.gif" style="width:1px;height:1px">': "",
    '<img src="a.gif" width="100%" height="2">': "a.gif",
    '<img alt="无">': "",
}


@pytest.mark.parametrize("written", CASES)
def test_the_address_of(written):
    assert image_address(lxml_html.fragment_fromstring(written), "") == CASES[written]


def test_the_sources_of_a_picture_are_asked():
    page = lxml_html.fragment_fromstring(
        '<picture><source srcset="a-800.webp 800w, a-1600.webp 1600w"><img src="a.jpg"></picture>'
    )
    address = image_address(next(page.iter("img")), "http://x.cn/n/")
    assert address == "http://x.cn/n/a-1600.webp"


def test_when_all_are_larger_than_print_needs_the_smallest_is_taken():
    assert best_of("a.jpg 3000w, b.jpg 2500w") == "b.jpg"
    assert best_of("a.jpg 1.2.3w, , b.jpg .x") in {"a.jpg", "b.jpg"}
    assert best_of("") == ""
