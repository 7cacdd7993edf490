"""A book as a whole: container, metadata, navigation, pictures, looks."""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile

import msgspec
import pytest
from hypothesis import given, settings
from lxml import etree
from PIL import Image as Pillow

from builders import article, figure, img, p, publication
from bulletin_export.errors import UnwritablePublicationError
from bulletin_export.model.article import Article, Contributor, ContributorRole, Headline, Metadata
from bulletin_export.model.media import MediaItem
from bulletin_export.model.publication import Publication, Section
from bulletin_export.styling.load import load_template
from bulletin_export.styling.template import Role
from bulletin_export.writers.epub import EpubWriter
from strategies import PICTURES, publications
from writers.reading_back import EPUB_TYPE, OPF, XHTML, parts, spine

PLAIN = load_template("plain")
DC = "{http://purl.org/dc/elements/1.1/}"
BUNDLE = Publication(
    sections=(
        Section(
            (article("甲", title="第一篇", source="安徽日报", date="2020-02-06T17:30"),), "要闻"
        ),
        Section((article("乙", title="第二篇 <A&B>"),)),
    ),
    title="每日要闻",
    date="2020-02-08",
    has_contents=True,
)


def files(one, template=PLAIN):
    return parts(EpubWriter().write(one, template, None).data)


def package(one):
    return etree.fromstring(files(one)["EPUB/content.opf"])


def said(one, name):
    """What the package says in ``dc:name`` or in the property *name*."""
    root = package(one)
    metas = [m.text for m in root.iter(f"{OPF}meta") if m.get("property") == name]
    return [e.text for e in root.iter(f"{DC}{name}")] or metas


def test_the_container_begins_with_its_media_type_and_tells_no_time():
    with ZipFile(BytesIO(EpubWriter().write(BUNDLE, PLAIN, None).data)) as archive:
        first, *others = archive.infolist()
        assert (first.filename, first.compress_type) == ("mimetype", ZIP_STORED)
        assert archive.read(first) == b"application/epub+zip"
        assert {entry.date_time for entry in (first, *others)} == {(1980, 1, 1, 0, 0, 0)}
        assert all(entry.filename.isascii() for entry in others)


@settings(max_examples=15, deadline=None)
@given(publications())
def test_the_manifest_lists_the_files_and_only_them(one):
    data = EpubWriter().write(one, PLAIN, None).data
    inside = {n.removeprefix("EPUB/") for n in parts(data) if n.startswith("EPUB/")}
    items = list(etree.fromstring(parts(data)["EPUB/content.opf"]).iter(f"{OPF}item"))
    assert {item.get("href") for item in items} | {"content.opf"} == inside
    assert len({item.get("id") for item in items}) == len(items)


def test_the_identifier_depends_on_the_words_alone():
    later = msgspec.structs.replace(BUNDLE, modified=1581150000)
    other = msgspec.structs.replace(BUNDLE, title="别的刊物")
    assert said(BUNDLE, "identifier") == said(later, "identifier") != said(other, "identifier")
    assert re.fullmatch(r"urn:uuid:[0-9a-f-]{14}5[0-9a-f-]{21}", said(BUNDLE, "identifier")[0])


@pytest.mark.parametrize(
    ("seconds", "time"),
    [(0, "1980-01-01T00:00:00Z"), (1581150000, "2020-02-08T08:20:00Z"),
     (10**15, "9999-12-31T00:00:00Z")],
)  # fmt: skip
def test_the_time_of_change_is_given_in_utc(seconds, time):
    one = msgspec.structs.replace(BUNDLE, modified=seconds)
    assert said(one, "dcterms:modified") == [time]


