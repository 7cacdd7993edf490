"""Pictures are named by their bytes and kept once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from builders import article, publication
from bulletin_export.model.media import MediaBag, MediaItem


def test_equal_bytes_have_equal_names_and_others_have_not():
    assert MediaItem.of(b"a", "image/png").name == MediaItem.of(b"a", "image/png").name
    assert MediaItem.of(b"a", "image/png").name != MediaItem.of(b"b", "image/png").name


def test_the_name_ends_as_the_type_says():
    names = [
        MediaItem.of(b"", kind).name.rpartition(".")[2]
        for kind in ("image/png", "image/svg+xml", "image/x-icon", "image/jpeg")
    ]
    assert names == ["png", "svg", "icon", "jpeg"]


@given(st.lists(st.binary(max_size=4)))
def test_a_bag_holds_each_picture_once_in_order_of_first_appearance(contents):
    items = [MediaItem.of(data, "image/png") for data in contents]
    bag = MediaBag(items)
    assert [item.data for item in bag.values()] == list(dict.fromkeys(contents))
    assert len(bag) == len(set(contents))
    assert all(bag[item.name] == item for item in items)


def test_a_publication_gathers_the_pictures_of_its_articles():
    one, two = MediaItem.of(b"1", "image/png"), MediaItem.of(b"2", "image/png")
    bundle = publication(article(media=(one, two)), article(media=(one,)))
    assert list(bundle.media.values()) == [one, two]
    assert [len(a.media) for a in bundle.articles()] == [2, 1]
