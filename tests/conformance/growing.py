"""Inputs that grow: each makes about as many bytes as it is asked for.

A reader of another format adds its own to `INPUTS`: a name, and what makes the bytes. The
name up to the colon is the file name that the source gets.
"""

from collections.abc import Callable

SENTENCE = "会议强调，要加强管理"
START = "<title>全市防汛会议</title><h1>全市防汛会议</h1><p>会议强调，要落实责任。</p>"

#: Elements to nest, to leave open, and to repeat.
ELEMENTS = [
    "div",
    "p",
    "b",
    "span",
    "a",
    "li",
    "ul",
    "table",
    "td",
    "tr",
    "blockquote",
    "font",
    "form",
    "h2",
    "ruby",
    "pre",
    "dl",
    "select",
    "button",
]

#: Runs inside one paragraph.
RUNS = {
    "blanks": " ", "wide blanks": "\u3000", "hard blanks": "\xa0", "line ends": "\r\n",
    "straight quotes": '"', "apostrophes": "'", "opening quotes": "“", "closing quotes": "”",
    "quoted": "“好”", "straight quoted": '"好"', "quotes of all kinds": "“\"'」『",
    "opening brackets": "（", "closing brackets": "）", "mixed brackets": "（[《【",
    "dots": ".", "full stops": "。", "ellipses": "…", "hyphens": "-", "dashes": "—",
    "digits": "7", "numbers with commas": "1,234,", "decimals": "3.", "times": "12:30 ",
    "ratios": "3:4:", "dates": "2024年5月10日 ", "plain dates": "2024-05-10 ", "per cent": "5%",
    "letters": "a", "words": "word ", "kana": "あ", "sentences": SENTENCE + "。", "no marks": "会议",
    "addresses": "http://a.cn/b.html ", "addresses with commas": "http://a.cn/b,c,",
    "beginnings of addresses": "www.", "e-mail": "a@b.cn ", "at": "@", "stars": "*",
    "less than": "<5", "odd tags": "a<b，", "ampersands": "& ", "open references": "&foo&#x;&",
    "references": "&nbsp;&#20013;", "emoji": "😀", "joined emoji": "👨\u200d👩",
    "variants": "葛\U000e0100", "accents": "e\u0301", "commas": ",，", "colons": ":：",
    "sources": "来源：新华社 ", "authors": "作者：张三 ", "reporters": "（记者 张三 李四）",
    "names": "张三、", "editors": "责任编辑：李四 ", "views": "浏览量：100 ",
    "photographers": "新华社发 ", "numbers of lists": "一、", "pages": "[1]", "next page": "下一页 ",
    "twice decoded": "Ã©", "GBK as Latin": "ÖÐ¹ú", "Big5 as Latin": "¤¤A",
    "UTF-8 as GBK": "涓\ue15e浗", "lost twice": "锟斤拷", "lost": "\ufffd会会会会会会会会会会会会会会会会会会会会会",
}  # fmt: skip

#: Pieces that stand one after another in the body.
PIECES = {
    "breaks": "<br>", "lines": f"{SENTENCE}<br>", "verses": f"{SENTENCE}。<br><br>\u3000\u3000",
    "pictures": "<img src=a.png>", "captions": "<p><img src=a.png></p><p align=center>图为会议</p>",
    "links": f"<a href=a.html>{SENTENCE}</a> ", "links in a list": "<li><a href=a>会议</a>2024-05-10",
    "comments": "<!-- x -->", "open comments": "<!--", "character data": "<![CDATA[x]]>",
    "anchors": "<a name=x></a>", "letters in bold": "<b>会</b>议", "letters in spans": "<span>会</span>",
    "headings in bold": "<p><b>一、小标题</b></p>", "lines of facts": "<p>来源：新华社 2024-05-10 12:30</p>",
    "bylines": "<p>（记者 张三）</p>", "short lines": "<p>甲</p>", "rules": "<hr>",
    "scripts": "<script>a<b</script>", "styles": "<style>p{}</style>", "titles": "<title>x</title>",
    "facts": "<meta name=author content=x>", "hidden boxes": "<div style='display:none'>甲。乙。丙。</div>",
    "JSON": '<script type="application/ld+json">{"@type":"NewsArticle","headline":"x"}</script>',
    "open values": '<p class="x>丢', "open apostrophes": "<p class='x>丢", "values": '<p class="x">丢',
    "tables": "<table><tr><td>甲<td>乙</table>", "cells": "<td>甲", "terms": "<dt>甲<dd>乙",
    "boxes of text": f"<div><p>{SENTENCE}。</p></div>", "boxes of links": '<div class="related">甲</div>',
    "readings": "<ruby>汉<rt>h</ruby>", "open readings": "<rt>h<rb>", "empty elements": "甲<wbr>",
    "footnotes": '<a href="#f1">[1]</a>', "stray ends": "</p></br></div>", "pages": "<body></html>",
    "lists in lists": "<ul><li>甲</li></ul>", "code": "<pre>a\n</pre>", "instructions": "<?xml x ?>",
    "chemistry": "H<sub>2</sub>O", "next pages": "<a href=2.html>下一页</a>", "declarations": "<!DOCTYPE html>",
    "choices": "<select><option>甲", "drawings": "<svg><text>x</text></svg>", "frames": "<iframe src=a></iframe>",
    "paragraphs": f"<p>\u3000\u3000{SENTENCE}，“要”落实 ，责任 。</p>", "open tags": "<p<b",
}  # fmt: skip


