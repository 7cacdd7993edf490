"""What may be followed from a document, and in which form."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bulletin_export.composition.links import external

KEPT = {
    "http://example.cn/a?b=1&c=2#d": "http://example.cn/a?b=1&c=2#d",
    "  HTTPS://Example.CN/A\n": "https://example.cn/A",
    "http://中文.cn/路?查=询": "http://xn--fiq228c.cn/%E8%B7%AF?%E6%9F%A5=%E8%AF%A2",
    'https://x.cn:80/a b|c"d<e>': "https://x.cn:80/a%20b%7Cc%22d%3Ce%3E",
    "http://x.cn/%zz%20": "http://x.cn/%25zz%20",
    "http://x.cn/a[1]?b[]=2": "http://x.cn/a%5B1%5D?b%5B%5D=2",
    "http://user:secret@x.cn/": "http://x.cn/",
    "http://10.0.0.1/": "http://10.0.0.1/",
    "http://[::1]/": "http://[::1]/",
    "mailto:a@b.cn?subject=你好": "mailto:a@b.cn?subject=%E4%BD%A0%E5%A5%BD",
}
REFUSED = [
    "", "#note", "a.html", "/a", "//x.cn/a", "javascript:alert(1)", "JavaScript:x",
    "java\nscript:x", "data:text/html,x", "file:///etc/passwd", "ftp://x.cn/", "mailto:",
    "http://", "http:///a",
    "http://a b.cn/", "http://256.1.1.1/", "http://[::g]/", "http://x.cn:99999/", "http://-a.cn/",
    "http://a..cn/", "http://x.0x10/", "http://xn--a/", f"http://{'a' * 64}.cn/",
]  # fmt: skip


@pytest.mark.parametrize(("written", "kept"), KEPT.items())
def test_a_good_address_is_kept_in_ascii(written, kept):
    assert external(written) == kept


@pytest.mark.parametrize("written", REFUSED)
def test_anything_else_is_refused(written):
    assert external(written) == ""


@settings(max_examples=300)
@given(
    st.one_of(st.text(), st.text().map("http://x.cn/{}".format), st.text().map("http://{}".format))
)
def test_whatever_is_written_it_is_refused_or_plain_ascii_without_blanks(written):
    found = external(written)
    assert found.isascii()
    assert not set(found) & set(' \t\r\n"<>\\^`{|}')
    assert found == "" or found.startswith(("http://", "https://", "mailto:"))


@given(st.text().map("http://x.cn/{}".format))
def test_an_address_once_made_safe_stays_as_it_is(written):
    assert external(external(written)) == external(written)
