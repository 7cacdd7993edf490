"""Addresses as inputs, and what is fetched for files, as a shell would see it."""

import json
from pathlib import Path

import pytest

from web import local_web, page, picture

WORDS = (
    "三月以来，各地抢抓农时，春耕备耕有序推进，田间地头一片繁忙景象，农资供应充足，价格平稳。",
    "据了解，今年计划播种面积较上年有所增加，有关部门组织技术人员下乡指导，确保粮食生产稳定。",
    "下一步，将继续做好农资调运和农机检修，确保春播顺利进行，为全年粮食丰收打下坚实基础。",
)
SITEMAP = (
    '<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{}</urlset>'
)


@pytest.fixture(scope="module")
def server():
    with local_web() as one:
        yield one


@pytest.fixture
def web(server):
    server.pages.clear()
    server.requests.clear()
    return server


@pytest.fixture
def call(run, folder, monkeypatch):
    """Call the program so that it may ask this machine, and does not dawdle."""
    monkeypatch.setattr("bulletin_export.fetching.pacing.Pacer.wait", lambda *_: None)

    def convert(*arguments):
        return run(*arguments, "--allow-private", "--cache", folder / "cache")

    return convert


def sitemap(*addresses):
    return SITEMAP.format("".join(f"<url><loc>{one}</loc></url>" for one in addresses))


def xml(web, path, text):
    return web.put(path, text, Content_Type="application/xml")


def report(name="r.jsonl"):
    return [json.loads(line) for line in Path(name).read_text("utf-8").splitlines()]


def test_an_address_is_fetched_with_its_pictures(web, call):
    web.put("/img/a.png", picture())
    address = web.put("/a.html", page("春耕有序", *WORDS, '<img src="img/a.png" alt="田间">'))
    result = call("convert", address, "--to", "json", "-o", "out/")
    assert result.exit_code == 0, result.stderr
    article = json.loads(Path(result.stdout.strip()).read_text("utf-8"))["publication"]
    text = json.dumps(article, ensure_ascii=False)
    assert '"media_type": "image/png"' in text
    assert f'"address": "{address}"' in text
    assert web.asked("/img/a.png")[0]["referer"] == address


def test_a_second_run_asks_nothing(web, call):
    web.put("/a.png", picture())
    address = web.put("/a.html", page("春耕有序", *WORDS, '<img src="a.png">'))
    first = call("convert", address, "--to", "epub", "-o", "a.epub")
    data = Path("a.epub").read_bytes()
    count = len(web.requests)
    assert count == 3
    again = call("convert", address, "--to", "epub", "-o", "a.epub")
    assert (again.exit_code, again.stderr) == (first.exit_code, first.stderr) == (0, "")
    assert Path("a.epub").read_bytes() == data
    assert len(web.requests) == count


def test_a_page_on_disk_gets_its_pictures_only_when_told(web, call):
    address = web.put("/a.png", picture())
    Path("a.html").write_text(page("春耕有序", *WORDS, f'<img src="{address}">'), "utf-8")
    result = call("convert", "a.html", "-o", "a.docx", "--verbose")
    assert "--fetch" in result.stderr
    assert not web.requests
    assert call("convert", "a.html", "-o", "a.docx", "--fetch").stderr == ""
    assert web.asked("/a.png")


def test_a_picture_of_a_saved_page_is_looked_for_where_the_page_came_from(web, call):
    web.put("/news/a.png", picture())
    head = f'<link rel="canonical" href="{web.address}/news/1.html"></head>'
    text = page("春耕有序", *WORDS, '<img src="a.png">').replace("</head>", head)
    Path("a.html").write_text(text, "utf-8")
    assert call("convert", "a.html", "-o", "a.docx", "--fetch").stderr == ""
    assert web.asked("/news/a.png")


