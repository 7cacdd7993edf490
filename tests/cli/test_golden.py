"""Whole conversations with the program, as people see them.

In ``golden/*.md`` a block begins with the call; then come the standard output, the
standard error behind ``!``, and the exit code if it is not 0. ``--rewrite`` writes them anew.
"""

import re
import shlex
from pathlib import Path

import pytest

_GOLDEN = Path(__file__).parent / "golden"
_BLOCK = re.compile(r"```console\n\$ (?P<call>[^\n]*)\n(?P<answer>.*?)```", re.DOTALL)

TEXT = """<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8">
<title>秋粮收购有序进行_某某网</title></head><body>
<div><a href="/">首页</a> <a href="/news">新闻</a></div>
<h1>秋粮收购有序进行</h1><p>来源：某某日报　时间：2021-10-08　浏览量：321</p><div>
<p>　　入秋以来，各收储库点早开门、晚收秤，秋粮收购有序进行,农民售粮顺畅。</p>
<p>　　据介绍，今年全市新增仓容五万吨，备足资金，确保农民种粮卖得出、卖得好。</p>
<p><img src="photo.jpg" alt="农民排队售粮"></p></div></body></html>
"""


@pytest.fixture
def desk(folder):
    """Two pages that can be read and one that cannot."""
    (folder / "pages").mkdir()
    Path("pages/1.html").write_text(TEXT, "utf-8")
    Path("pages/2.html").write_text(TEXT.replace("秋粮收购", "冬小麦播种"), "utf-8")
    Path("scan.html").write_bytes(b"%PDF-1.7")


def answer(result):
    lines = result.stdout.splitlines(keepends=True)
    lines += [f"! {line}" for line in result.stderr.splitlines(keepends=True)]
    if result.exit_code:
        lines.append(f"[{result.exit_code}]\n")
    return "".join(lines)


@pytest.mark.parametrize("path", sorted(_GOLDEN.glob("*.md")), ids=lambda path: path.stem)
def test_a_conversation_goes_as_written(path, run, desk, request):
    written = path.read_text("utf-8")

    def spoken(block):
        words = shlex.split(block["call"])
        assert words[0] == "bulletin-export"
        return f"```console\n$ {block['call']}\n{answer(run(*words[1:]))}```"

    heard = _BLOCK.sub(spoken, written)
    if request.config.getoption("rewrite"):
        path.write_text(heard, "utf-8")
    assert heard == written
    assert _BLOCK.search(written)
