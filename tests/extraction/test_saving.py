"""Saved pages say where they lived, each program in its own words."""

import pytest

from bulletin_export.model.text import paragraphs
from bulletin_export.readers.html import HtmlReader
from bulletin_export.sources import Source
from saved_forms import TITLE, page

PLACE = "http://news.hewan.example/2021/a.html"


@pytest.mark.parametrize(
    "note",
    [
        f"saved from url=(0037){PLACE}",
        f"\n Page saved with SingleFile \n url: {PLACE} \n saved date: Tue Mar 09 2021\n",
        f"Saved from {PLACE} at 2021-03-09T02:30:00Z using monolith v2.8.3",
        f"Mirrored from {PLACE.removeprefix('http://')} by HTTrack Website Copier/3.x",
    ],
)
@pytest.mark.parametrize("is_first", [True, False])
def test_the_address_is_read_from_the_comment_of_every_program(note, is_first):
    doctype, rest = page("a_files/x.png").split(">", 1)
    comment = f"<!--{note}-->"
    text = f"{comment}{doctype}>{rest}" if is_first else f"{doctype}>{comment}{rest}"
    article = HtmlReader().read(Source(data=text.encode(), name="a.html")).articles[0]
    assert article.headline.title == TITLE
    assert article.metadata.address == PLACE
    images = [image.address for block in article.blocks for image in getattr(block, "images", ())]
    assert images == ["a_files/x.png"]


def test_what_the_page_declares_itself_comes_first():
    text = page(head='<link rel="canonical" href="http://x.example/b">')
    text = f"<!-- saved from url=(0037){PLACE} -->{text}"
    article = HtmlReader().read(Source(data=text.encode())).articles[0]
    assert article.metadata.address == "http://x.example/b"


@pytest.mark.parametrize("note", ["saved from url=(0014)about:internet", "saved from my desk"])
def test_what_is_no_address_of_the_web_is_none(note):
    text = f"<!-- {note} -->{page()}"
    assert HtmlReader().read(Source(data=text.encode())).articles[0].metadata.address == ""


def test_what_a_component_shows_is_text_and_a_mere_template_is_none():
    words = "这一段在组件的影子树里，浏览器里看得见，保存下来的网页中也应该读得到。"
    shown = f"<my-part><template shadowrootmode=open><p>{words}</p></template></my-part>"
    hidden = "<template><p>这一段只是模板。</p></template>"
    text = page().replace("</div></body>", f"{shown}{hidden}</div></body>")
    article = HtmlReader().read(Source(data=text.encode())).articles[0]
    assert words in list(paragraphs(article.blocks))
    assert "这一段只是模板。" not in list(paragraphs(article.blocks))
