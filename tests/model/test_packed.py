"""Articles that wait packed are the same articles, for whoever asks."""

import pickle
import tracemalloc

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import builders as b
from bulletin_export.model.interchange import from_json, to_json
from bulletin_export.model.media import MediaItem
from bulletin_export.model.packed import PackedArticles
from bulletin_export.model.publication import Publication, Section, chosen, heads
from bulletin_export.pipeline import write
from bulletin_export.registry import WRITERS
from bulletin_export.styling.load import load_template
from strategies import articles
from torture import torture

SOME = st.lists(articles(max_blocks=2), max_size=3).map(tuple)


@settings(max_examples=20)
@given(SOME, st.slices(3))
def test_they_are_equal_to_the_tuple_of_them(some, part):
    packed = PackedArticles.of(iter(some))
    assert packed == some == packed
    assert len(packed) == len(some)
    assert list(packed) == list(some) == list(packed)
    assert packed[part] == some[part]
    assert [packed[number] for number in range(-len(some), len(some))] == [*some, *some]
    assert hash(packed) == hash(some)
    assert pickle.loads(pickle.dumps(packed)) == some
    assert Section(packed) == Section(some)


@settings(max_examples=20)
@given(SOME.filter(bool), st.randoms(use_true_random=False))
def test_they_are_ordered_by_their_heads_without_being_unpacked(some, chance):
    numbers = chance.sample(range(len(some)), len(some))
    packed = chosen(PackedArticles.of(some), numbers)
    assert isinstance(packed, PackedArticles)
    assert packed == chosen(some, numbers) == tuple(some[number] for number in numbers)
    for head, one in zip(heads(PackedArticles.of(some)), some, strict=True):
        bare = msgspec.structs.replace(one, blocks=(), evidence=head.evidence)
        assert msgspec.structs.replace(head, blocks=()) == bare


def test_what_cannot_be_packed_stays_as_it_is():
    odd = b.article(b.p("坏\ud800字"), title="题")
    deep = b.article(nested(5000), title="深")
    huge = b.article(b.ol(b.li("一"), start=2**70), title="大")
    packed = PackedArticles.of((odd, deep, huge))
    assert packed[0] == odd
    assert packed[1] is not None
    assert packed[2] == huge


def nested(depth):
    block = b.p("底")
    for _ in range(depth):
        block = b.quote(block)
    return block


def test_equal_pictures_are_kept_once():
    def bulletin():
        return b.article("文", media=(MediaItem("a.png", "image/png", bytes(100)),))

    first, second = heads(PackedArticles.of(bulletin() for _ in range(2)))
    assert first.media[0] is second.media[0]


def test_the_json_form_is_that_of_the_tuple():
    whole = torture()
    packed = waiting(whole)
    assert to_json(packed) == to_json(whole)
    assert from_json(to_json(packed)) == packed == whole


@pytest.mark.parametrize("to", [entry.name for entry in WRITERS])
def test_every_writer_makes_the_same_file_of_them(to):
    whole, template = torture(), load_template("plain")
    assert write(waiting(whole), to, template) == write(whole, to, template)


def waiting(publication: Publication) -> Publication:
    sections = tuple(
        Section(PackedArticles.of(one.articles), one.title) for one in publication.sections
    )
    return msgspec.structs.replace(publication, sections=sections)


def test_a_hundred_more_take_little_memory():
    def held(count):
        tracemalloc.start()
        try:
            packed = PackedArticles.of(bulletin(number) for number in range(count))
            return tracemalloc.get_traced_memory()[0], packed
        finally:
            tracemalloc.stop()

    def bulletin(number):
        return b.article(*(f"第{number}号之{line}，共三十段。" * 5 for line in range(30)))

    held(10)  # What is imported on the way.
    slope = (held(150)[0] - held(50)[0]) / 100
    assert slope < 2_000