def test_pictures_that_cannot_be_had_are_each_named_with_the_reason(web, call):
    web.put("/b.png", b"<html>no picture")
    images = '<img src="a.png"><img src="b.png"><img src="http://10.0.0.1:x/c.png">'
    address = web.put("/a.html", page("春耕有序", *WORDS, images))
    result = call("inspect", address, "--json")
    remarks = {one["code"]: one["message"] for one in json.loads(result.stdout)["diagnostics"]}
    assert set(remarks) == {"image-not-fetched", "image-broken"}
    assert any("(404)" in one["message"] for one in json.loads(result.stdout)["diagnostics"])


def test_a_page_from_the_web_does_not_see_the_disk(web, call, folder):
    (folder / "secret.png").write_bytes(picture())
    images = f'<img src="file://{folder}/secret.png"><img src="secret.png">'
    address = web.put("/a.html", page("春耕有序", *WORDS, images))
    result = call("convert", address, "-o", "a.json")
    assert "image/png" not in Path("a.json").read_text("utf-8")
    assert result.exit_code == 0


def test_an_address_that_fails_does_not_stop_the_others(web, call):
    good = web.put("/a.html", page("春耕有序", *WORDS))
    result = call("convert", f"{web.address}/gone.html", good, "-o", "out/", "--report", "r.jsonl")
    assert result.exit_code == 5
    failed, done = report()
    assert failed["error"]["code"] == "bad-status"
    assert failed["error"]["exit_code"] == 3
    assert done["status"] == "ok"


def test_many_addresses_become_one_book(web, call):
    addresses = [web.put(f"/{n}.html", page(f"第{n}篇报道", *WORDS)) for n in (1, 2, 3)]
    result = call("bundle", *addresses, addresses[0], "-o", "all.json")
    assert result.exit_code == 0
    assert Path("all.json").read_text("utf-8").count('"title":"第1篇报道"') <= 1
    assert len(web.asked()) == 3


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_sitemap_gives_each_page_it_names_and_bad_ones_stop_nothing(web, call, jobs):
    pages = [web.put(f"/{n}.html", page(f"第{n}篇报道", *WORDS)) for n in (1, 2, 3)]
    listed = [pages[0], f"{web.address}/gone.html", pages[1], pages[2], pages[0]]
    address = xml(web, "/sitemap.xml", sitemap(*listed))
    result = call(
        "convert", address, "--to", "txt", "-o", "out/", "--report", "r.jsonl", "--jobs", jobs
    )
    assert result.exit_code == 5, result.stderr
    lines = report()
    assert [one["input"] for one in lines] == [address, *listed[:4]]
    assert [one["status"] for one in lines] == ["ok", "ok", "failed", "ok", "ok"]
    assert sorted(path.name for path in Path("out").iterdir()) == [
        f"2021-03-05_第{n}篇报道.txt" for n in (1, 2, 3)
    ]


def test_a_sitemap_on_disk_is_followed_only_when_told(web, call):
    one = web.put("/1.html", page("第1篇报道", *WORDS))
    Path("sitemap.xml").write_text(sitemap(one), "utf-8")
    refused = call("convert", "sitemap.xml", "-o", "out/")
    assert refused.exit_code == 3
    assert not web.requests
    assert call("convert", "sitemap.xml", "-o", "out/", "--fetch").exit_code == 0


def test_an_index_leads_to_sitemaps_and_these_to_pages_and_loops_end(web, call):
    index = f"{web.address}/index.xml"
    inner = xml(web, "/1.xml", sitemap(web.put("/1.html", page("第1篇报道", *WORDS)), index))
    text = sitemap(inner, index).replace("urlset", "sitemapindex").replace("url>", "sitemap>")
    xml(web, "/index.xml", text)
    result = call("bundle", index, "-o", "all.txt")
    assert result.exit_code == 0, result.stderr
    assert "第1篇报道" in Path("all.txt").read_text("utf-8")
    assert len(web.asked("/index.xml")) == 1


