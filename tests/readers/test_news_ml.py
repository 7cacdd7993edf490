"""NewsML-G2 and NewsML 1.2, as agencies write them."""

from contextlib import suppress
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bulletin_export.errors import BulletinError, NoArticleError
from bulletin_export.model.article import ContributorRole
from bulletin_export.model.nodes import BulletList, Figure, Heading, Link, OrderedList
from bulletin_export.model.text import paragraphs, plain_text
from bulletin_export.model.walk import find
from bulletin_export.readers.news_ml import NewsMLReader
from bulletin_export.sources import Source

NS = 'xmlns="http://iptc.org/std/nar/2006-10-01/"'
XHTML = (
    '<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml">'
    "<head><title>不要</title></head><body><p>河湾讯：<b>货轮</b>驶离<Company>河湾港</Company>。</p>"
    "<p>第二段。</p></body></html></inlineXML>"
)
META = """<rightsInfo><copyrightHolder literal="x"><name>河湾通讯社</name></copyrightHolder>
<usageTerms>仅限本省使用</usageTerms></rightsInfo>
<itemMeta><itemClass qcode="ninat:text"/><provider qcode="nprov:HW"><name>河湾社</name></provider>
<versionCreated>2020-02-06T17:30:00+08:00</versionCreated>
<firstCreated>2020-02-06T09:00:00+08:00</firstCreated><pubStatus qcode="stat:usable"/>
<service qcode="svc:x"><name>经济专线</name></service><edNote>请核对数字</edNote></itemMeta>
<contentMeta><by>记者 卫东航</by><contributor role="ctrol:photographer"><name>江小鱼</name></contributor>
<creator literal="河湾社"/><infoSource literal="河湾日报"/><language tag="zh-CN"/>
<subject qcode="medtop:1"><name xml:lang="en">port</name><name xml:lang="zh">港口</name></subject>
<subject qcode="medtop:2"/><slugline>河湾-航线</slugline>
<headline role="hlr:kicker">对外开放</headline><headline role="hlr:main">首开直达航线</headline>
<headline role="hlr:sub">出海缩短六天</headline><description role="drol:summary">摘要。</description>
</contentMeta>"""


def item(content=XHTML, meta=META, name="newsItem", attributes=""):
    return (
        f'<{name} {NS} xml:lang="zh" guid="urn:x:1" standard="NewsML-G2" {attributes}>{meta}'
        f"<contentSet>{content}</contentSet></{name}>"
    )


def headed(title, content=XHTML):
    return item(content, f"<contentMeta><headline>{title}</headline></contentMeta>")


def message(*items):
    return (
        f"<newsMessage {NS}><header><sent>2020-02-07T08:00:00+08:00</sent><sender>河湾社</sender>"
        f"</header><itemSet>{''.join(items)}</itemSet></newsMessage>"
    )


def read(text):
    return NewsMLReader().read(Source(data=text.encode(), name="wire.xml"))


def test_an_item_says_what_is_known_of_it():
    article = read(item()).articles[0]
    data = article.metadata
    assert article.headline.title == "首开直达航线"
    assert (article.headline.kicker, article.headline.subtitle) == ("对外开放", "出海缩短六天")
    assert data.date.value == "2020-02-06T17:30:00+08:00"
    assert (data.source, data.publisher) == ("河湾日报", "河湾社")
    assert data.names(ContributorRole.AUTHOR) == ("卫东航",)
    assert data.names(ContributorRole.PHOTOGRAPHER) == ("江小鱼",)
    assert data.subjects == ("港口", "河湾-航线")
    assert data.section == "经济专线"
    assert data.description == "摘要。"
    assert data.rights == "© 河湾通讯社 仅限本省使用"
    assert data.language == "zh-CN"


def test_foreign_elements_inside_a_line_do_not_break_it():
    article = read(item()).articles[0]
    assert list(paragraphs(article.blocks)) == ["河湾讯：货轮驶离河湾港。", "第二段。"]


