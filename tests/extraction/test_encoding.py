"""Bytes are read for what they are, not for what they claim."""

import pytest

from bulletin_export.errors import InvalidOptionError, MalformedSourceError
from bulletin_export.extraction.encoding import declared_encodings, decode

TEXT = "<p>省委常委会会议在合肥召开，研究部署下一阶段工作。這是國際會議。</p>"


@pytest.mark.parametrize(
    ("encoding", "label"),
    [
        ("utf-8", ""),
        ("utf-8", "gb2312"),
        ("utf-8-sig", "gbk"),
        ("utf-16", ""),
        ("gb18030", "gb2312"),
        ("gb18030", "GBK"),
        ("gb18030", ""),
        ("gb18030", "utf-8"),
        ("gb18030", "no-such-thing"),
        ("gb18030", "idna"),
        ("gb18030", "punycode"),
        ("gb18030", "undefined"),
        ("gb18030", "unicode_escape"),
        ("gb18030", "utf-7"),
        ("gb18030", "iso-2022-kr"),
        ("gb18030", "rot13"),
    ],
)
def test_chinese_is_read_whatever_the_label_says(encoding, label):
    page = f'<meta charset="{label}">{TEXT}' if label else TEXT
    decoded = decode(page.encode(encoding))
    assert TEXT in decoded.text
    assert not decoded.diagnostics


@pytest.mark.parametrize(
    ("encoding", "label", "text"),
    [
        ("big5hkscs", "Big5", "香港嘅巴士喺度"),
        ("cp949", "EUC-KR", "안녕하세요 똠방각하"),
        ("cp932", "Shift_JIS", "髙島屋の①番"),
        ("euc_jp", "EUC-JP", "日本語の文章"),
    ],
)
def test_labels_are_widened(encoding, label, text):
    page = f'<meta http-equiv="Content-Type" content="text/html; charset={label}"><p>{text}'
    assert text in decode(page.encode(encoding)).text


def test_rare_characters_of_gb18030_are_read_under_the_label_gb2312():
    text = "朱镕基、赵䶮、𠮷野家"
    assert text in decode(f"<meta charset=gb2312>{text}".encode("gb18030")).text


def test_the_header_beats_the_page():
    page = b"<meta charset=gb2312><p>x"
    assert next(declared_encodings(page, "text/html; charset=Big5")) == "big5hkscs"
    assert next(declared_encodings(page)) == "gb18030"
    assert next(declared_encodings(b'<?xml version="1.0" encoding="euc-kr"?>')) == "cp949"


def test_bytes_that_are_no_text_are_counted():
    decoded = decode("会议强调要落实".encode() * 50 + b"\xff\xfe\xff", name="页面")
    (remark,) = decoded.diagnostics
    assert remark.code == "bytes-unreadable"
    assert remark.facts["count"] == decoded.text.count("\ufffd") > 0
    assert remark.where == "页面"


def test_control_characters_are_gone():
    assert decode("会\x00议\x1b强\ufeff调\t\n".encode()).text == "会议强调\t\n"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_wide_characters_need_no_mark(encoding):
    assert decode(f"\n<html>{TEXT}".encode(encoding)).text == f"\n<html>{TEXT}"


def test_nul_bytes_between_the_others_go():
    data = b"\0".join(bytes([one]) for one in f"文<meta charset=utf-8>{TEXT}".encode())
    assert TEXT in decode(data).text


@pytest.mark.parametrize("label", ["utf-8", "gbk"])
def test_parts_in_two_encodings_are_both_read(label):
    page = f"<meta charset={label}>{TEXT}".encode() + TEXT.encode("gb18030") + TEXT.encode()
    decoded = decode(page)
    assert decoded.text.count(TEXT) == 3
    assert not decoded.diagnostics


def test_halves_of_pairs_spoil_nothing_else():
    decoded = decode(f"{TEXT}\ud83d\ude00\ud800{TEXT}".encode("utf-8", "surrogatepass"))
    assert decoded.text == f"{TEXT}😀\ufffd{TEXT}"
    assert decoded.diagnostics[0].facts["count"] == 1


