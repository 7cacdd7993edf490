"""Pages of bulletins, the same bytes every time.

Each page exists twice: ``raw``, as a site serves it (menu, share bar, related news, footer,
inline styles, stray blanks), and ``clean``, the article alone, for tools that find no article.
"""

from __future__ import annotations

import html
import math
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.words import Vocabulary

_PICTURES = 12


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of an article; *kind* is ``p``, ``h2``, ``ul``, ``table`` or ``img``."""

    kind: str
    text: str = ""
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """One article of the corpus."""

    number: int
    title: str
    date: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Corpus:
    """Where the pages lie, by number."""

    raw: tuple[Path, ...]
    clean: tuple[Path, ...]


def written(folder: Path, count: int) -> Corpus:
    """Write *count* pages into *folder* and return their paths."""
    vocabulary = Vocabulary()
    _draw_pictures(folder)
    raw, clean = [], []
    for number in range(count):
        told = story(vocabulary, number)
        raw.append(_file(folder / "raw", number, raw_page(told)))
        clean.append(_file(folder / "clean", number, clean_page(told)))
    return Corpus(tuple(raw), tuple(clean))


def repeated(pages: Sequence[Path], count: int) -> list[Path]:
    """Return *count* pages; beyond those there are, the same bytes under other names."""
    found = list(pages[:count])
    for number in range(len(pages), count):
        page = pages[number % len(pages)]
        copy = page.with_name(f"{number:05}.htm")
        if not copy.exists():
            copy.hardlink_to(page)
        found.append(copy)
    return found


def story(vocabulary: Vocabulary, number: int) -> Story:
    """Return article *number*: 1,500 to 6,000 characters; tables, pictures, lists in some."""
    chance = random.Random(f"story {number}")
    length = math.exp(chance.uniform(math.log(1500), math.log(6000)))
    count = chance.randint(10, 20)
    blocks = []
    for place in range(count):
        if place and place % 5 == 0 and number % 3 == 0:
            blocks.append(Block("h2", f"{'一二三四'[place // 5]}、{vocabulary.words(chance, 4)}"))
        text = vocabulary.paragraph(chance, int(length / count * chance.uniform(0.6, 1.2)))
        blocks.append(Block("p", text))
    if number % 5 == 0:
        blocks.insert(len(blocks) // 2, Block("table", rows=_rows(vocabulary, chance)))
    if number % 4 == 0:
        picture = _picture_name(number // 4 % _PICTURES)
        blocks.insert(2, Block("img", vocabulary.words(chance, 3), ((picture,),)))
    if number % 7 == 3:
        items = tuple((vocabulary.words(chance, 6),) for _ in range(4))
        blocks.insert(4, Block("ul", rows=items))
    title = vocabulary.words(chance, chance.randint(7, 12))
    return Story(number, title, f"2024-{number % 12 + 1:02}-{number % 28 + 1:02}", tuple(blocks))


def clean_page(told: Story) -> str:
    """Return the article alone as HTML."""
    body = "".join(_clean(block) for block in told.blocks)
    return _CLEAN.format(title=html.escape(told.title), facts=_facts(told), body=body)


def raw_page(told: Story) -> str:
    """Return the article as a site serves it."""
    return _RAW.format(
        title=html.escape(told.title),
        facts=_facts(told),
        body="".join(_messy(block) for block in told.blocks),
        menu="".join(f'<li><a href="/{n}/">{word}</a></li>' for n, word in enumerate(_MENU)),
        more="".join(f'<li><a href="/a/{n}.html">相关新闻第{n}条</a></li>' for n in range(12)),
    )


_CLEAN = """\
<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>{title}</title></head><body>
<h1>{title}</h1>
<p class="meta">{facts}</p>
{body}</body></html>
"""
_RAW = """\
<!DOCTYPE html>
<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8" />
<title>{title}-青石在线</title><script>var _h=_h||[];if(1<2){{_h.push(1)}}</script></head>
<body><div id="top"><ul class="nav">{menu}</ul></div>
<div class="crumb">当前位置:<a href="/">首页</a> &gt; 正文</div>
<div class="wrap"><div class="main"><h1 class="title">{title}</h1>
<div class="info">{facts}</div>
<div class="content" id="zoom">
{body}</div>
<div class="share"><a href="#">微信</a><a href="#">微博</a></div></div>
<div class="side"><h3>相关新闻</h3><ul>{more}</ul></div></div>
<div id="foot"><p>版权所有 未经许可不得转载</p><p><a href="/sitemap.xml">XML地图</a></p></div>
</body></html>
"""
_MENU = "首页 要闻 政务 经济 社会 文化 视频 图片 专题 评论 公告 服务".split()


def _facts(told: Story) -> str:
    return f"来源:青石日报 时间:{told.date} 浏览量 :{told.number * 37 + 100}"


def _clean(block: Block) -> str:
    if block.kind == "p":
        cut = len(block.text) // 3
        head, bold, tail = block.text[:cut], block.text[cut : cut + 6], block.text[cut + 6 :]
        return f"<p>{head}<strong>{bold}</strong>{tail}</p>\n"
    return _other(block)


def _messy(block: Block) -> str:
    if block.kind == "p":
        style = "text-indent:2em;font-family:宋体;line-height:2"
        return _clean(block).replace("<p>", f'<p style="{style}">&nbsp;&nbsp; 　　', 1)
    return _other(block)


def _other(block: Block) -> str:
    match block.kind:
        case "h2":
            return f"<h2>{block.text}</h2>\n"
        case "ul":
            return "<ul>" + "".join(f"<li>{row[0]}</li>" for row in block.rows) + "</ul>\n"
        case "img":
            picture = f'<img src="../pictures/{block.rows[0][0]}" alt="{block.text}" width="320">'
            return f'<p>{picture}</p>\n<p class="caption">{block.text}</p>\n'
        case _:
            return f"<table>{''.join(map(_row, enumerate(block.rows)))}</table>\n"


def _row(numbered: tuple[int, tuple[str, ...]]) -> str:
    tag = "td" if numbered[0] else "th"
    return "<tr>" + "".join(f"<{tag}>{cell}</{tag}>" for cell in numbered[1]) + "</tr>\n"


def _rows(vocabulary: Vocabulary, chance: random.Random) -> tuple[tuple[str, ...], ...]:
    columns = chance.randint(3, 5)
    head = tuple(f"指标{column + 1}" for column in range(columns))
    numbers = tuple(
        (vocabulary.words(chance, 2), *(f"{chance.uniform(1, 9999):,.1f}" for _ in head[1:]))
        for _ in range(chance.randint(4, 12))
    )
    return (head, *numbers)


def _picture_name(number: int) -> str:
    return f"{number:02}.{'jpg' if number % 2 else 'png'}"


def _draw_pictures(folder: Path) -> None:
    from PIL import Image

    (folder / "pictures").mkdir(parents=True, exist_ok=True)
    chance = random.Random("pictures")
    for number in range(_PICTURES):
        small = Image.frombytes("RGB", (16, 10), chance.randbytes(480))
        large = small.resize((320, 200), Image.Resampling.BICUBIC)
        picture = large if number % 2 else large.quantize(64)
        picture.save(folder / "pictures" / _picture_name(number))


def _file(folder: Path, number: int, text: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{number:04}.html"
    # Not over the old file: its bytes may have other names, see `repeated`.
    path.unlink(missing_ok=True)
    path.write_text(text, "utf-8")
    return path
