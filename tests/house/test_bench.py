"""The bench's corpus: the same bytes every time, and like real pages."""

import re

from bench.corpus import clean_page, raw_page, story
from bench.reading import written_feeds
from bench.words import Vocabulary

from bulletin_export.reading import read_source
from bulletin_export.sources import Source


def pages(number: int) -> tuple[str, str]:
    told = story(Vocabulary(), number)
    return raw_page(told), clean_page(told)


def test_the_same_number_gives_the_same_pages():
    assert pages(7) == pages(7)
    assert pages(7) != pages(8)


def test_the_clean_page_has_the_article_alone():
    raw, clean = pages(0)
    assert "首页" in raw
    assert "首页" not in clean
    assert "XML地图" not in clean


def test_both_pages_have_the_same_words():
    raw, clean = pages(3)
    words = re.findall(r"<p>(.*?)</p>", clean)
    assert len(words) >= 10
    assert not [paragraph for paragraph in words if f"{paragraph}</p>" not in raw]


def test_tables_and_pictures_come_as_often_as_promised():
    vocabulary = Vocabulary()
    kinds = [{block.kind for block in story(vocabulary, n).blocks} for n in range(20)]
    assert sum("table" in kind for kind in kinds) == 4
    assert sum("img" in kind for kind in kinds) == 5


def test_a_feed_of_the_bench_is_read_whole(tmp_path):
    (path,) = written_feeds(tmp_path, 1, entries=3)
    read = read_source(Source(data=path.read_bytes(), name=path.name))
    assert [len(article.blocks) >= 10 for article in read.articles] == [True] * 3
    assert not [remark for remark in read.diagnostics if remark.severity == "error"]