def test_no_more_is_taken_of_a_sitemap_than_asked_for(web, call):
    pages = [web.put(f"/{n}.html", page(f"第{n}篇报道", *WORDS)) for n in range(9)]
    address = xml(web, "/sitemap.xml", sitemap(*pages))
    result = call("convert", address, "--to", "txt", "-o", "out/", "--at-most", "2")
    assert result.exit_code == 0
    assert len(list(Path("out").iterdir())) == 2
    assert len(web.asked()) == 3


def test_two_pages_of_a_sitemap_do_not_go_into_one_file(web, call):
    pages = [web.put(f"/{n}.html", page(f"第{n}篇报道", *WORDS)) for n in (1, 2)]
    address = xml(web, "/sitemap.xml", sitemap(*pages))
    result = call("convert", address, "-o", "one.txt")
    assert result.exit_code == 5
    assert "第1篇报道" in Path("one.txt").read_text("utf-8")


def test_inspect_lists_a_sitemap_and_fetches_nothing_of_it(web, call):
    address = xml(web, "/sitemap.xml", sitemap(f"{web.address}/1.html"))
    listed = json.loads(call("inspect", address, "--json").stdout)
    assert [one["link"] for one in listed["entries"]] == [f"{web.address}/1.html"]
    assert len(web.asked()) == 1


def feed(web, *entries):
    items = "".join(
        f"<item><title>{title}</title><link>{link}</link>"
        f"<description>{summary}</description><pubDate>Fri, 05 Mar 2021 08:00:00 +0800</pubDate>"
        f"</item>"
        for title, link, summary in entries
    )
    text = f'<?xml version="1.0"?><rss version="2.0"><channel><title>某报</title>{items}</channel></rss>'
    return web.put("/feed.xml", text, Content_Type="application/rss+xml")


def test_summaries_of_a_feed_are_completed_from_their_links(web, call):
    whole = web.put("/1.html", page("春耕有序", *WORDS))
    address = feed(
        web,
        ("春耕有序", whole, "三月以来，各地抢抓农时……"),
        ("夏粮丰收", f"{web.address}/gone.html", "夏粮丰收已成定局……"),
    )
    result = call("convert", address, "--to", "txt", "-o", "out/")
    assert result.exit_code == 0, result.stderr
    assert "(404)" in result.stderr
    texts = [path.read_text("utf-8") for path in sorted(Path("out").iterdir())]
    assert sum("确保春播顺利进行" in one for one in texts) == 1
    assert sum("夏粮丰收已成定局" in one for one in texts) == 1


def test_next_pages_on_the_web_are_joined(web, call):
    further = page("春耕有序", WORDS[1], below='<a href="a_3.html">下一页</a>')
    web.put("/a_2.html", further)
    web.put("/a_3.html", page("春耕有序", WORDS[2], below='<a href="a_3.html">下一页</a>'))
    address = web.put("/a.html", page("春耕有序", WORDS[0], below='<a href="a_2.html">下一页</a>'))
    result = call("inspect", address, "--json", "--follow-pages")
    seen = json.loads(result.stdout)
    assert [seen["text"].count(one) for one in WORDS] == [1, 1, 1]
    assert [seen["text"].find(one) for one in WORDS] == sorted(map(seen["text"].find, WORDS))
    assert seen["next_page"] == ""
    alone = json.loads(call("inspect", address, "--json").stdout)
    assert alone["next_page"] == f"{web.address}/a_2.html"


def test_next_pages_saved_beside_each_other_are_joined_without_the_network(run):
    for name, words, following in (("1", 0, "2"), ("2", 1, "3"), ("3", 2, "4")):
        below = f'<a href="a_{following}.html">下一页</a>'
        Path(f"a_{name}.html").write_text(page("春耕有序", WORDS[words], below=below), "utf-8")
    seen = json.loads(run("inspect", "a_1.html", "--json", "--follow-pages").stdout)
    assert [seen["text"].count(one) for one in WORDS] == [1, 1, 1]
    assert seen["next_page"] == "a_4.html"
    assert "next-page-missing" in [one["code"] for one in seen["diagnostics"]]