def test_a_single_article_tells_who_made_it():
    people = (
        Contributor("吴林红"), Contributor("范克龙", ContributorRole.CORRESPONDENT),
        Contributor("王编", ContributorRole.EDITOR), Contributor("吴林红"),
    )  # fmt: skip
    metadata = Metadata(
        source="安徽日报", contributors=people, address="http://e.cn/1", subjects=("疫情",)
    )
    one = publication(Article(headline=Headline("题"), metadata=metadata))
    assert said(one, "creator") == ["吴林红", "范克龙"]
    assert said(one, "contributor") == ["王编"]
    assert said(one, "role") == ["aut", "aut", "edt"]
    assert (said(one, "publisher"), said(one, "source")) == (["安徽日报"], ["http://e.cn/1"])
    assert said(one, "subject") == ["疫情"]
    ids = [e.get("id") for e in package(one).iter(f"{DC}creator", f"{DC}contributor")]
    assert len(set(ids)) == 3


@pytest.mark.parametrize("date", ["2020年2月6日", "2020-02-30", "", "昨天"])
def test_what_is_no_date_is_not_called_one(date):
    assert said(msgspec.structs.replace(BUNDLE, date=date), "date") == []


def test_a_title_is_never_missing():
    assert said(publication(article(title="")), "title") == ["无题"]
    english = msgspec.structs.replace(publication(article(title="")), language="en")
    assert said(english, "title") == ["Untitled"]


def of_pictures(*alts):
    shown = [figure(img(PICTURES[i].name, alt)) for i, alt in enumerate(alts)]
    return publication(article(*shown, media=PICTURES))


@pytest.mark.parametrize(
    ("one", "modes", "enough", "claims_alternatives"),
    [
        (BUNDLE, ["textual"], ["textual"], False),
        (of_pictures("会场", "合影"), ["textual", "visual"], ["textual"], True),
        (of_pictures("会场", ""), ["textual", "visual"], ["textual,visual"], False),
    ],
    ids=["none", "described", "undescribed"],
)
def test_claims_about_access_are_true(one, modes, enough, claims_alternatives):
    assert said(one, "schema:accessMode") == modes
    assert said(one, "schema:accessModeSufficient") == enough
    assert ("alternativeText" in said(one, "schema:accessibilityFeature")) is claims_alternatives
    assert said(one, "schema:accessibilityHazard") == ["none"]
    assert len(said(one, "schema:accessibilitySummary")) == 1


def test_all_ways_into_a_book_agree():
    inside = files(BUNDLE)
    nav = etree.fromstring(inside["EPUB/nav.xhtml"])
    (toc,) = [n for n in nav.iter(f"{XHTML}nav") if n.get(EPUB_TYPE) == "toc"]
    links = [(a.get("href"), a.text) for a in toc.iter(f"{XHTML}a")]
    assert links == [
        ("section-01.xhtml", "要闻"),
        ("article-0001.xhtml", "第一篇"),
        ("article-0002.xhtml", "第二篇 <A&B>"),
    ]
    ncx = etree.fromstring(inside["EPUB/toc.ncx"])
    places = [content.get("src") for content in ncx.iter("{*}content")]
    labels = [text.text for text in ncx.iter("{*}text")][1:]
    assert list(zip(places, labels, strict=True)) == links
    contents = etree.fromstring(inside["EPUB/contents.xhtml"])
    assert [(a.get("href"), a.text) for a in contents.iter(f"{XHTML}a")] == links
    assert [s.text for s in contents.iter(f"{XHTML}span")] == ["安徽日报　2020-02-06"]


def test_a_bundle_opens_with_title_and_contents():
    data = EpubWriter().write(BUNDLE, PLAIN, None).data
    names = [name.removeprefix("EPUB/").removesuffix(".xhtml") for name in spine(data)]
    assert names == ["title", "contents", "section-01", "article-0001", "article-0002"]
    nav = etree.fromstring(parts(data)["EPUB/nav.xhtml"])
    (landmarks,) = [n for n in nav.iter(f"{XHTML}nav") if n.get(EPUB_TYPE) == "landmarks"]
    found = {a.get(EPUB_TYPE): a.get("href") for a in landmarks.iter(f"{XHTML}a")}
    assert found == {
        "titlepage": "title.xhtml", "toc": "contents.xhtml", "bodymatter": "section-01.xhtml",
    }  # fmt: skip


def test_a_single_article_opens_with_itself():
    assert spine(EpubWriter().write(publication(article("甲")), PLAIN, None).data) == [
        "EPUB/article-0001.xhtml"
    ]


