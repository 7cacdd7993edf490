"""The same text at the same measure by us, typst and Chromium: `python tools/comparison.py`.

Needs the environment of `make bench`, poppler, MuPDF and Chromium. Writes the picture
`docs/pictures/comparison.png` and prints the table of `docs/comparison.md`.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import NamedTuple
from xml.etree import ElementTree as ET

from PIL import Image

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src"), str(ROOT / "tools")]

SIZE, MEASURE, MARGIN, PITCH, HEIGHT = 12, 26, 14, 20, 640
WIDTH = SIZE * MEASURE + 2 * MARGIN
TEXT = (
    "“防汛没有‘差不多’。”老站长把烟掐了，指着墙上的图说：“红线是路，蓝圈是高地，"
    "（括号里的）是电话——记不住，就抄；抄不下，就拍！”",
    "《青石河志》（卷三）载：“光绪十二年（1886）、民国二十年（1931）、1954年，水皆及门。”"
    "三次大水、三块石碑、三种写法，如今都立在桥头。",
    "县里今年试用了一套用 Python 写的汇总程序（代号“River-Watch 2.0”），每5 min读取12个雨量站的"
    "数据，误差不超过±0.5 mm；超过警戒值，短信就发到村。",
    "详情见 https://river.example.org/stations/2024/05/18/?from=bulletin&lang=zh-CN ，"
    "或致电010-12345678。",
    "“第一，人要走得出；第二，路要断得开；第三，话要传得到……”他说，“至于别的，‘水退了再讲’。”"
    "会场里，有人笑，有人记，也有人问：“那桥呢？”——“桥在，人在。”",
    "从4月1日到5月18日，全县清淤126.5公里，检修泵站48座（大型6座、中型15座、小型27座），"
    "更换闸门（含启闭机）31扇，投入￥3,420万元，完成率98.7%。",
)
STARTS = re.compile("[！），．：；？】、。〉》」』”’％·]")
ENDS = re.compile("[（《〈“‘「『【￥]")
HAN = re.compile("[\u4e00-\u9fff]")
#: In em: a gap that is seen; how far a line may fall short of the measure.
LOOSE, SHORT = 0.12, 0.05


class Line(NamedTuple):
    """A line as it is printed: characters with left and right edges, in points."""

    text: str
    edges: tuple[tuple[float, float], ...]
    top: float


def main() -> None:
    """Set the text three times, count, and draw."""
    from bench.face import prepared

    font, family = prepared(ROOT / "build" / "bench" / "fonts")
    setters = {"bulletin_export": _ours, "typst": _typst, "Chromium": _chromium}
    pictures = []
    print(f"| {'':16} | lines | forbidden starts | forbidden ends | ragged | loose | widest gap |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    with tempfile.TemporaryDirectory() as name:
        for who, setter in setters.items():
            file = Path(name) / f"{who}.pdf"
            setter(Path(name), file, font, family)
            print(f"| {who:16} | {_row(list(_lines(file)))} |")
            pictures.append(_picture(file))
    _sheet(pictures).quantize(24).save(ROOT / "docs" / "pictures" / "comparison.png", optimize=True)


def _row(lines: list[Line]) -> str:
    inner = [line for line, following in pairwise(lines) if not _begins(following)]
    starts = sum(bool(STARTS.match(line.text)) for line in lines)
    ends = sum(bool(ENDS.match(line.text[-1])) for line in lines)
    # Chromium rounds the measure to whole pixels: its own lines tell it.
    edge = median(line.edges[-1][1] for line in inner)
    ragged = sum(_lack(line, edge) > SHORT for line in inner)
    gaps = [_gap(line) for line in inner]
    loose = sum(gap > LOOSE for gap in gaps)
    counts = (len(lines), starts, ends, ragged, loose)
    return " | ".join(map(str, counts)) + f" | {max(gaps):.2f} em"


def _begins(line: Line) -> bool:
    """Tell whether *line* begins a paragraph: all of them are indented."""
    return line.edges[0][0] - MARGIN > SIZE


def _lack(line: Line, edge: float) -> float:
    """Return by how much *line* misses *edge*, in em; a mark may give up half of its box."""
    lack = (edge - line.edges[-1][1]) / SIZE
    return abs(lack) if HAN.match(line.text[-1]) else max(lack, -0.5 - lack)


def _gap(line: Line) -> float:
    """Return the mean gap between Han characters of *line*, in em."""
    pairs = zip(pairwise(line.text), pairwise(line.edges), strict=True)
    gaps = [
        right[0] - left[0] - SIZE
        for (one, other), (left, right) in pairs
        if HAN.match(one) and HAN.match(other)
    ]
    return sum(gaps) / len(gaps) / SIZE if gaps else 0.0


def _lines(file: Path) -> Iterator[Line]:
    """Yield the lines of the first page, from the boxes of their characters."""
    told = _run("mutool", "draw", "-q", "-N", "-F", "stext", file, "1")
    found: dict[float, list[tuple[float, float, str]]] = {}
    for one in ET.fromstring(told).iter("char"):
        quad = [float(number) for number in one.get("quad", "").split()]
        base = round(float(one.get("y", "0")) / 4)
        if one.get("c", " ").strip():
            row = next((at for at in (base, base - 1, base + 1) if at in found), base)
            found.setdefault(row, []).append((quad[0], quad[2], one.get("c", "")))
    for top, row in sorted(found.items()):
        characters = sorted(row)
        text = "".join(one for _, _, one in characters)
        yield Line(text, tuple((left, right) for left, right, _ in characters), top)


def _ours(folder: Path, file: Path, font: Path, _family: str) -> None:
    from bulletin_export.fonts.book import FontBook
    from bulletin_export.model.article import Article, Headline
    from bulletin_export.model.nodes import Paragraph, Text
    from bulletin_export.pipeline import publication_of, write
    from bulletin_export.styling.load import load_template

    roles = ("song", "fangsong", "kai", "hei", "xiaobiaosong", "serif", "sans")
    faces = "\n".join(f'{role} = ["{font}"]' for role in roles)
    (folder / "template.toml").write_text(
        f'extends = "plain"\n[page]\nwidth = "{WIDTH}pt"\nheight = "{HEIGHT}pt"\n'
        f'[page.margins]\ntop = "{MARGIN}pt"\nright = "{MARGIN}pt"\nbottom = "{MARGIN}pt"\n'
        f'left = "{MARGIN}pt"\n[furniture.header]\nright = ""\nleft = ""\nrule = false\n'
        f'[furniture.footer]\ncentre = ""\n[fonts]\n{faces}\n'
        f'[styles.body]\nsize = "{SIZE}pt"\nline_pitch = "{PITCH}pt"\n',
        "utf-8",
    )
    template = load_template(str(folder))
    article = Article(headline=Headline(""), blocks=tuple(Paragraph((Text(one),)) for one in TEXT))
    result = write(publication_of([article]), "pdf", template, FontBook.of(template.fonts))
    file.write_bytes(result.data)


def _typst(_folder: Path, file: Path, font: Path, family: str) -> None:
    import typst

    quoted = "\n\n".join(f'#"{one}"' for one in TEXT)
    source = (
        f"#set page(width: {WIDTH}pt, height: {HEIGHT}pt, margin: {MARGIN}pt)\n"
        f'#set text(font: "{family}", size: {SIZE}pt, lang: "zh", region: "cn",'
        " top-edge: 0.88em, bottom-edge: -0.12em)\n"
        f"#set par(justify: true, leading: {PITCH - SIZE}pt, spacing: {PITCH - SIZE}pt,"
        f" first-line-indent: (amount: 2em, all: true))\n{quoted}"
    )
    fonts = typst.Fonts(include_system_fonts=False, font_paths=[str(font.parent)])
    file.write_bytes(typst.compile(source.encode(), font_paths=fonts))


def _chromium(folder: Path, file: Path, font: Path, _family: str) -> None:
    page = folder / "page.html"
    body = "".join(f"<p>{one.replace('&', '&amp;')}</p>" for one in TEXT)
    page.write_text(
        f"<!DOCTYPE html><html lang=zh-CN><meta charset=utf-8><style>@font-face{{font-family:f;"
        f"src:url(file://{font})}}@page{{size:{WIDTH}pt {HEIGHT}pt;margin:{MARGIN}pt}}"
        f"body{{margin:0;font:{SIZE}pt/{PITCH}pt f;text-align:justify}}"
        f"p{{margin:0;text-indent:2em}}</style>{body}",
        "utf-8",
    )
    _run(
        "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
        f"--user-data-dir={folder / 'profile'}", f"--print-to-pdf={file}", f"file://{page}",
    )  # fmt: skip


def _picture(file: Path) -> Image.Image:
    stem = file.with_suffix("")
    _run("pdftoppm", "-r", "96", "-png", "-singlefile", file, stem)
    with Image.open(stem.with_suffix(".png")) as picture:
        return picture.convert("L")


def _sheet(pages: list[Image.Image]) -> Image.Image:
    from pictures import sheet

    height = max(page.point(lambda shade: 255 * (shade < 128)).getbbox()[3] for page in pages) + 16
    return sheet([page.crop((0, 0, page.width, height)) for page in pages])


def _run(*command: object) -> str:
    done = subprocess.run([str(part) for part in command], capture_output=True, check=True)
    return done.stdout.decode("utf-8", "replace")


if __name__ == "__main__":
    main()