def test_notes_to_editors_and_embargoes_are_remarks():
    meta = META.replace("<edNote>", "<embargoed>2020-02-08T00:00:00Z</embargoed><edNote>")
    result = read(item(meta=meta))
    assert [one.code for one in result.diagnostics] == ["editors-note", "not-for-release"]
    assert all(one.where == "首开直达航线" for one in result.diagnostics)


@pytest.mark.parametrize(
    "content",
    [
        "<inlineXML><nitf xmlns='http://iptc.org/std/NITF/2006-10-18/'><body><body.head><hedline>"
        "<hl1>别的</hl1></hedline></body.head><body.content>"
        "<p>河湾港正文。</p></body.content></body></nitf></inlineXML>",
        "<inlineXML><p>河湾港正文。</p></inlineXML>",
        "<inlineXML><html><p>河湾港正文。</p></html></inlineXML>",
        "<inlineXML>&lt;p&gt;河湾港正文。&lt;/p&gt;</inlineXML>",
        "<inlineXML><html><body>&lt;p&gt;河湾港正文。&lt;/p&gt;</body></html></inlineXML>",
        "<inlineXML><nitf><body><body.content>&lt;p&gt;河湾港正文。&lt;/p&gt;</body.content></body>"
        "</nitf></inlineXML>",
        "<inlineXML><html><body><footer class='nav'><p class='footer'>河湾港正文。</p></footer>"
        "</body></html></inlineXML>",
        "<inlineData contenttype='text/plain'>河湾港正文。\n</inlineData>",
        "<inlineXML><body.content><p>河湾港正文。</p></body.content></inlineXML>",
    ],
)
def test_the_text_is_found_in_every_dress(content):
    article = read(item(content)).articles[0]
    assert list(paragraphs(article.blocks)) == ["河湾港正文。"]
    assert article.headline.title == "首开直达航线"


def test_a_payload_fills_what_the_item_does_not_say():
    content = (
        "<inlineXML><nitf><head><title>题在里面</title></head><body><body.head><byline>By "
        "<person>Jane Roe</person></byline></body.head><body.content><p>文。</p></body.content>"
        "</body></nitf></inlineXML>"
    )
    article = read(message(item(content, meta=""))).articles[0]
    assert article.headline.title == "题在里面"
    assert article.metadata.names(ContributorRole.AUTHOR) == ("Jane Roe",)
    assert article.metadata.date.value == "2020-02-07T08:00:00+08:00"


def test_of_a_headline_in_two_languages_that_of_the_text_counts():
    meta = (
        "<contentMeta><language tag='zh'/><headline xml:lang='en'>Port opens</headline>"
        "<headline xml:lang='zh'>首开航线</headline></contentMeta>"
    )
    assert read(item(meta=meta)).articles[0].headline.title == "首开航线"


def test_a_message_gives_an_article_for_each_item_and_a_list_of_them():
    concept = f"<conceptItem {NS} guid='c1'><concept/></conceptItem>"
    result = read(message(headed("甲一"), concept, headed("乙二")))
    assert [one.headline.title for one in result.articles] == ["甲一", "乙二"]
    assert [one.title for one in result.listing.entries] == ["甲一", "乙二"]
    assert result.listing.title == "河湾社"
    remark = next(one for one in result.diagnostics if one.code == "item-without-text")
    assert remark.facts == {"kind": "conceptItem", "name": "c1"}


PACKAGE = (
    f"<packageItem {NS}><itemMeta><versionCreated>2020-02-06</versionCreated></itemMeta>"
    "<contentMeta><headline>今日头条</headline></contentMeta><groupSet root='g0'>"
    "<group id='g0' role='group:root' mode='pgrmod:seq'><groupRef idref='g1'/>"
    "<groupRef idref='g0'/></group><group id='g1'><itemRef href='http://x.example/1'>"
    "<headline>第一条</headline></itemRef><itemRef residref='urn:2'><title>第二条</title>"
    "<description>说明</description></itemRef></group></groupSet></packageItem>"
)


