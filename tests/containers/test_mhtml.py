"""Pages saved as MHTML, in the many ways browsers have."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bulletin_export.errors import BulletinError, NoArticleError
from bulletin_export.model.text import paragraphs
from bulletin_export.reading import read_source
from bulletin_export.sources import Source
from saved_forms import SENTENCES, TITLE, mhtml, page, part, picture

PLACE = "http://news.hewan.example/2021/a.html"
PHOTO = "http://news.hewan.example/2021/pic/a.png"


def read(data, **known):
    return read_source(Source(data=data, name="page.mht", **known))


def assert_is_the_page(reading, pictures=0):
    article = reading.articles[0]
    assert article.headline.title == TITLE
    assert set(SENTENCES) <= set(paragraphs(article.blocks))
    assert len(article.media) == pictures


def chrome(encoding="quoted-printable", image="pic/a.png"):
    return mhtml(
        part(page(image), "text/html", encoding, Content_ID="<frame-1@mhtml.blink>",
             Content_Location=PLACE),
        part(picture(), "image/png", "base64", Content_Location=PHOTO),
        part("p{}", "text/css", Content_Location="cid:css-1@mhtml.blink"),
        head=f"Snapshot-Content-Location: {PLACE}",
    )  # fmt: skip


@pytest.mark.parametrize("encoding", ["quoted-printable", "base64", "8bit", "binary", "7bit", ""])
def test_a_page_of_chrome_is_read_with_its_picture_and_its_address(encoding):
    reading = read(chrome(encoding))
    assert_is_the_page(reading, pictures=1)
    assert reading.articles[0].metadata.address == PLACE
    assert not [one for one in reading.diagnostics if one.code.startswith("image")]


@pytest.mark.parametrize(
    "image",
    [PHOTO, "https://news.hewan.example/2021/pic/a.png", "/2021/pic/a.png", "./pic/a.png?x=1",
     "//news.hewan.example/2021/pic/a.png", "pic/%61.png"],
)  # fmt: skip
def test_pictures_are_found_in_every_spelling_of_their_address(image):
    assert_is_the_page(read(chrome(image=image)), pictures=1)


def test_pictures_named_by_content_id_are_found():
    data = mhtml(
        part(page("cid:p1@x"), "text/html"),
        part(picture(), "image/png", "base64", Content_ID="<p1@x>"),
    )
    assert_is_the_page(read(data), pictures=1)


@pytest.mark.parametrize("name", ["CID:P1@x", "cid:p1%40x", "pic/p1.png"])
def test_names_inside_the_message_are_found_in_other_letters_and_from_the_base(name):
    data = mhtml(
        part(page(name), 'text/html charset="utf-8"'),
        part(picture(), "image/png", "base64", Content_ID="<p1@X>", Content_Location="p1.png"),
        head="Content-Base: http://x.example/pic/",
    )
    if name == "pic/p1.png":
        data = data.replace(b"Content-Base: http://x.example/pic/", b"Content-Location: pic/")
    assert_is_the_page(read(data), pictures=1)


def test_the_part_named_as_start_is_the_page():
    other = page(title="广告").replace(SENTENCES[0], "无关")
    data = mhtml(
        part(other, "text/html", Content_ID="<ad>"),
        part(page(), "text/html", Content_ID="<main>"),
        extra='\r\n\tstart="<main>";',
    )
    assert_is_the_page(read(data))


def test_a_page_of_word_finds_pictures_beside_its_old_place_on_a_disk():
    data = mhtml(
        part(page("a.files/image001.png"), 'text/html; charset="utf-8"',
             Content_Location="file:///C:/A1/a.htm"),
        part(picture(), "image/png", "base64",
             Content_Location="file:///C:/A1/a.files/image001.png"),
    )  # fmt: skip
    reading = read(data)
    assert_is_the_page(reading, pictures=1)
    assert reading.articles[0].metadata.address == ""


def test_each_frame_of_a_frameset_is_a_page_and_one_of_them_the_article():
    frames = "<html><frameset cols='20%,80%'><frame src='menu.htm'><frame src='b.htm'></frameset>"
    data = mhtml(
        part(frames, "text/html", Content_Location="http://x.example/"),
        part("<html><body><a href='b.htm'>首页</a></body></html>", "text/html",
             Content_Location="http://x.example/menu.htm"),
        part(page(), "text/html", Content_Location="http://x.example/b.htm"),
    )  # fmt: skip
    titles = [one.headline.title for one in read(data).articles]
    assert TITLE in titles


def test_a_character_set_that_the_bytes_contradict_is_not_believed():
    gbk = page(charset="gb2312").encode("gb18030")
    assert_is_the_page(read(mhtml(part(gbk, "text/html; charset=utf-8", "base64"))))
    assert_is_the_page(read(mhtml(part(page(), "text/html; charset=gb2312", "base64"))))
    assert_is_the_page(read(mhtml(part(page(), "text/html; charset=unheard-of", "base64"))))


def test_a_multipart_inside_a_multipart_is_opened():
    inner = mhtml(part("text", "text/plain"), part(page(), "text/html"), boundary="inner")
    assert_is_the_page(read(mhtml(inner, boundary="outer")))


def test_a_message_of_one_part_is_a_page():
    assert_is_the_page(read(b"MIME-Version: 1.0\r\n" + part(page(), "text/html")))


def test_a_wrong_boundary_is_guessed_and_a_missing_end_forgiven():
    data = chrome()
    assert_is_the_page(read(data.replace(b'boundary="----=_Part_1"', b'boundary="lost"')), 1)
    assert_is_the_page(read(data.replace(b'boundary="----=_Part_1"', b"x=y")), 1)
    assert_is_the_page(read(mhtml(part(page(), "text/html"), end=False)))
    assert_is_the_page(read(data.replace(b"\r\n", b"\n")), 1)


def test_a_cut_picture_costs_the_picture_only():
    data = chrome()
    assert_is_the_page(read(data[: data.index(b"image/png") + 40]))


def test_a_message_without_a_page_says_so():
    with pytest.raises(NoArticleError):
        read(mhtml(part(picture(), "image/png", "base64")))


def test_multiparts_without_end_are_refused_and_not_followed():
    deep = b"".join(
        b"Content-Type: multipart/related; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n)
        for n in range(5000)
    )
    with pytest.raises(NoArticleError):
        read(b"MIME-Version: 1.0\r\n" + deep)


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_damage_never_leads_to_a_traceback(data):
    whole = chrome(data.draw(st.sampled_from(["base64", "quoted-printable", "8bit"])))
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, len(whole)))
    junk = data.draw(st.binary(max_size=20))
    with suppress(BulletinError):
        read(whole[:start] + junk + whole[end:])


def test_a_file_that_was_cut_off_is_read_and_said():
    whole = chrome("8bit")
    assert "file-cut-off" not in [one.code for one in read(whole).diagnostics]
    cut = read(whole[: whole.index(b"Content-Location: " + PHOTO.encode())])
    assert cut.articles[0].headline.title == TITLE
    assert "file-cut-off" in [one.code for one in cut.diagnostics]


def test_a_header_in_an_encoding_without_a_name_is_shown_as_it_is():
    data = chrome().replace(b"=?utf-8?Q?", b"=?utf\x808?Q?")
    assert_is_the_page(read(data), pictures=1)
