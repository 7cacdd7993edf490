"""Where lines may end: UAX #14's cases, and what they taught us."""

from __future__ import annotations

import pytest

from validators.line_breaks import CASES, REASONS, breaks, compared, reason


@pytest.mark.skipif(not CASES.exists(), reason="unicode-data is not installed: see make validate")
def test_every_difference_from_uax_14_has_a_reason():
    counts, strange = compared()
    assert not strange
    assert counts["cases"] > 7000
    assert counts["places alike"] / counts["places"] > 0.88
    assert set(counts) <= {*REASONS, "cases", "cases alike", "places", "places alike"}


def parted(text: str) -> str:
    at = breaks(text)
    return "".join(("|" if index in at else "") + one for index, one in enumerate(text))


@pytest.mark.parametrize(
    ("rule", "wanted"),
    [
        ("LB4: after a forced break", "天\n|地"),
        ("LB5: CRLF is one", "a\r\n|b"),
        ("LB9: a combining mark stays with Han", "天|地\u0308|人"),
        ("LB9: and is bound by what that is bound by", "地|（\u0308人|天"),
        ("LB11: a word joiner", "天\u2060地|人"),
        ("LB12: a no-break blank", "天\u00a0地|人"),
        ("LB13: closing marks of the West in an address", "(http://)x"),
        ("LB14: not after an opening bracket and a blank", "a |( b)"),
        ("LB14: angle brackets of their own code", "天|〈地〉|人".translate({0x3008: 0x2329, 0x3009: 0x232A})),
        ("LB17: two dashes", "天|——|地"),
        ("LB18: a dash after a blank, as in lists", "a |- |b"),
        ("LB21: a hyphen before Han stays", "天|a-|地"),
        ("LB22: an ellipsis", "天……|地"),
        ("LB25: a number with its sign and unit", "天|-3.5%|地"),
        ("LB25: a price", "天|￥12.5|地"),
        ("LB26: syllables of hangul in letters", "\u1112\u1161\u11ab|\u1100\u1173\u11af"),
        ("LB28: letters of any alphabet", "привет |שלום |สวัสดี"),
        ("LB30a: flags", "🇨🇳|🇭🇰"),
        ("LB30b: skin tones", "👋🏽|👩\u200d🔬|天"),
        ("T20: marks of GB/T 15834", "天，|地·|人～|和／风"),
    ],
    ids=lambda text: text.replace("\n", "␤")[:40],
)  # fmt: skip
def test_a_line_may_end_here_and_nowhere_else(rule, wanted):
    assert parted(wanted.replace("|", "")) == wanted


def test_a_difference_without_a_reason_would_be_seen():
    from validators.line_breaks import Place

    assert reason(Place("天地", 1, "ID", "ID", "999.0", wants_break=True)) is None