def test_a_package_alone_is_a_list_of_what_it_names():
    result = read(PACKAGE)
    article = result.articles[0]
    assert article.headline.title == "今日头条"
    assert isinstance(article.blocks[0], OrderedList)
    assert list(paragraphs(article.blocks)) == ["第一条", "第二条", "说明"]
    assert [one.target for one in find(article, Link)] == ["http://x.example/1"]
    assert [one.title for one in result.listing.entries] == ["今日头条"]


def test_a_package_beside_its_items_is_an_entry_and_no_article():
    result = read(message(PACKAGE, headed("甲一")))
    assert [one.headline.title for one in result.articles] == ["甲一"]
    assert [one.title for one in result.listing.entries] == ["今日头条", "甲一"]


def test_of_remote_pictures_the_one_for_print_is_taken_with_its_caption():
    content = (
        "<remoteContent rendition='rnd:thumbnail' href='t.jpg' width='100' contenttype='image/jpeg'/>"
        "<remoteContent rendition='rnd:highRes' href='h.jpg' width='3000' contenttype='image/jpeg'/>"
        "<remoteContent rendition='rnd:preview' href='p.jpg' width='800' contenttype='image/jpeg'/>"
    )
    figure = read(item(content)).articles[0].blocks[0]
    assert isinstance(figure, Figure)
    assert [one.address for one in figure.images] == ["h.jpg"]
    assert "".join(one.value for one in figure.caption) == "摘要。"


@pytest.mark.parametrize("name", ["p:", ":p", "p:1", "p:-", "a:b:c"])
def test_names_that_are_none_do_not_matter(name):
    text = item(XHTML.replace("<p>第二段", f"<{name} {name}='x'>y</{name}><p>第二段"))
    assert "第二段。" in list(paragraphs(read(text).articles[0].blocks))


def test_one_broken_item_does_not_cost_the_others():
    broken = headed("甲一").replace("</contentMeta>", "").replace("</b>", "</i>")
    titles = [one.headline.title for one in read(message(broken, headed("乙二"))).articles]
    assert "乙二" in titles


FIRST = """<NewsML Version="1.2"><NewsEnvelope><DateAndTime>20200206T091500Z</DateAndTime>
<SentFrom><Party FormalName="河湾社"/></SentFrom></NewsEnvelope>{}</NewsML>"""
ITEM = """<NewsItem xml:lang="zh"><Identification><NewsIdentifier><ProviderId>hw.example</ProviderId>
<DateId>20200206</DateId></NewsIdentifier></Identification><NewsManagement>
<FirstCreated>20200206T171500+0800</FirstCreated>
<ThisRevisionCreated>20200206T173000+0800</ThisRevisionCreated><Status FormalName="Usable"/>
</NewsManagement><NewsComponent><NewsLines><HeadLine>首开直达航线</HeadLine>
<SubHeadLine>缩短六天</SubHeadLine><ByLine>记者 卫东航</ByLine><DateLine>河湾2月6日电</DateLine>
<CopyrightLine>版权所有</CopyrightLine><KeywordLine>港口</KeywordLine></NewsLines>
<AdministrativeMetadata><Provider><Party FormalName="河湾社"/></Provider></AdministrativeMetadata>
{}</NewsComponent></NewsItem>"""
TEXT = """<NewsComponent><Role FormalName="Main"/><ContentItem><MediaType FormalName="Text"/>
<DataContent>{}</DataContent></ContentItem></NewsComponent>"""
PHOTO = """<NewsComponent><Role FormalName="Main Picture"/><NewsComponent>
<Role FormalName="Caption"/><ContentItem><DataContent><p>货轮离港。</p></DataContent></ContentItem>
</NewsComponent><NewsComponent EquivalentsList="yes"><ContentItem Href="t.jpg">
<MediaType FormalName="Photo"/><Characteristics><Property FormalName="Width" Value="90"/>
</Characteristics></ContentItem><ContentItem Href="h.jpg"><MediaType FormalName="Photo"/>
<Characteristics><Property FormalName="Width" Value="900"/></Characteristics></ContentItem>
</NewsComponent></NewsComponent>"""


