"""Archives are the same bytes for the same parts, and other programs read them."""

import io
import tracemalloc
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bulletin_export.archives import ArchiveEntry, ArchiveTooLargeError, StreamedEntry, archive

TEXT = "安徽日报讯。".encode() * 200


def opened(*entries: ArchiveEntry | StreamedEntry) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(archive(entries)))


def test_what_goes_in_comes_out_in_order():
    book = opened(
        ArchiveEntry.stored("mimetype", b"application/epub+zip"),
        ArchiveEntry.deflated("OEBPS/正文.xhtml", TEXT),
    )
    assert book.testzip() is None
    assert book.namelist() == ["mimetype", "OEBPS/正文.xhtml"]
    assert book.read("OEBPS/正文.xhtml") == TEXT


def test_the_first_entry_can_be_recognised_at_its_fixed_place():
    data = archive([ArchiveEntry.stored("mimetype", b"application/epub+zip")])
    assert data[30:58] == b"mimetypeapplication/epub+zip"


def test_every_entry_is_a_plain_file_of_1980():
    info = opened(ArchiveEntry.deflated("a", TEXT)).infolist()[0]
    assert info.date_time == (1980, 1, 1, 0, 0, 0)
    assert info.external_attr >> 16 == 0o100644
    assert info.extra == b""
    assert info.compress_type == zipfile.ZIP_DEFLATED


def test_what_does_not_shrink_is_stored():
    assert opened(ArchiveEntry.deflated("a", b"x")).infolist()[0].compress_type == 0


def test_an_entry_is_packed_once_and_used_often():
    entry = ArchiveEntry.deflated("a", TEXT)
    assert archive([entry]) == archive([entry])


def test_two_entries_never_share_a_name():
    with pytest.raises(ValueError, match="called a"):
        archive([ArchiveEntry.stored("a", b""), ArchiveEntry.stored("a", b"")])


def test_more_entries_than_the_format_holds_are_refused():
    with pytest.raises(ArchiveTooLargeError, match="65536 entries"):
        archive(ArchiveEntry(str(n), 0, 0, 0, b"") for n in range(65536))


@settings(max_examples=30)
@given(st.dictionaries(st.text("ab/正文", min_size=1, max_size=8), st.binary(max_size=400)))
def test_any_parts_survive(parts):
    book = opened(*(ArchiveEntry.deflated(name, data) for name, data in parts.items()))
    assert {name: book.read(name) for name in book.namelist()} == parts


@pytest.mark.parametrize("count", [0, 1, 5, 3000])
def test_pieces_come_out_as_one_part_however_many(count):
    pieces = [f"第{number}段。".encode() * 50 for number in range(count)]
    book = opened(StreamedEntry("a", iter(pieces)), ArchiveEntry.stored("b", TEXT))
    assert book.testzip() is None
    assert book.read("a") == b"".join(pieces)


def test_few_pieces_are_packed_as_one_part_is():
    pieces = (TEXT[start : start + 100] for start in range(0, len(TEXT), 100))
    assert archive([StreamedEntry("a", pieces)]) == archive([ArchiveEntry.deflated("a", TEXT)])


def test_entries_are_asked_for_when_those_before_them_are_packed():
    told = []

    def entries():
        yield StreamedEntry("a", (told.append(number) or TEXT for number in range(1000)))
        yield ArchiveEntry.stored("b", str(len(told)).encode())

    assert zipfile.ZipFile(io.BytesIO(archive(entries()))).read("b") == b"1000"


def test_large_parts_never_stand_whole_in_memory():
    piece = TEXT * 20
    assert len(piece) * 500 > 30_000_000
    tracemalloc.start()
    try:
        data = archive([StreamedEntry("a", (piece for _ in range(500)))])
        assert tracemalloc.get_traced_memory()[1] < 3_000_000
    finally:
        tracemalloc.stop()
    assert zipfile.ZipFile(io.BytesIO(data)).getinfo("a").file_size == len(piece) * 500