def test_a_picture_shown_twice_is_kept_once_and_an_unused_one_is_not():
    one = article(
        p(img(PICTURES[0].name, "甲")), p(img(PICTURES[0].name, "乙")), media=PICTURES[:2]
    )
    inside = files(publication(one, one))
    assert [n for n in inside if "/pictures/" in n] == ["EPUB/pictures/picture-0001.png"]
    assert inside["EPUB/pictures/picture-0001.png"] == PICTURES[0].data


def test_a_picture_that_reading_systems_may_not_know_is_converted():
    buffer = BytesIO()
    Pillow.new("RGBA", (4, 4), (0, 0, 0, 0)).save(buffer, "WEBP", lossless=True)
    webp = MediaItem.of(buffer.getvalue(), "image/webp")
    svg = MediaItem.of(
        b'<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"/>', "image/svg+xml"
    )
    shown = (figure(img(item.name, "图")) for item in (webp, svg))
    inside = files(publication(article(*shown, media=(webp, svg))))
    pictures = [data for name, data in inside.items() if "/pictures/" in name]
    assert len(pictures) == 2
    assert all(data.startswith(b"\x89PNG") for data in pictures)


def test_a_broken_picture_becomes_a_note_and_a_remark():
    broken = MediaItem.of(b"no picture", "image/png")
    one = publication(article(p("甲", img(broken.name, "会场")), title="题", media=(broken,)))
    result = EpubWriter().write(one, PLAIN, None)
    assert [(d.code, d.where) for d in result.diagnostics] == [("image-broken", "题")]
    assert "［图片：会场］" in parts(result.data)["EPUB/article-0001.xhtml"].decode()


def test_a_publication_without_articles_is_refused():
    with pytest.raises(UnwritablePublicationError):
        EpubWriter().write(Publication(sections=(Section(()),)), PLAIN, None)


def css(template=PLAIN):
    return files(BUNDLE, template)["EPUB/style.css"].decode()


def test_the_style_sheet_leaves_the_page_to_the_reader():
    text = css()
    assert not re.search(r"\d(px|pt|mm)\b", text)
    # The mark of an official document is red by day and by night.
    plain = re.sub(r"\.issuer \{.*\}|color: inherit", "", text)
    assert not re.search(r"(?<!-)color:|background", plain)
    assert "italic" not in text
    assert "direction:" not in text
    assert "url(" not in text


def test_every_class_of_a_role_has_its_rule():
    text = css()
    for role in (Role.TITLE, Role.KICKER, Role.DATELINE, Role.HEADING_3, Role.CONTENTS_ENTRY):
        assert f".{role.value} {{ font-family:" in text


def test_running_text_is_indented_justified_and_never_crowded():
    body = msgspec.structs.replace(
        PLAIN.style(Role.BODY), line_pitch=type(PLAIN.style(Role.BODY).line_pitch)(1.1, "em")
    )
    crowded = msgspec.structs.replace(PLAIN, styles={**PLAIN.styles, Role.BODY: body})
    assert "line-height: 1.6;" in css(crowded)
    assert "text-indent: 2em; text-align: justify" in css()


def test_bright_colours_stay_and_greys_go():
    title = msgspec.structs.replace(PLAIN.style(Role.TITLE), colour="#C00000")
    assert "color: #C00000;" in css(
        msgspec.structs.replace(PLAIN, styles={**PLAIN.styles, Role.TITLE: title})
    )


def test_the_rules_of_a_template_come_last():
    own = msgspec.structs.replace(PLAIN, stylesheet=".title { letter-spacing: 0.1em; }\n")
    assert css(own).endswith(".title { letter-spacing: 0.1em; }\n")


def test_braces_balance():
    assert css().count("{") == css().count("}") > 40


def test_lines_keep_company_at_a_page_end_as_the_template_says():
    assert "widows: 2; orphans: 2;" in css()
    alone = msgspec.structs.replace(PLAIN.composition, widows=1)
    assert "widows: 1; orphans: 1;" in css(msgspec.structs.replace(PLAIN, composition=alone))
