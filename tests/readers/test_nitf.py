"""NITF documents, as agencies write them."""

import pytest

from bulletin_export.errors import MalformedSourceError
from bulletin_export.model.article import ContributorRole
from bulletin_export.model.nodes import BlockQuote, BulletList, Figure, Heading, Note, Ruby, Table
from bulletin_export.model.text import paragraphs, plain_text
from bulletin_export.model.walk import find
from bulletin_export.readers.nitf import NitfReader
from bulletin_export.sources import Source

HEAD = """<docdata><doc-id id-string="H-1"/><date.issue norm="20200206T173000+0800"/>
<doc.copyright holder="河湾通讯社" year="2020"/><doc-scope scope="经济"/><key-list>
<keyword key="港口"/><keyword key="航线"/></key-list></docdata>"""
TOP = """<hedline><hl1>河湾港首开直达航线</hl1><hl2>出海时间缩短六天</hl2></hedline>
<byline>记者 卫东航 通讯员 江小鱼</byline><distributor>河湾社</distributor>"""
BODY = "<p>货轮九日清晨驶离二号泊位。</p><p>首航货物约占七成。</p>"


def document(body=BODY, head=HEAD, top=TOP, end=""):
    return (
        f"<nitf><head><title>题</title>{head}</head><body><body.head>{top}</body.head>"
        f"<body.content>{body}</body.content>{end}</body></nitf>"
    )


def read(text, **known):
    data = text.encode() if isinstance(text, str) else text
    return NitfReader().read(Source(data=data, name="wire.xml", **known))


def blocks(body, **parts):
    return read(document(body, **parts)).articles[0].blocks


def test_the_head_and_the_top_of_the_body_say_what_is_known():
    result = read(document())
    article, data = result.articles[0], result.articles[0].metadata
    assert article.headline.title == "河湾港首开直达航线"
    assert article.headline.subtitle == "出海时间缩短六天"
    assert (data.date.value, data.date.printed) == (
        "2020-02-06T17:30:00+08:00",
        "20200206T173000+0800",
    )
    assert data.source == "河湾社"
    assert data.rights == "© 2020 河湾通讯社"
    assert data.names(ContributorRole.AUTHOR) == ("卫东航",)
    assert data.names(ContributorRole.CORRESPONDENT) == ("江小鱼",)
    assert data.subjects == ("港口", "航线")
    assert (data.section, data.language) == ("经济", "zh-CN")
    assert article.evidence.confidence == 1
    assert {one.field for one in article.evidence.origins} >= {"title", "date", "author"}
    assert [one.title for one in result.listing.entries] == ["河湾港首开直达航线"]


def test_a_byline_of_another_language_loses_its_preposition_and_its_offices():
    top = "<byline>By <person>Jane Roe</person><byttl>AP Business Writer</byttl></byline>"
    assert read(document(top=top)).articles[0].metadata.names(ContributorRole.AUTHOR) == (
        "Jane Roe",
    )
    top = "<byline>By JANE ROE and John Doe, Staff Writers</byline>"
    names = read(document(top=top)).articles[0].metadata.names(ContributorRole.AUTHOR)
    assert names == ("Jane Roe", "John Doe")
    top = "<byline>Reuters</byline>"
    assert not read(document(top=top)).articles[0].metadata.contributors


def test_the_dateline_begins_the_first_paragraph_once():
    top = "<dateline><location>河湾</location>2月6日电</dateline>"
    first = plain_text(blocks(BODY, top=top)[0].children)
    assert first == "河湾2月6日电 货轮九日清晨驶离二号泊位。"
    again = blocks("<p>河湾2月6日电（记者 卫东航）货轮驶离。</p>", top=top)
    assert plain_text(again[0].children) == "河湾2月6日电（记者 卫东航）货轮驶离。"
    named = blocks("<p>满载的货轮九日清晨驶离河湾港二号泊位。</p>", top=top)
    assert plain_text(named[0].children).startswith("河湾2月6日电 满载")
    said = blocks("<p>LONDON (Reuters) - The ship left.</p>", top="<dateline>London</dateline>")
    assert plain_text(said[0].children).startswith("LONDON (Reuters)")
    english = blocks("<p>The ship left.</p>", top="<dateline>HEWAN</dateline>")
    assert plain_text(english[0].children) == "HEWAN — The ship left."


def test_headings_lists_quotes_and_tables_keep_their_shape():
    body = (
        "<hl2>一周两班</hl2><p>如下：</p><ul><li>周二</li><li>周五</li></ul>"
        "<bq><block><p>省钱。</p></block><credit>江一舟</credit></bq>"
        "<nitf-table><nitf-table-metadata><nitf-colgroup/></nitf-table-metadata>"
        "<table><tr><th>月</th><th>箱</th></tr><tr><td>一</td><td>326</td></tr></table></nitf-table>"
        "<p><em>强</em>调，<person>江一舟</person>与<org>港务局</org>，<frac><frac-num>1</frac-num>"
        "<frac-den>2</frac-den></frac>。</p>"
    )
    found = blocks(body)
    kinds = [type(one) for one in found]
    assert Heading in kinds
    assert {BulletList, BlockQuote, Table} <= set(kinds)
    assert plain_text(found[-1].children) == "强调，江一舟与港务局，1/2。"
    assert "江一舟" in list(paragraphs(found))


