"""Old encodings give the characters that browsers show."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin_export.extraction.charsets.decoding import decoded


@pytest.mark.parametrize(
    ("codec", "code", "text"),
    [
        ("gb18030", "80", "€"),
        ("gb18030", "a3a0", "\u3000"),
        ("gb18030", "a6d9a6f3", "︐︙"),
        ("gb18030", "a8bca8bf", "ḿǹ"),
        ("gb18030", "fe59fea0", "龴龻"),
        ("gb18030", "9534b235", "𠮷"),
        ("big5hkscs", "a145a1c2a1e3a1f2a246", "‧¯～⊕￠"),
        ("big5hkscs", "a1fea240a241a242", "／＼∕﹨"),
        ("big5hkscs", "a3e1", "€"),
        ("big5hkscs", "8862", "Ê̄"),
        ("big5hkscs", "877aa3c0", "㡵␀"),
        ("big5hkscs", "f9d6f9fe", "碁￭"),
        ("cp949", "8141c8fe", "갂힝"),
        ("cp932", "5c7e80", "\\~\x80"),
        ("cp932", "a0fdfeff", "\ufffd\ufffd\ufffd\ufffd"),
        ("cp932", "8740fbfc815f", "①髙＼"),
        ("euc_jp", "ada1f9a1a1c1", "①纊～"),
        ("euc_jp", "8eb18fb0a1", "ｱ丂"),
        ("iso2022_jp", "1b2442467c4b5c2d211b284241", "日本①A"),
        ("iso2022_jp", "1b284a5c7e1b284931", "¥‾ｱ"),
        ("cp1252", "80819f41", "€\x81ŸA"),
        ("cp1255", "81f9", "\x81ש"),
        ("koi8-u", "aebe", "ўЎ"),
    ],
)
def test_a_code_gives_what_a_browser_shows(codec, code, text):
    assert decoded(bytes.fromhex(code), codec) == text


@pytest.mark.parametrize("codec", ["gb18030", "big5hkscs", "cp949", "cp932", "euc_jp"])
@pytest.mark.parametrize("lead", [b"\x81", b"\xb0", b"\xfe"])
def test_half_a_character_leaves_the_tag_after_it_alone(codec, lead):
    lost = "ｰ" if codec == "cp932" and lead == b"\xb0" else "\ufffd"
    assert decoded(lead + b"<p>x", codec) == f"{lost}<p>x"


@given(
    st.sampled_from(["gb18030", "big5hkscs", "cp949", "cp932", "euc_jp", "iso2022_jp", "cp1252"]),
    st.binary(max_size=30),
    st.text("<>/ \n", max_size=5),
)
def test_markup_survives_whatever_stands_before_it(codec, data, markup):
    if codec == "iso2022_jp":  # an escape sequence turns all of a line into pairs
        data = data.replace(b"\x1b", b"")
    assert decoded(data + markup.encode(), codec).endswith(markup)
