"""Run the program inside this process, in a folder of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from builders import article, publication
from bulletin_export.cli.program import program
from bulletin_export.model.interchange import to_json

_ROOT = Path(__file__).parents[2]
_PAGE = """<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8"><title>{0}_某报</title></head>
<body><h1>{0}</h1><p>来源：某报　时间：2021-03-05</p><div>
<p>　　三月以来，各地抢抓农时，春耕备耕有序推进，田间地头一片繁忙景象，农资供应充足，价格平稳。</p>
<p>　　据了解，今年计划播种面积较上年有所增加，有关部门组织技术人员下乡指导，确保粮食生产稳定。</p>
</div></body></html>"""


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """Work in an empty folder, in English, without anybody's settings."""
    monkeypatch.chdir(tmp_path)
    for name in ("SOURCE_DATE_EPOCH", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("BULLETIN_LANG", "en")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "own"))
    return tmp_path


@pytest.fixture
def run():
    """Call the program; gives exit_code, stdout, stderr, stdout_bytes."""

    def call(*arguments, **more):
        return CliRunner().invoke(program, [str(one) for one in arguments], **more)

    return call


@pytest.fixture
def save():
    """Write articles into a file of our own form, and return its name."""

    def write(name, *articles, **facts):
        articles = articles or (article("正文。", **{"title": "标题", **facts}),)
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_bytes(to_json(publication(*articles)))
        return name

    return write


@pytest.fixture
def page():
    """Write a small page, and return its name."""

    def write(name="page.html", title="春耕备耕有序推进"):
        Path(name).write_text(_PAGE.format(title), "utf-8")
        return name

    return write


@pytest.fixture
def shell():
    """Call the program as a shell does."""

    def call(*arguments, stdin=b"", **environment):
        clean = {key: value for key, value in os.environ.items() if not key.startswith("LC_")}
        path = f"{_ROOT / 'src'}{os.pathsep}{clean.get('PYTHONPATH', '')}"
        return subprocess.run(
            [sys.executable, "-m", "bulletin_export", *arguments],
            input=stdin,
            capture_output=True,
            env={**clean, "PYTHONPATH": path, **environment},
            timeout=60,
            check=False,
        )

    return call