def test_bytes_that_are_no_text_are_refused():
    # A linear congruence is as good as chance here, and the same everywhere.
    bytes_, state = bytearray(), 1
    for _ in range(20_000):
        state = (state * 1_103_515_245 + 12_345) % 2**31
        bytes_.append(state >> 16 & 0xFF)
    with pytest.raises(MalformedSourceError, match="not text"):
        decode(bytes(bytes_))


@pytest.mark.parametrize(
    "head",
    [
        "<meta charset='gb2312'>",
        "<META content='text/html; charset = GBK' http-equiv=Content-Type>",
        "<?xml version=\"1.0\" encoding='gb2312'?>",
        f"<!-- {'x' * 5000} <meta charset=big5> --><meta charset=gbk>",
        "<script charset=big5 src=x></script><meta charset=x-gbk>",
        "<meta charset=utf-16><meta charset=gb_2312-80>",
        "<meta charset=utf-8>",
        "<meta charset=iso-8859-1>",
        "<meta charset=big5>",
        "",
    ],
)
def test_the_label_is_found_and_a_wrong_one_is_seen(head):
    decoded = decode(f"<html>{head}<title>会议</title>{TEXT * 3}".encode("gb18030"))
    assert (decoded.encoding, decoded.diagnostics) == ("gb18030", ())


def test_utf_16_in_a_tag_that_can_be_read_means_utf_8():
    assert next(declared_encodings(b"<meta charset=utf-16>")) == "utf-8"


def test_a_headline_cut_by_bytes_does_not_spoil_its_paragraph():
    data = f"<p>{TEXT}</p><p>今年一季度全市经济形势".encode()[:-1] + f"</p><p>{TEXT}</p>".encode()
    decoded = decode(f"<meta charset=gbk>{TEXT}".encode() + data)
    assert "今年一季度全市经济形\ufffd</p>" in decoded.text
    assert decoded.diagnostics[0].facts == {"count": 1, "encoding": "utf-8"}


def test_what_a_person_says_is_believed():
    data = TEXT.encode("gb18030")
    decoded = decode(data, told="big5")
    assert decoded.encoding == "big5hkscs"
    assert decoded.text != TEXT
    assert decode(b"<meta charset=big5>" + data, told="GB2312").text.endswith(TEXT)


def test_a_person_who_errs_is_told_how_much_is_damaged():
    (remark,) = decode(f"{'plain text ' * 60}{TEXT[:20]}".encode(), told="gbk").diagnostics[:1]
    assert remark.code == "bytes-unreadable"


@pytest.mark.parametrize(
    ("written", "told"),
    [("utf-8-sig", "utf-8"), ("utf-16", "utf-16"), ("utf-8-sig", "utf-8-sig"), ("gb18030", "gbk")],
)
def test_the_mark_goes_whoever_names_the_encoding(written, told):
    assert decode(TEXT.encode(written), told=told).text == TEXT
    assert (
        decode("\ufeff".encode("utf-16-be") + TEXT.encode("utf-16-be"), told="utf-16").text == TEXT
    )


def test_an_encoding_that_nobody_knows_is_the_callers_fault():
    with pytest.raises(InvalidOptionError, match="klingon"):
        decode(b"x", told="klingon")


def test_characters_that_were_lost_before_are_told_as_such():
    (remark,) = decode(f"{TEXT}\ufffd\ufffd".encode()).diagnostics
    assert (remark.code, remark.facts["count"]) == ("characters-lost", 2)


def test_a_mark_of_utf_8_before_something_else_is_not_believed():
    page = f"<meta charset=utf-8>{TEXT * 3}".encode("gb18030")
    decoded = decode(b"\xef\xbb\xbf" + page)
    assert (decoded.text.count(TEXT), decoded.encoding) == (3, "gb18030")