def first(*parts):
    return FIRST.format(ITEM.format("".join(parts)))


@pytest.mark.parametrize(
    "content",
    [
        "<p>正文在此。</p>",
        "<nitf><body><body.content><p>正文在此。</p></body.content></body></nitf>",
        "<html><head><title>x</title></head><body><p>正文在此。</p></body></html>",
        "<![CDATA[<p>正文在此。</p>]]>",
        "正文在此。",
    ],
)
def test_the_first_generation_gives_text_in_every_dress(content):
    result = read(first(TEXT.format(content)))
    article, data = result.articles[0], result.articles[0].metadata
    assert list(paragraphs(article.blocks)) == ["河湾2月6日电 正文在此。"]
    assert (article.headline.title, article.headline.subtitle) == ("首开直达航线", "缩短六天")
    assert data.date.value == "2020-02-06T17:30:00+08:00"
    assert (data.source, data.rights, data.subjects) == ("河湾社", "版权所有", ("港口",))
    assert data.names(ContributorRole.AUTHOR) == ("卫东航",)
    assert len(result.listing.entries) == 1


def test_components_become_headings_and_figures():
    side = TEXT.format("<p>背景。</p>").replace(
        "<Role", "<NewsLines><HeadLine>相关背景</HeadLine></NewsLines><Role"
    )
    article = read(first(TEXT.format("<p>正文。</p>"), side, PHOTO)).articles[0]
    figure = next(find(article, Figure))
    assert [one.address for one in figure.images] == ["h.jpg"]
    assert "".join(one.value for one in figure.caption) == "货轮离港。"
    assert plain_text(next(find(article, Heading)).children) == "相关背景"
    assert not list(find(article, BulletList))


def test_equivalents_are_printed_once():
    two = TEXT.format("<p>同文。</p>") * 2
    outer = f'<NewsComponent EquivalentsList="yes">{two}</NewsComponent>'
    assert len(read(first(outer)).articles[0].blocks) == 1


def test_several_items_are_several_articles():
    items = ITEM.format(TEXT.format("<p>一。</p>")) + ITEM.format(TEXT.format("<p>二。</p>"))
    assert len(read(FIRST.format(items)).articles) == 2


def test_nothing_but_an_envelope_says_so():
    with pytest.raises(NoArticleError):
        read(message())


def test_an_item_that_lost_its_end_takes_the_next_one_in():
    whole = message(item(), PACKAGE)
    start = whole.index("</p>")
    for end in range(start, start + 60, 4):
        with suppress(BulletinError):
            assert read(whole[:start] + whole[end:]).articles


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_damage_never_leads_to_a_traceback(data):
    whole = data.draw(
        st.sampled_from([message(item(), PACKAGE), first(TEXT.format("<p>一。</p>"), PHOTO)])
    )
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, min(len(whole), start + 60)))
    junk = data.draw(st.text("<>/&\"' pqnewsItm", max_size=12))
    with suppress(BulletinError):
        read(whole[:start] + junk + whole[end:])


@pytest.mark.parametrize(
    "written",
    [
        lambda count: message(*[item()] * count),
        lambda count: first(*[TEXT.format("<p>一。</p>"), PHOTO] * count),
        lambda count: item("".join([XHTML] * count)),
    ],
)
def test_time_grows_with_the_message_and_no_faster(written):
    def seconds(count):
        text = written(count)
        begun = process_time()
        read(text)
        return process_time() - begun

    seconds(20)
    assert seconds(800) < 12 * max(seconds(200), 0.02)
