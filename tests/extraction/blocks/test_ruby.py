"""Readings stand over the characters they belong to (HTML §4.5.10)."""

import pytest

from builders import p, ruby
from bulletin_export.extraction.fragment import blocks_of_html

CASES = {
    "<ruby>漢<rt>かん</rt>字<rt>じ</rt></ruby>": p(ruby("漢", "かん"), ruby("字", "じ")),
    "<ruby><rb>北</rb><rb>京</rb><rp>(</rp><rt>běi</rt><rt>jīng</rt><rp>)</rp></ruby>": p(
        ruby("北", "běi"), ruby("京", "jīng")
    ),
    "<ruby>東京<rt>とうきょう</rt><rtc>Tokyo</rtc></ruby>": p(ruby("東京", "とうきょう Tokyo")),
    "<ruby>北<b>京</b><rt>Běijīng</rt></ruby>": p(ruby("北京", "Běijīng")),
    "<ruby>没有</ruby>读音": p("没有读音"),
    "<ruby>甲<rt></rt></ruby>": p("甲"),
}


@pytest.mark.parametrize("html", CASES)
def test_ruby_becomes(html):
    blocks, _ = blocks_of_html(f"<p>{html}</p>")
    assert blocks == (CASES[html],)
