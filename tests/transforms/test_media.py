"""Pictures come into the article once, from the page itself or through the given function."""

from base64 import b64encode
from io import BytesIO

import pytest
from PIL import Image as Picture

from builders import article, figure, img, link, note, p, strong
from bulletin_export.errors import BadStatusError, NetworkRefusedError, UnreadableSourceError
from bulletin_export.model.nodes import Image
from bulletin_export.model.walk import find
from bulletin_export.transforms.media import gather_media


def png():
    memory = BytesIO()
    Picture.new("RGB", (2, 2), "red").save(memory, "PNG")
    return memory.getvalue()


DATA = "data:image/png;base64," + b64encode(png()).decode()


def nobody(address):
    raise UnreadableSourceError(source=address, reason="no")


def images(done):
    return list(find(done.article, Image))


def test_a_picture_inside_the_page_is_decoded_and_its_address_shortened():
    done = gather_media(article(figure(img(address=DATA))), nobody)
    (item,) = done.article.media
    assert item.data == png()
    assert item.media_type == "image/png"
    assert images(done)[0].media == item.name
    assert images(done)[0].address == "data:image/png"
    assert not done.diagnostics


def test_each_address_is_asked_for_once_and_each_picture_kept_once():
    asked = []

    def fetch(address):
        asked.append(address)
        return png()

    one, two = img(address="a.png"), img(address="b.png")
    done = gather_media(article(figure(one, two), p("甲", one, note(p(two)))), fetch)
    assert sorted(asked) == ["a.png", "b.png"]
    assert len(done.article.media) == 1
    assert {image.media for image in images(done)} == {done.article.media[0].name}
    assert len(images(done)) == 4


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("gone.png", "image-missing"),
        ("data:image/png;base64,!!!!", "image-broken"),
        ("data:image/png,hello", "image-broken"),
        ("data:nonsense", "image-missing"),
    ],
)
def test_what_cannot_be_had_stays_without_bytes_and_is_named(address, code):
    done = gather_media(article(figure(img(address=address))), nobody)
    assert [remark.code for remark in done.diagnostics] == [code]
    assert images(done)[0].media == ""
    assert not done.article.media


def test_bytes_that_are_no_picture_are_named():
    done = gather_media(article(p("甲", img(address="a.png"))), lambda _: b"<html>")
    assert [remark.code for remark in done.diagnostics] == ["image-broken"]


def test_an_article_without_pictures_stays_the_same_object():
    given = article("甲")
    assert gather_media(given, nobody).article is given


class Shelf:
    """A web of some pictures, which lists what it was asked for."""

    def __init__(self, **pictures):
        self.pictures_at = pictures
        self.asked = []

    def pictures(self, addresses, referer=""):
        self.asked.append((tuple(addresses), referer))
        missing = {one: BadStatusError(address=one, reason="404", status=404) for one in addresses}
        return {**missing, **self.pictures_at}


PAGE = "http://example.org/news/1.html"


def test_all_pictures_that_are_not_at_hand_are_asked_of_the_web_at_once():
    web = Shelf(**{"http://example.org/a.png": png()})
    images = (img(address=one) for one in ("/a.png", DATA, "b.png", "//cdn.example/c.png"))
    done = gather_media(article(p(*images), address=PAGE), nobody, web)
    assert web.asked == [
        (
            (
                "http://example.org/a.png",
                "http://example.org/news/b.png",
                "http://cdn.example/c.png",
            ),
            PAGE,
        )
    ]
    assert [one.code for one in done.diagnostics] == ["image-not-fetched"] * 2
    assert len(done.article.media) == 1


def test_what_is_at_hand_is_not_asked_of_the_web():
    web = Shelf()
    held = {"http://example.org/a.png": png(), "b.png": png()}
    one = article(p(*(img(address=address) for address in held)), address=PAGE)
    done = gather_media(one, held.__getitem__, web)
    assert web.asked == [((), PAGE)]
    assert not done.diagnostics


@pytest.mark.parametrize("address", ["http://[::1", "a/[b", "http://a:b:c/", "\\\\x"])
def test_a_senseless_address_is_a_missing_picture(address):
    done = gather_media(article(p(img(address=address)), address=PAGE), nobody, Shelf())
    assert [one.code for one in done.diagnostics] == ["image-not-fetched"]


def test_what_the_network_would_have_is_missing_without_it():
    def refused(address):
        raise NetworkRefusedError(address=address, reason="off")

    done = gather_media(article(p(img(address="http://x/a.png"))), refused)
    assert [one.code for one in done.diagnostics] == ["image-missing"]


@pytest.mark.parametrize("mark", [strong, lambda one: link("http://a.cn/", one)])
def test_a_picture_inside_marks_is_found(mark):
    done = gather_media(article(p("甲", mark("乙"), mark(img(address=DATA)))), nobody)
    assert len(done.article.media) == 1
    deeper = gather_media(article(p(mark(strong(img(address=DATA))))), nobody)
    assert len(deeper.article.media) == 1
