"""Properties come from the publication, and from nowhere else."""

import io

import docx

import builders as b
from bulletin_export.model.article import Metadata
from bulletin_export.model.publication import Publication, Section
from writers.docx.opened import part, written

X = "{http://schemas.openxmlformats.org/officeDocument/2006/extended-properties}"


def properties(whole):
    return docx.Document(io.BytesIO(written(whole).data)).core_properties


def test_core_properties_say_what_the_publication_is():
    article = b.article("一段", source="安徽日报")
    whole = Publication(
        sections=(Section((article, article), "要闻"),),
        title="每日<简报>",
        publisher="清溪县信息中心",
        modified=1_580_947_200,
    )
    found = properties(whole)
    assert found.title == "每日<简报>"
    assert found.author == "安徽日报"
    assert found.subject == "要闻"
    assert found.language == "zh-CN"
    assert found.revision == 1
    assert found.last_modified_by == "清溪县信息中心"
    assert found.modified.isoformat() == "2020-02-06T00:00:00+00:00"


def test_a_lone_article_gives_its_own_facts():
    metadata = Metadata(description="摘要", subjects=("农业", "春耕"), section="三农")
    article = b.Article(headline=b.Headline("题"), metadata=metadata)
    found = properties(Publication(sections=(Section((article,)),)))
    assert (found.title, found.comments, found.keywords) == ("题", "摘要", "农业，春耕")
    assert (found.category, found.author) == ("三农", "")


def test_no_property_is_longer_than_word_shows():
    articles = tuple(b.article("一段", source=f"第{n}家报社") for n in range(200))
    author = properties(Publication(sections=(Section(articles),), title="题")).author
    assert len(author) <= 255
    assert author.endswith("家报社")
    long = b.article("一段", source="长" * 300)
    assert properties(Publication(sections=(Section((long,)),))).author == "长" * 255


def test_a_time_beyond_all_calendars_is_the_last_one():
    whole = Publication(sections=(Section((b.article("一段"),)),), title="题", modified=10**18)
    assert properties(whole).modified.year == 9999


def test_the_application_is_ours_and_the_company_is_the_publisher():
    whole = Publication(sections=(Section((b.article("一段"),)),), publisher="甲&乙")
    root = part(written(whole), "docProps/app.xml")
    assert [(one.tag, one.text) for one in root] == [
        (f"{X}Application", "bulletin_export"),
        (f"{X}Company", "甲&乙"),
    ]


def test_nobody_unknown_is_named():
    root = part(written(b.article("一段")), "docProps/app.xml")
    assert [one.tag for one in root] == [f"{X}Application"]
