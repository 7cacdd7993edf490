"""XMP and the information dictionary say the same, and what each article was made of."""

import hashlib
import xml.etree.ElementTree as ET

import msgspec
import pytest

import builders as b
from bulletin_export.fonts.chain import FontChain
from bulletin_export.fonts.face import FaceFile, FontFace
from bulletin_export.model.publication import Attachment
from bulletin_export.writers.pdf.facts import facts_of
from bulletin_export.writers.pdf.xmp import NAMESPACE, packet
from painted import line, page, pdf, reader

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
DC = "{http://purl.org/dc/elements/1.1/}"
XMP = "{http://ns.adobe.com/xap/1.0/}"
OURS = f"{{{NAMESPACE}}}"


@pytest.fixture
def one_page(faces):
    return page(line(FontChain(FontFace(FaceFile(faces / "c.ttf"))), "中国"))


def values(root, name):
    found = root.find(f".//{name}")
    return [one.text for one in found.iter(f"{RDF}li")] or [found.text]


def test_both_descriptions_of_a_file_agree(one_page):
    article = b.article(title="要闻 <一> & 二", authors=("张三", "李四"), source="安徽日报")
    found = reader(pdf(one_page, publication=b.publication(article)))
    root = ET.fromstring(found.trailer["/Root"]["/Metadata"].get_data().decode())
    said = found.metadata
    assert values(root, f"{DC}title") == [said.title] == ["要闻 <一> & 二"]
    assert values(root, f"{DC}creator") == [said.author]
    assert values(root, f"{XMP}CreatorTool") == [said.creator]
    assert values(root, f"{XMP}CreateDate") == [said.creation_date.strftime("%Y-%m-%dT%H:%M:%SZ")]


def test_the_packet_is_not_deflated_and_says_what_the_file_is(one_page):
    data = pdf(one_page)
    for claim in (b"<pdfaid:part>2<", b"<pdfaid:conformance>A<", b"<pdfuaid:part>1<"):
        assert claim in data


def test_each_article_is_told_with_its_source_time_and_digest():
    article = b.article(title="一", source="新华社")
    evidence = msgspec.structs.replace(
        article.evidence, digest="ab" * 32, fetched="2020-02-06T17:30:00Z"
    )
    article = msgspec.structs.replace(article, evidence=evidence)
    root = ET.fromstring(packet(facts_of(b.publication(article))).decode())
    (entry,) = root.findall(f".//{OURS}articles/{RDF}Seq/{RDF}li")
    told = {one.tag.removeprefix(OURS): one.text for one in entry}
    assert (told["title"], told["source"]) == ("一", "新华社")
    assert (told["fetched"], told["digest"]) == ("2020-02-06T17:30:00Z", "ab" * 32)


def test_characters_that_xml_cannot_hold_are_left_out_of_both():
    assert facts_of(b.publication(b.article(title="要\x0b闻\ufffe"))).title == "要 闻"


def test_sources_travel_whole_under_names_of_their_own(one_page):
    files = [("b/index.html", b"1"), ("a/index.html", b"2"), ("c/other.html", b"1")]
    publication = msgspec.structs.replace(
        b.publication(b.article()),
        attachments=tuple(Attachment(name, "text/html", data) for name, data in files),
    )
    root = reader(pdf(one_page, publication=publication)).trailer["/Root"]
    names = root["/Names"]["/EmbeddedFiles"]["/Names"]
    assert list(names[::2]) == ["index (2).html", "index.html"]
    assert [one.get_object()["/EF"]["/F"].get_data() for one in root["/AF"]] == [b"1", b"2"]
    assert {one.get_object()["/AFRelationship"] for one in root["/AF"]} == {"/Source"}
    assert b"<pdfaid:part>3<" in root["/Metadata"].get_data()


def test_a_source_is_filed_with_its_size_checksum_and_date(one_page):
    data = "<p>中国</p>\r\n".encode("gb18030")
    publication = msgspec.structs.replace(
        b.publication(b.article()),
        attachments=(Attachment("a.html", "text/html", data),),
        modified=1580947200,
    )
    root = reader(pdf(one_page, publication=publication)).trailer["/Root"]
    file = root["/AF"][0].get_object()["/EF"]["/F"]
    told = file["/Params"]
    assert told["/Size"] == len(data)
    assert told["/CheckSum"].original_bytes == hashlib.md5(data).digest()
    assert told["/ModDate"] == "D:20200206000000Z"
    assert file["/Subtype"] == "/text/html"
