from __future__ import annotations

from builders import (
    article,
    br,
    code,
    em,
    img,
    link,
    note,
    p,
    publication,
    ruby,
    strike,
    strong,
    sub,
    sup,
    u,
)
from bulletin_export.fonts.book import FontChain
from bulletin_export.model.nodes import Image, Inline, Text
from bulletin_export.styling.template import Role
from bulletin_export.typefaces import FontRole, LatinRole
from bulletin_export.typesetting.layout import Span
from bulletin_export.typesetting.setting import Setting
from bulletin_export.typesetting.spans import LINK_COLOUR, spans
from looks import template
from metric import MetricChain, MetricFace
from strategies import PICTURES


class _Book:
    """Chains whose only face is named after what was asked for."""

    def chain(self, role: FontRole, latin: LatinRole, *, bold: bool = False) -> FontChain:
        return MetricChain((MetricFace(name=f"{role} {latin}{' bold' if bold else ''}"),))


def setting() -> Setting:
    whole = publication(article("文", title="题", media=PICTURES))
    return Setting.of(whole, template(), _Book()).of_article(1)


def set_(*inlines: Inline | str, means: Setting | None = None) -> list[Span | Image]:
    means = means or setting()
    return spans(p(*inlines).children, means.look(Role.BODY), means)


def face(one: Span | Image) -> str:
    assert isinstance(one, Span)
    return one.chain.faces[0].name


def test_text_has_the_look_of_its_role() -> None:
    (one,) = set_("文")
    assert one == Span("文", setting().look(Role.BODY).chain, 10, "#000000")
    assert face(one) == "song serif"


def test_strong_is_bold_and_emphasis_changes_the_face_and_both_can_meet() -> None:
    assert [face(one) for one in set_(strong("重"), em("强"), strong(em("又")))] == [
        "song serif bold", "kai serif", "kai serif bold",
    ]  # fmt: skip


def test_lines_under_and_through_text_are_marked_on_the_span() -> None:
    under, through = set_(u("下"), strike("删"))
    assert (under.underline, under.strike) == (True, False)
    assert (through.underline, through.strike) == (False, True)


def test_raised_and_lowered_text_is_small() -> None:
    raised, lowered = set_(sup("2"), sub("2"))
    assert 6 <= raised.size == lowered.size <= 7
    assert raised.rise > 0 > lowered.rise


def test_a_link_has_a_target_and_a_quiet_colour_and_no_underline() -> None:
    (one,) = set_(link("https://a.cn/", "链"))
    assert (one.link, one.colour, one.underline) == ("https://a.cn/", LINK_COLOUR, False)


def test_code_is_verbatim_in_the_face_of_code() -> None:
    (one,) = set_(code("a  b"))
    assert one.verbatim
    assert one.text == "a  b"


def test_a_line_break_is_a_line_feed_and_stray_ones_are_blanks() -> None:
    assert [one.text for one in set_("甲", br, Text("乙\n丙"))] == ["甲", "\n", "乙 丙"]


def test_a_reading_belongs_to_its_base() -> None:
    (one,) = set_(ruby("汉", "hàn"))
    assert (one.text, one.reading) == ("汉", "hàn")


def test_notes_are_numbered_as_they_come() -> None:
    means = setting()
    first, second = set_(note("甲"), note("乙"), means=means)
    assert [first.text, second.text] == ["1", "2"]
    assert first.link == "#article-1-note-1"
    assert first.rise > 0
    assert len(means.notes) == 2


def test_a_usable_picture_stays_a_picture_and_a_missing_one_speaks() -> None:
    usable = img(PICTURES[0].name, "图")
    assert set_(usable) == [usable]
    described, bare = set_(img("", "会场"), img(""))
    assert described.text == "［图片：会场］"
    assert bare.text == "［图片］"