def page(body: str) -> bytes:
    return f"<html><head>{START}</head><body>{body}</body></html>".encode()


def repeated(piece: str, before: str = "", after: str = "") -> Callable[[int], bytes]:
    return lambda size: page(f"{before}{piece * (size // len(piece.encode()))}{after}")


def nested(tag: str) -> Callable[[int], bytes]:
    return lambda size: page(f"<{tag}>" * (size // 9) + SENTENCE + f"</{tag}>" * (size // 9))


def in_title(piece: str) -> Callable[[int], bytes]:
    def make(size: int) -> bytes:
        title = piece * (size // len(piece.encode()) // 2)
        return f"<title>{title}</title><h1>{title}</h1><p>{SENTENCE}。</p>".encode()

    return make


def old(head: bytes, piece: bytes) -> Callable[[int], bytes]:
    return lambda size: head + START.encode("ascii", "ignore") + piece * (size // len(piece))


INPUTS: dict[str, Callable[[int], bytes]] = {
    **{f"a.html: nested {tag}": nested(tag) for tag in ELEMENTS},
    **{f"a.html: open {tag}": repeated(f"<{tag}>{SENTENCE}") for tag in ELEMENTS},
    **{f"a.html: {name}": repeated(run, "<p>", "</p>") for name, run in RUNS.items()},
    **{f"a.html: {name}": repeated(piece) for name, piece in PIECES.items()},
    "a.html: nested lists": nested("ul><li"),
    "a.html: nested tables": nested("table><tr><td"),
    "a.html: nested hidden boxes": nested("div style='display:none'>甲。乙。丙。<p"),
    "a.html: rows": repeated("<tr><td>甲</td><td>乙</td></tr>", "<table>", "</table>"),
    "a.html: cells in a row": repeated("<td>甲</td>", "<table><tr>", "</table>"),
    "a.html: spans": repeated("<tr><td rowspan=50 colspan=3>甲<td>乙", "<table>", "</table>"),
    "a.html: lines of code": repeated("int a;\n", "<pre>", "</pre>"),
    "a.html: breaks in a paragraph": repeated("会<br>", "<p>", "</p>"),
    "a.html: pictures in a paragraph": repeated("<img src=a.png>", "<p>", "</p>"),
    "a.html: words of many tags": repeated("<b>会</b>议<i>强</i>", "<p>", "</p>"),
    "a.html: one value": repeated("甲乙 ", '<p title="', '">甲。</p>'),
    "a.html: attributes": repeated(f"<p {' '.join(f'a{n}=1' for n in range(300))}>甲。</p>"),
    "a.html: open JSON": repeated('{"a":[', '<script type="application/ld+json">', "</script>"),
    "a.html: script without end": repeated("a<b;\n", "<script>"),
    "a.html: title": in_title(SENTENCE),
    "a.html: title of parts": in_title("甲_"),
    "a.html: title of words": in_title("甲 "),
    "a.html: GBK": old(b"<meta charset=gbk>", "会议，".encode("gbk")),
    "a.html: half characters": old(b"<meta charset=gbk>", b"\x81<"),
    "a.html: no characters": old(b"<meta charset=gbk>", b"\xff\xfe"),
    "a.html: Big5": old(b"", "會議，".encode("big5")),
    "a.html: Shift_JIS": old(b"", "会議のニュース".encode("cp932")),
    "a.html: UTF-8 and GBK": old(
        b"", f"<p>{SENTENCE}".encode() * 3 + f"<p>{SENTENCE}".encode("gbk")
    ),
    "a.html: escapes": old(b"<meta charset=iso-2022-jp>", b"\x1b$B%K\x1b(B"),
    "a.html: labels": old(b"", b"<meta " + "会".encode("gbk")),
    "a.html: NUL": old(b"", b"\0a"),
}
