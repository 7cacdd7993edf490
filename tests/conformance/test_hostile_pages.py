"""Pages made to harm: a clear error or clean files, within 10 seconds and 500 MB."""

import base64
import re
import struct
import zlib
from pathlib import Path
from zipfile import ZipFile

import pytest

from watched import watched

SECONDS, MEGABYTES = 10, 500
BODY = "<h1>全市防汛工作会议召开</h1><p>会议强调，要加强管理，落实责任。</p>"


def deep(tag: str) -> str:
    return f"{BODY}{f'<{tag}>' * 10_000}<p>深处的正文也要留下。</p>{f'</{tag}>' * 10_000}"


def png_of(width: int, height: int) -> str:
    """Return an address that claims a huge picture and holds next to nothing."""
    header = struct.pack(">2L5B", width, height, 8, 2, 0, 0, 0)
    chunks = [(b"IHDR", header), (b"IDAT", zlib.compress(bytes(1 << 20))), (b"IEND", b"")]
    packed = b"".join(
        struct.pack(">L", len(data)) + kind + data + struct.pack(">L", zlib.crc32(kind + data))
        for kind, data in chunks
    )
    data = base64.b64encode(b"\x89PNG\r\n\x1a\n" + packed).decode()
    return f"data:image/png;base64,{data}"


def svg_bomb() -> str:
    uses = "".join(
        f'<g id="g{n}">' + f'<use href="#g{n - 1}"/>' * 10 + "</g>" for n in range(1, 12)
    )
    drawing = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100"><defs>'
        f'<g id="g0"><rect width="9" height="9"/></g>{uses}</defs><use href="#g11"/></svg>'
    )
    return "data:image/svg+xml;base64," + base64.b64encode(drawing.encode()).decode()


ENTITIES = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
PAGES = {
    "scripts": BODY + "<script>alert(1)</script><p onclick=alert(1)>正文。</p><style>p{}</style>",
    "script links": BODY + '<p><a href="javascript:alert(1)">请点这里</a><a href=" JavaScript:'
    'alert(1)">再点</a><a href="data:text/html,alert(1)">又点</a></p>',
    "forms": BODY + "<form action=/x><input value=密码><button>提交</button></form>",
    "frames": BODY + '<iframe src="https://example.cn/"></iframe><object data=x></object>',
    "deep blocks": deep("div"),
    "deep inlines": deep("b"),
    "deep lists": deep("ul><li"),
    "deep tables": deep("table><tr><td"),
    "deep quotations": deep("blockquote"),
    "50 MB of text": "<h1>长</h1><p>" + "会议强调，要加强管理。" * 1_600_000 + "</p>",
    "50 MB of paragraphs": "<h1>长</h1>" + "<p>会议强调，要加强管理。</p>" * 1_300_000,
    "zero bytes": BODY.replace("会议", "会\0议\0"),
    "an entity bomb": f'<!DOCTYPE html [<!ENTITY e0 "哈哈哈">{ENTITIES}]>{BODY}<p>&e11;正文。</p>',
    "a huge picture": f'{BODY}<img src="{png_of(50_000, 50_000)}" alt="图">',
    "a drawing bomb": f'{BODY}<img src="{svg_bomb()}" alt="图">',
    "a huge table": f"{BODY}<table><tr><td rowspan=100000 colspan=100000>甲</td></tr></table>",
    "nothing closed": "<div><p><b><table><tr><td><ul><li>" * 200 + BODY,
}


@pytest.fixture(params=PAGES)
def page(request, tmp_path):
    (tmp_path / "page.html").write_text(PAGES[request.param], "utf-8")
    return tmp_path


def test_a_hostile_page_does_no_harm(page):
    code, said, seconds, megabytes = converted(page)
    files = sorted(page.glob("out/*"))
    assert "Traceback" not in said
    assert seconds <= SECONDS
    assert megabytes <= MEGABYTES
    assert code in (0, 3)
    assert len(files) == (3 if code == 0 else 0)
    assert code == 0 or said.startswith("error: ")
    for path in files:
        assert not re.search(
            rb"alert\(|javascript:|<script|<iframe|<form", inside(path), re.IGNORECASE
        )


def rss(subset: str, text: str) -> str:
    channel = f"<channel><title>甲</title><item><title>乙</title><description>{text}</description>"
    return f'<?xml version="1.0"?><!DOCTYPE rss [{subset}]><rss>{channel}</item></channel></rss>'


LAUGHS = '<!ENTITY e0 "哈">' + "".join(
    f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10)
)
FEEDS = {
    "laughs": rss(LAUGHS, "&e9;"),
    "quadratic blow-up": rss(f'<!ENTITY a "{"哈" * 100_000}">', "&a;" * 100_000),
    "a file": rss('<!ENTITY a SYSTEM "file:///etc/passwd">', "&a;"),
    "an address": rss('<!ENTITY a SYSTEM "http://127.0.0.1:9/">', "&a;"),
    "parameters": rss('<!ENTITY % a SYSTEM "http://127.0.0.1:9/a.dtd"> %a;', "甲"),
    "a cycle": rss('<!ENTITY a "&b;"><!ENTITY b "&a;">', "&a;"),
}


@pytest.mark.parametrize("name", FEEDS)
@pytest.mark.parametrize("ending", ["xml", "html"])
def test_declared_entities_are_refused_within_two_seconds_and_200_megabytes(name, ending, tmp_path):
    (tmp_path / f"page.{ending}").write_text(FEEDS[name], "utf-8")
    code, said, seconds, megabytes = converted(tmp_path, f"page.{ending}")
    assert code == 3
    assert "declares entities" in said
    assert seconds <= 2
    assert megabytes <= 200
    assert not (tmp_path / "out").exists()


def converted(folder: Path, name: str = "page.html") -> tuple[int, str, float, float]:
    """Return exit code, messages, seconds of work and peak megabytes of one conversion."""
    return watched(folder, "convert", name, "--to", "docx,pdf,epub", "-o", "out")


def inside(path: Path) -> bytes:
    if path.suffix == ".pdf":
        return path.read_bytes()
    with ZipFile(path) as archive:
        names = [name for name in archive.namelist() if name.endswith(("ml", "rels"))]
        return b"".join(map(archive.read, names))
