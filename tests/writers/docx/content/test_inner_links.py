"""Links to other articles of the publication lead to their bookmarks."""

import msgspec

import builders as b
from bulletin_export.writers.docx.content import places
from writers.docx.opened import TEMPLATE, all_of, part, words, written


def at(number, *blocks):
    article = b.article(*blocks, title=f"第{number}篇")
    metadata = msgspec.structs.replace(article.metadata, address=f"http://e.cn/{number}")
    return msgspec.structs.replace(article, metadata=metadata)


def bundle(target, *, printed=False):
    composition = msgspec.structs.replace(
        TEMPLATE.composition, print_links=printed, show_address=False
    )
    template = msgspec.structs.replace(TEMPLATE, composition=composition)
    articles = (at(1, b.p("见", b.link(target, "另文"))), at(2, b.h(2, "二、措施"), "一段"))
    return written(b.publication(*articles, title="简报"), template)


def anchored(result):
    """Return the text of the paragraph that the only link leads to."""
    root = part(result)
    [name] = all_of(root, "//w:hyperlink/@w:anchor")
    [start] = all_of(root, f"//w:bookmarkStart[@w:name='{name}']")
    return "".join(all_of(start, "ancestor::w:p//w:t/text()"))


def test_a_link_to_another_article_leads_to_its_title():
    assert anchored(bundle("https://e.cn/2")) == "第2篇"


def test_a_link_to_a_heading_of_another_article_leads_there():
    assert anchored(bundle("http://e.cn/2#二、措施")) == "二、措施"


def test_a_place_that_is_not_there_is_its_article():
    assert anchored(bundle("http://e.cn/2#comments")) == "第2篇"


def test_an_article_is_found_among_very_many_too(monkeypatch):
    monkeypatch.setattr(places, "MOST_READ_TWICE", 1)
    assert anchored(bundle("http://e.cn/2#二、措施")) == "第2篇"


def test_no_address_is_printed_for_what_stands_in_the_same_file():
    assert "见另文" in words(bundle("http://e.cn/2", printed=True))
    assert "见另文（http://e.cn/3）" in words(bundle("http://e.cn/3", printed=True))


def test_other_pages_are_led_to_by_their_addresses():
    root = part(bundle("http://e.cn/3"))
    assert not all_of(root, "//w:hyperlink/@w:anchor")
    assert len(all_of(root, "//w:hyperlink[@*[local-name()='id']]")) == 1
