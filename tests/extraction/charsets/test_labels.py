"""Labels mean what browsers take them for."""

import pytest

from bulletin_export.extraction.charsets.labels import codec_of, page_codec


@pytest.mark.parametrize(
    ("codec", "labels"),
    [
        ("utf-8", "utf8 UTF-8 unicode-1-1-utf-8 x-unicode20utf8 utf8mb4"),
        ("gb18030", "gb2312 GBK x-gbk gb_2312-80 chinese iso-ir-58 csgb2312 gb18030 cp936"),
        ("big5hkscs", "big5 Big5-HKSCS cn-big5 x-x-big5 csbig5 cp950"),
        ("euc_jp", "euc-jp x-euc-jp cseucpkdfmtjapanese"),
        ("cp932", "shift_jis Shift-JIS sjis x-sjis windows-31j ms932 ms_kanji csshiftjis"),
        ("iso2022_jp", "iso-2022-jp csiso2022jp"),
        ("cp949", "euc-kr cseuckr ks_c_5601-1987 ksc_5601 windows-949 korean"),
        ("cp1252", "iso-8859-1 latin1 us-ascii windows-1252 x-cp1252 x-user-defined l1"),
        ("cp1254", "iso-8859-9 latin5 iso88599"),
        ("cp874", "tis-620 iso-8859-11 dos-874 windows-874"),
        ("iso8859-8", "iso-8859-8-i logical visual iso-8859-8-e"),
        ("iso8859-6", "iso-8859-6-e asmo-708 csiso88596i"),
        ("koi8-u", "koi8-ru koi8-u"),
        ("mac-roman", "macintosh x-mac-roman mac"),
        ("mac-cyrillic", "x-mac-cyrillic x-mac-ukrainian"),
        ("utf-16-le", "utf-16 unicode ucs-2"),
        ("", "utf-7 idna punycode undefined rot13 hex cp037 iso-2022-kr none \x00 ''"),
    ],
)
def test_a_label_on_a_page(codec, labels):
    assert {label: page_codec(label) for label in labels.split()} == dict.fromkeys(
        labels.split(), codec
    )


@pytest.mark.parametrize(
    ("name", "codec"),
    [("cp037", "cp037"), ("utf-7", "utf-7"), (" GB2312 ", "gb18030"), ("rot13", ""), ("ä\0", "")],
)
def test_a_person_may_name_any_encoding_of_text(name, codec):
    assert codec_of(name) == codec
