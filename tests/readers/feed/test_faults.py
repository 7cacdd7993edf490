"""A fault in one entry never costs the others."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bulletin_export.errors import MalformedSourceError
from bulletin_export.sniffing import beginning
from feeds import atom, codes, first, lines, read, rss

GOOD = "<title>好{n}</title><link>http://q.cn/{n}</link><description>会议{n}。</description>"


def titles(feed):
    return [one.headline.title for one in read(feed).articles]


FAULTS = {
    "an open title": "<title>坏<link>http://q.cn/x</link><description>文</description>",
    "a wrong end": "<title>坏</titel><link>http://q.cn/x</link>",
    "crossing tags": "<title>坏</title><description><b><i>文</b></i></description>",
    "void elements": "<title>坏</title><description>文<br>字<img src=a.png></description>",
    "an open CDATA": "<title>坏</title><description><![CDATA[文<p>字</description>",
    "a stray end": "<title>坏</title></p><link>http://q.cn/x</link>",
    "an ampersand": "<title>坏</title><link>http://q.cn/x?a=1&b=2</link>",
    "a less-than": "<title>坏</title><description>5 < 6 <7</description>",
    "an unquoted attribute": "<title>坏</title><enclosure url=http://q.cn/a.jpg>",
    "a broken tag": "<title>坏</title><description <p>文</description>",
    "an entity of HTML": "<title>坏&nbsp;</title><description>&copy;&unknown;</description>",
    "control characters": "<title>坏\x01\x0b</title>",
    "a bad reference": "<title>坏&#0;&#xD800;&#x110000;</title>",
    "an early end": "<title>坏</title></item></channel></rss><item><title>后</title>",
    "an open comment": "<title>坏</title><!-- 注",
    "an undeclared prefix": "<title>坏</title><foo:bar>x</foo:bar>",
    "an open entry": None,
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_bad_entry_does_not_cost_the_others(fault):
    bad = FAULTS[fault]
    feed = rss(GOOD.format(n=1), bad or "<title>坏</title>#", GOOD.format(n=2), GOOD.format(n=3))
    if bad is None:
        feed = feed.replace("#</item>", "")
    articles = read(feed).articles
    found = [one.headline.title for one in articles]
    assert found[0] == "好1"
    assert found[-2:] == ["好2", "好3"]
    assert any("坏" in title for title in found)
    assert [one.metadata.address for one in articles][-2:] == ["http://q.cn/2", "http://q.cn/3"]
    assert lines(articles[-1]) == ["会议3。"]


def test_a_broken_feed_is_told_with_its_line_and_a_sound_one_is_not():
    feed = '<?xml version="1.0"?>\n' + rss("<title>甲</title>\n<description>一<b>二</description>")
    (remark,) = [one for one in read(feed).diagnostics if one.code == "xml-recovered"]
    assert remark.facts["line"] == 3
    assert codes(read(rss("<title>甲</title>"))) == []


def test_fields_after_the_fault_are_read_too():
    article = first(
        rss("<title>甲</title><description><p>一<br>二</p></description><link>http://q.cn/1</link>")
    )
    assert article.metadata.address == "http://q.cn/1"
    assert lines(article) == ["一二"] or lines(article) == ["一\n二"]


def test_a_broken_head_does_not_cost_the_entries():
    feed = rss(GOOD.format(n=1), GOOD.format(n=2), channel="<title>青川<b></title><image><url>x")
    assert titles(feed) == ["好1", "好2"]


def test_an_end_inside_a_cdata_section_is_no_end():
    inside = "<title>甲</title><description><![CDATA[<code></item><item></code>文]]></description>"
    assert titles(rss(inside, "<title>乙<b></title>")) == ["甲", "乙"]


def test_text_before_and_after_the_feed_does_no_harm():
    feed = f"\n\nWarning: x in y\n<?xml version='1.0'?>{rss(GOOD.format(n=1))}<!-- 1 -->\n尾"
    assert titles(feed) == ["好1"]


def test_half_an_entry_is_kept_as_far_as_it_goes():
    feed = rss(GOOD.format(n=1), GOOD.format(n=2))
    cut = feed[: feed.index("会议2") + 2]
    articles = read(cut).articles
    assert [one.headline.title for one in articles] == ["好1", "好2"]
    assert lines(articles[1]) == ["会议"]


def test_atom_is_mended_as_well():
    feed = atom(
        "<title>甲</title><summary>一<br>二</summary><id>http://q.cn/1</id>", "<title>乙</title>"
    )
    articles = read(feed).articles
    assert [one.headline.title for one in articles] == ["甲", "乙"]
    assert articles[0].metadata.address == "http://q.cn/1"


FEED = rss(*(GOOD.format(n=n) for n in range(1, 6)), channel="<title>青川</title>")
ENDS = [place for place in range(len(FEED)) if FEED.startswith("</item>", place)]


@settings(max_examples=80, deadline=None)
@given(st.integers(min_value=FEED.index("<channel>"), max_value=len(FEED)))
def test_what_stands_whole_before_a_cut_is_read(cut):
    whole = sum(end + len("</item>") <= cut for end in ENDS)
    found = titles(FEED[:cut])
    assert found[:whole] == [f"好{n}" for n in range(1, whole + 1)]
    assert len(found) <= whole + 1


@settings(max_examples=80, deadline=None)
@given(
    st.integers(min_value=1, max_value=4),
    st.text(alphabet="<>&/'\"![]-CDATAitem=p好 ", max_size=30),
)
def test_rubbish_in_one_entry_leaves_those_before_it_alone(number, rubbish):
    place = ENDS[number - 1]
    found = titles(FEED[:place] + rubbish + FEED[place:])
    assert found[: number - 1] == [f"好{n}" for n in range(1, number)]
    assert "好5" in found or "<!" in rubbish or number == 5 or "<item" in rubbish


@settings(max_examples=60, deadline=None)
@given(st.permutations(list(range(0, len(FEED), 40))))
def test_a_shuffled_feed_does_no_harm(places):
    text = "".join(FEED[place : place + 40] for place in places)
    try:
        read("<rss>" + text)
    except MalformedSourceError as error:
        assert error.code == "malformed-source"  # noqa: PT017  (that it is ours is the point)


def test_ten_times_as_many_broken_entries_take_about_ten_times_as_long():
    from time import process_time

    def seconds(count):
        feed = rss(*["<title>坏<b></title><description><p>文<br>字</description>"] * count)
        start = process_time()
        assert len(read(feed).articles) == count
        return process_time() - start

    seconds(10)
    assert seconds(2000) < 40 * seconds(200)


def test_the_root_is_found_below_what_a_server_prints():
    data = f"<br /><b>Warning</b>: x<br />\n<?xml version='1.0'?>{FEED}".encode()
    assert beginning(data, frozenset(("rss", "html"))) == "rss"
    assert len(titles(data)) == 5
