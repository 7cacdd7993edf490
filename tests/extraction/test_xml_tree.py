"""XML is read whatever its state, and obeyed in nothing."""

import resource
import time

import pytest

from bulletin_export.errors import MalformedSourceError
from bulletin_export.extraction.xml_tree import local_name, parse_xml
from bulletin_export.sources import Source


def tree(text, encoding="utf-8"):
    return parse_xml(Source(data=text.encode(encoding, "surrogatepass"), name="feed.xml"))


def text_of(text):
    root, diagnostics = tree(f"<a>{text}</a>")
    assert not diagnostics
    return "".join(root.itertext())


LAUGHS = "".join(f'<!ENTITY b{n} "{f"&b{n - 1};" * 10}">' for n in range(1, 10))
BOMBS = {
    "laughs": f'<!DOCTYPE a [<!ENTITY b0 "哈">{LAUGHS}]><a>&b9;</a>',
    "quadratic": f'<!DOCTYPE a [<!ENTITY b "{"哈" * 100_000}">]><a>{"&b;" * 100_000}</a>',
    "a file": '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
    "an address": '<!DOCTYPE a [<!ENTITY b SYSTEM "http://127.0.0.1:1/x">]><a>&b;</a>',
    "public": '<!DOCTYPE a [<!ENTITY b PUBLIC "x" "http://127.0.0.1:1/x">]><a>&b;</a>',
    "parameters": '<!DOCTYPE a [<!ENTITY % b SYSTEM "http://127.0.0.1:1/x.dtd"> %b;]><a/>',
    "cyclic": '<!DOCTYPE a [<!ENTITY b "&c;"><!ENTITY c "&b;">]><a>&b;</a>',
    "attribute": '<!DOCTYPE a [<!ENTITY b "x">]><a b="&b;">x</a>',
    "unparsed": '<!DOCTYPE a [<!NOTATION g SYSTEM "x"><!ENTITY b SYSTEM "x" NDATA g>]><a/>',
    "hidden": '<!DOCTYPE a [<!ATTLIST a b CDATA "<!--"><!ENTITY b "x">]><a>&b;</a>',
    "after a comment": '<?xml version="1.0"?><!-- x --><!DOCTYPE a [\n<!ENTITY b "x">]><a/>',
    "lower case": '<!doctype a [<!entity b "x">]><a>&b;</a>',
}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "gb18030"])
@pytest.mark.parametrize("bomb", BOMBS)
def test_declared_entities_are_refused_in_no_time(bomb, encoding):
    start, before = time.process_time(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(MalformedSourceError, match="declares entities"):
        tree(BOMBS[bomb], encoding)
    assert time.process_time() - start < 2
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 200 * 1024


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE a PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" '
        '"http://my.netscape.com/publish/formats/rss-0.91.dtd">',
        '<!DOCTYPE a SYSTEM "nitf-3-2.dtd">',
        "<!DOCTYPE a [<!ELEMENT a ANY>]>",
        '<!DOCTYPE a [<!ENTITY % HTMLlat1 PUBLIC "-//W3C//ENTITIES Latin 1 for XHTML//EN" '
        '"http://www.w3.org/TR/xhtml1/DTD/xhtml-lat1.ent"> %HTMLlat1;]>',
        '<!-- an <!ENTITY a "b"> of old -->',
    ],
)
def test_an_ordinary_doctype_is_harmless(doctype):
    root, diagnostics = tree(f'<?xml version="1.0"?>\n{doctype}\n<a>会议</a>')
    assert root.text == "会议"
    assert not diagnostics


def test_nothing_is_included_and_no_instruction_is_followed():
    root, _ = tree(
        '<?xml-stylesheet href="file:///etc/passwd"?><a xmlns:xi="http://www.w3.org/2001/XInclude">'
        '<xi:include href="file:///etc/passwd" parse="text"/>会议<?php echo 1 ?></a>'
    )
    assert "".join(root.itertext()) == "会议"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("a&nbsp;b&mdash;c&copy;", "a\u00a0b—c©"),
        ("&amp;nbsp; &lt;p&gt;", "&nbsp; <p>"),
        ("&LT;p&GT; A&AMP;B", "<p> A&B"),
        ("科&技 AT&T &unknown; &", "科&技 AT&T &unknown; &"),
        ("page?a=1&b=2&copy=3", "page?a=1&b=2&copy=3"),
        ("5<6, <5%, a < b", "5<6, <5%, a < b"),
        ("&#20013;&#x6587;&#128512;", "中文😀"),
        ("&#150;&#x93;", "–“"),
        ("&#xD83D;&#xDE00;&#xD83D;x", "😀\ufffdx"),
        ("a&#0;b&#8;c&#xFFFF;&#99999999999;", "abc\ufffd\ufffd"),
        ("&#60;p&#62;&#38;", "<p>&"),
        ("<![CDATA[a & b < c &nbsp;]]>", "a & b < c &nbsp;"),
        ("<!-- a & b -->x", "x"),
    ],
)
def test_references_become_characters_and_stray_marks_stay(written, read):
    assert text_of(written) == read


def test_what_a_server_prints_before_the_document_does_no_harm():
    root, _ = tree('\n<br /><b>Warning</b>: x\n<?xml version="1.0" encoding="gb2312"?><a>会议</a>')
    assert root.text == "会议"


def test_what_is_not_well_formed_is_kept_and_told():
    root, (remark,) = tree("<a>\n<b>甲<b>乙</a>")
    assert "".join(root.itertext()).strip() == "甲乙"
    assert remark.code == "xml-recovered"
    assert remark.facts["line"] == 2


def test_a_prefix_that_nobody_declared_costs_nothing():
    root, diagnostics = tree("<rss><Media:Content>甲</Media:Content></rss>")
    assert local_name(root[0]) == "content"
    assert not diagnostics


def test_long_texts_and_deep_trees_are_whole():
    assert len(tree(f"<a>{'会' * 5_000_000}</a>")[0].text) == 5_000_000
    root, diagnostics = tree(f"{'<a>' * 1000}深{'</a>' * 1000}")
    assert "".join(root.itertext()) == "深"
    assert not diagnostics


@pytest.mark.parametrize(("text", "reason"), [("会议", "no element"), ("<a>" * 9000, "nests")])
def test_what_is_no_tree_is_refused(text, reason):
    with pytest.raises(MalformedSourceError, match=reason):
        tree(text)


@pytest.mark.parametrize(
    "one", [' a{}="x"', " a{}='>'", ' xmlns:a{}="x"', '\na{} = "x"', ' a{}="x" a0=""']
)
def test_a_tag_with_a_crowd_of_attributes_is_refused_at_once(one):
    start = time.process_time()
    with pytest.raises(MalformedSourceError) as caught:
        tree("<a" + "".join(one.format(number) for number in range(60_000)) + "/>")
    assert caught.value.reason.code == "too-many-attributes"
    assert time.process_time() - start < 2


def test_long_texts_with_many_quoted_words_are_no_crowd():
    words = 'a=&quot;1&quot; b="2" ' * 3000
    root, _ = tree(f"<a><b c='1'>{words}</b><d><![CDATA[<p {words}>]]></d></a>")
    assert len("".join(root.itertext())) > 60_000