def test_a_list_page_is_no_article_from_the_web_either(web, call):
    links = "".join(
        f'<li><a href="/{n}.html">第{n}次全体会议在京召开审议通过多项议案</a> 2021-03-0{n}</li>'
        for n in range(1, 9)
    )
    text = f"<html><head><title>要闻</title></head><body><ul>{links}</ul></body></html>"
    address = web.put("/", text)
    assert call("convert", address, "-o", "out/").exit_code == 3
    assert len(web.asked()) == 1


@pytest.mark.parametrize("jobs", [1, 2])
def test_pages_of_a_folder_that_were_joined_make_no_documents_of_their_own(run, jobs):
    Path("in").mkdir()
    for name, words, below in (
        ("a", WORDS[0], '<a href="a_2.html">下一页</a>'),
        ("a_2", WORDS[1], '<a href="a_3.html">下一页</a>'),
        ("a_3", WORDS[2], ""),
        ("b", WORDS[2], ""),
    ):
        title = "春耕有序" if name < "b" else "夏粮丰收"
        Path(f"in/{name}.html").write_text(page(title, words, below=below), "utf-8")
    options = ("--to", "txt", "-o", "out", "--follow-pages", "--report", "r.jsonl", "--jobs", jobs)
    assert run("convert", "in", *options).exit_code == 0
    assert [len(one["outputs"]) for one in report()] == [1, 0, 0, 1]
    assert len(list(Path("out").iterdir())) == 2


def test_a_picture_that_claims_too_many_pixels_is_refused(web, call):
    claims = bytearray(picture())
    claims[16:24] = (100_000).to_bytes(4, "big") * 2
    web.put("/a.png", bytes(claims))
    address = web.put("/a.html", page("春耕有序", *WORDS, '<img src="a.png">'))
    assert "pixels" in call("convert", address, "-o", "a.docx").stderr


def test_one_picture_at_two_addresses_is_kept_once(web, call):
    web.put("/a.png", picture())
    web.put("/b.png", picture())
    address = web.put("/a.html", page("春耕有序", *WORDS, '<img src="a.png"><img src="b.png">'))
    call("convert", address, "-o", "a.json")
    assert Path("a.json").read_text("utf-8").count('"data"') == 1


def test_a_list_of_feeds_leads_to_their_articles(web, call):
    whole = web.put("/1.html", page("春耕有序", *WORDS))
    address = feed(web, ("春耕有序", whole, "三月以来，各地抢抓农时……"))
    outline = f'<opml version="2.0"><body><outline type="rss" xmlUrl="{address}"/></body></opml>'
    opml = xml(web, "/list.opml", outline)
    assert call("bundle", opml, "-o", "all.txt").exit_code == 0
    assert "确保春播顺利进行" in Path("all.txt").read_text("utf-8")


def test_a_next_page_that_differs_by_its_query_is_not_the_page_itself(run):
    def write(name, words, below=""):
        Path(name).write_text(page("春耕有序", words, below=below), "utf-8")

    write("a.html", WORDS[0], '<a href="a.html?page=2">下一页</a>')
    seen = json.loads(run("inspect", "a.html", "--json", "--follow-pages").stdout)
    assert "next-page-missing" in [one["code"] for one in seen["diagnostics"]]
    write("a.html?page=2", WORDS[1])  # So wget saves it.
    seen = json.loads(run("inspect", "a.html", "--json", "--follow-pages").stdout)
    assert [one in seen["text"] for one in WORDS] == [True, True, False]


def test_the_encoding_that_only_the_server_knows_is_heeded(web, call):
    text = page("春耕有序", *WORDS).replace('<meta charset="utf-8">', "")
    address = web.put(
        "/a.html", text.encode("big5", "ignore"), Content_Type="text/html; charset=big5"
    )
    plain = web.put("/b.html", text.encode("gb18030"), Content_Type="text/html; charset=gbk")
    assert json.loads(call("inspect", plain, "--json").stdout)["title"] == "春耕有序"
    assert "春耕有序" in call("inspect", address).stdout
