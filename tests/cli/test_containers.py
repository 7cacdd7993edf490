"""Saved forms on the command line."""

import json
from pathlib import Path

from saved_forms import mhtml, page, part, zipped


def test_a_folder_gives_its_saved_pages(run):
    Path("news").mkdir()
    Path("news/a.mht").write_bytes(mhtml(part(page(title="第一篇防汛报道完成"), "text/html")))
    two = zipped(
        ("1.html", page(title="第二篇防汛报道完成")), ("2.html", page(title="第三篇巡查报道完成"))
    )
    Path("news/b.zip").write_bytes(two)
    result = run("convert", "news", "--to", "txt", "-o", "out")
    assert result.exit_code == 0, result.stderr
    assert len(list(Path("out").iterdir())) == 3


def test_inspect_shows_each_page_of_a_container(run):
    Path("a.zip").write_bytes(zipped(("1.html", page()), ("2.html", page(title="第二篇报道"))))
    seen = json.loads(run("inspect", "a.zip", "--json").stdout)
    assert [one["title"] for one in seen["articles"]][1] == "第二篇报道"


def test_a_part_that_fails_is_said_and_a_container_of_such_fails(run):
    Path("a.zip").write_bytes(zipped(("1.html", page()), ("2.xml", "<unknown/>")))
    good = run("convert", "a.zip", "--to", "txt", "-o", "out")
    assert good.exit_code == 0
    assert "a part was left out" in good.stderr
    Path("b.zip").write_bytes(zipped(("2.xml", "<unknown/>")))
    assert run("convert", "b.zip", "--to", "txt", "-o", "out").exit_code == 3


def test_lists_among_pages_are_named_and_lists_alone_are_listed(run):
    places = "".join(f"<url><loc>http://x.example/{n}.html</loc></url>" for n in range(3))
    sitemap = f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{places}</urlset>'
    Path("a.zip").write_bytes(zipped(("1.html", page()), ("map.xml", sitemap)))
    seen = json.loads(run("inspect", "a.zip", "--json").stdout)
    assert [one["severity"] for one in seen["diagnostics"]] == ["info"]
    assert "a.zip/map.xml is a sitemap: it names 3 places" in seen["diagnostics"][0]["message"]
    Path("b.zip").write_bytes(zipped(("map1.xml", sitemap), ("map2.xml", sitemap)))
    assert len(json.loads(run("inspect", "b.zip", "--json").stdout)["entries"]) == 6
    assert run("convert", "b.zip", "--to", "txt", "-o", "out").exit_code == 3