def test_footnotes_are_notes_where_their_mark_stood():
    body = "<p>首航货轮<fn>据港务局二月统计。</fn>九日离港。</p><p>第二段。</p>"
    found = blocks(body)
    assert len(found) == 2
    (note,) = find(read(document(body)).articles[0], Note)
    assert list(paragraphs(note.blocks)) == ["据港务局二月统计。"]
    assert plain_text(found[0].children) == "首航货轮九日离港。"


def test_a_guide_to_pronunciation_stands_above_its_word():
    (paragraph,) = blocks('<p>访问<pronounce guide="Grá">格拉</pronounce>。</p>', top="")
    assert paragraph.children[1] == Ruby("格拉", "Grá")


def test_of_a_pictures_forms_the_one_for_print_is_taken_with_caption_and_credit():
    body = """<p>文。</p><media media-type="image">
    <media-reference mime-type="image/jpeg" source="thumb.jpg" width="100" name="thumbnail"/>
    <media-reference mime-type="image/jpeg" source="main.jpg" width="2000"/>
    <media-metadata name="x" value="y"/><media-object encoding="base64">AAAA</media-object>
    <media-caption><p>货轮离港。</p></media-caption><media-producer>卫东航 摄</media-producer></media>"""
    found = blocks(body)
    figure = found[1]
    assert isinstance(figure, Figure)
    assert [one.address for one in figure.images] == ["main.jpg"]
    assert "".join(one.value for one in figure.caption) == "货轮离港。 卫东航 摄"
    assert "AAAA" not in "".join(paragraphs(found))


def test_a_film_becomes_a_link_and_a_remark():
    body = """<p>文。</p><media media-type="video"><media-reference mime-type="video/mp4"
    source="http://x.example/f.mp4"/><media-caption>片段</media-caption></media>"""
    result = read(document(body))
    assert "media-linked" in [one.code for one in result.diagnostics]
    assert "http://x.example/f.mp4" in "".join(paragraphs(result.articles[0].blocks))


def test_lines_of_a_wire_are_joined_and_lines_of_verse_are_not():
    wire = "<p>More extreme weather is forecast over the next few days and the <br/>fire situation is likely.</p>"
    assert len(blocks(wire, top="")) == 1
    verse = blocks("<p>床前明月光，<br/>疑是地上霜。</p>", top="")
    assert "床前明月光，疑" not in "".join(paragraphs(verse))


def test_the_end_of_the_body_is_printed_too():
    end = "<body.end><tagline>（编辑 江小鱼）</tagline></body.end>"
    assert plain_text(blocks(BODY, end=end)[-1].children) == "（编辑 江小鱼）"


def test_notes_to_editors_are_remarks_and_not_printed():
    result = read(document(top=TOP + "<note><body.content><p>请勿早发</p></body.content></note>"))
    remark = next(one for one in result.diagnostics if one.code == "editors-note")
    assert remark.facts["note"] == "请勿早发"
    assert "请勿早发" not in "".join(paragraphs(result.articles[0].blocks))


def test_what_is_embargoed_is_a_warning():
    head = """<docdata management-status="embargoed"><date.release norm="20200208"/></docdata>"""
    remark = next(d for d in read(document(head=head)).diagnostics if d.code == "not-for-release")
    assert remark.facts == {"status": "embargoed", "until": "20200208"}


def test_a_document_without_text_is_its_headline_and_abstract():
    result = read(document("", top="<hedline><hl1>标题</hl1></hedline><abstract>摘要</abstract>"))
    article = result.articles[0]
    assert article.metadata.is_summary
    assert list(paragraphs(article.blocks)) == ["摘要"]
    assert "body-missing" in [one.code for one in result.diagnostics]


def test_broken_xml_still_gives_the_text():
    text = document().replace("</p><p>", "<p>").replace("</nitf>", "")
    assert "货轮九日清晨驶离二号泊位。" in "".join(paragraphs(read(text).articles[0].blocks))


def test_old_encodings_are_read():
    text = '<?xml version="1.0" encoding="gb2312"?>' + document()
    assert read(text.encode("gb18030")).articles[0].headline.title == "河湾港首开直达航线"


def test_what_is_no_nitf_is_refused():
    with pytest.raises(MalformedSourceError):
        read("<html><p>页</p></html>")


@pytest.mark.parametrize(
    ("issued", "date"), [("", "2020-02-06T10:30"), ("20200207T080000+0800", "2020-02-07T08:00")]
)
def test_the_day_of_the_dateline_counts_where_no_issue_is_dated(issued, date):
    head = f'<docdata><date.issue norm="{issued}"/></docdata>' if issued else ""
    day = '<story.date norm="20200206T103000+0800">2月6日</story.date>'
    top = f"<dateline><location>河湾</location>{day}</dateline>"
    found = read(document(head=head, top=top)).articles[0].metadata.date
    assert found is not None
    assert found.value.startswith(date)
