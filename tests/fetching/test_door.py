"""What comes through the door, and what does not."""

import gzip
import socket
import ssl
import time
import zlib
from contextlib import suppress
from pathlib import Path
from threading import Thread

import pytest

from bulletin_export import errors
from bulletin_export.fetching import client as client_module
from bulletin_export.fetching import connections
from bulletin_export.fetching import door as door_module
from web import page, picture

CERTIFICATE = Path(__file__).with_name("secure_example.pem")


def test_a_page_comes_with_its_last_address_and_its_content_type(web, opened):
    web.put("/new.html", "正文", Content_Type="text/html; charset=gbk")
    web.put("/old.html", status=301, Location="new.html?页=1")
    web.put("/new.html?%E9%A1%B5=1", "正文", Content_Type="text/html; charset=gbk")
    source = opened().page(f"{web.address}/old.html#x")
    assert source.data.decode() == "正文"
    assert source.name == f"{web.address}/old.html#x"
    assert source.address == f"{web.address}/new.html?%E9%A1%B5=1"
    assert source.media_type == "text/html; charset=gbk"


def test_we_say_who_we_are_and_carry_no_cookies(web, opened):
    web.put("/a", "甲", Set_Cookie="id=1; Path=/")
    door = opened()
    door.page(f"{web.address}/a")
    web.put("/b", "乙")
    door.page(f"{web.address}/b")
    for headers in web.asked():
        assert headers["user-agent"].startswith("bulletin-export")
        assert "cookie" not in headers
        assert headers["host"] == web.address.removeprefix("http://")


def test_six_redirects_are_too_many_and_five_are_not(web, opened):
    for n in range(6):
        web.put(f"/{n}", status=302, Location=f"/{n + 1}")
    web.put("/6", "到了")
    assert opened().page(f"{web.address}/1").data.decode() == "到了"
    with pytest.raises(errors.TooManyRedirectsError):
        opened().page(f"{web.address}/0")


def test_a_loop_ends(web, opened):
    web.put("/loop", status=302, Location="/loop")
    with pytest.raises(errors.TooManyRedirectsError):
        opened().page(f"{web.address}/loop")
    assert len(web.asked("/loop")) == 6


@pytest.mark.parametrize("location", ["file:///etc/passwd", "ftp://x/y", "http://user:x@h/"])
def test_a_redirect_out_of_the_web_is_refused(web, opened, location):
    web.put("/a", status=302, Location=location)
    with pytest.raises(errors.InvalidAddressError) as caught:
        opened().page(f"{web.address}/a")
    assert caught.value.address == f"{web.address}/a"


@pytest.fixture
def as_if_public(monkeypatch):
    """Let this machine's own number pass for one of the open Internet."""
    monkeypatch.setattr(connections, "is_public", lambda number: number == "127.0.0.1")


def test_a_redirect_into_a_private_network_is_refused(web, opened, as_if_public):
    port = int(web.address.rpartition(":")[2])
    web.put("/a", status=302, Location=f"http://house.example:{port}/secret")
    numbers = {"public.example": ["127.0.0.1"], "house.example": ["192.168.1.1"]}
    door = opened(lambda host, _: numbers[host], allow_private=False)
    with pytest.raises(errors.PrivateAddressError, match=r"192\.168\.1\.1"):
        door.page(f"http://public.example:{port}/a")
    assert [path for path, _ in web.requests] == ["/robots.txt", "/a"]
    assert web.asked("/a")[0]["host"] == f"public.example:{port}"


def test_a_secure_host_is_asked_for_by_its_name_at_the_number_that_was_checked(opened):
    hello = []
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def listen():
            talk, _ = listening.accept()
            hello.append(talk.recv(4096))
            talk.close()

        thread = Thread(target=listen)
        thread.start()
        address = f"https://secure.example:{listening.getsockname()[1]}/a"
        with pytest.raises(errors.UnreachableError):
            opened(lambda *_: ["127.0.0.1"]).page(address)
        thread.join()
    assert b"secure.example" in hello[0]


def test_proxies_of_the_environment_are_not_used(web, opened, monkeypatch):
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:1/")
    web.put("/a", "甲")
    assert opened().page(f"{web.address}/a").data


def test_this_machine_is_refused_without_leave(web, opened):
    with pytest.raises(errors.PrivateAddressError) as caught:
        opened(allow_private=False).page(f"{web.address}/a")
    assert "127.0.0.1" in str(caught.value)
    assert "--allow-private" in caught.value.hint()
    assert not web.requests


@pytest.mark.parametrize(
    "host", ["127.1", "2130706433", "0x7f.0.0.1", "0177.0.0.1", "localhost", "localhost.", "[::1]"]
)
def test_no_way_of_writing_this_machine_gets_round(opened, host):
    with pytest.raises((errors.PrivateAddressError, errors.UnreachableError)):
        opened(allow_private=False).page(f"http://{host}:9/a")


def test_the_address_that_was_checked_is_the_one_connected_to(web, opened, monkeypatch):
    port = int(web.address.rpartition(":")[2])
    answers = [["93.184.216.34"], ["127.0.0.1"], ["127.0.0.1"]]
    connected = []

    def connect(place, seconds):
        connected.append(place)
        raise ConnectionRefusedError

    monkeypatch.setattr(socket, "create_connection", connect)
    door = opened(lambda *_: answers.pop(0), allow_private=False)
    with pytest.raises(errors.UnreachableError):
        door.page(f"http://rebinding.example:{port}/a")
    assert connected == [("93.184.216.34", port)]
    assert len(answers) == 2, "the name was looked up once"
    with pytest.raises(errors.PrivateAddressError):
        door.page(f"http://rebinding.example:{port}/a")
    assert not web.requests


def test_a_name_of_which_one_number_is_private_is_met_at_the_other(opened, monkeypatch):
    connected = []

    def connect(place, seconds):
        connected.append(place[0])
        raise ConnectionRefusedError

    monkeypatch.setattr(socket, "create_connection", connect)
    door = opened(lambda *_: ["10.0.0.1", "93.184.216.34"], allow_private=False)
    with pytest.raises(errors.UnreachableError):
        door.page("http://both.example/a")
    assert connected == ["93.184.216.34"]


@pytest.mark.parametrize(
    ("status", "words"), [(404, "no such page"), (403, "programs"), (451, "programs"), (418, "418")]
)
def test_a_status_that_is_no_success_says_so(web, opened, status, words):
    web.put("/a", "x", status=status)
    with pytest.raises(errors.BadStatusError, match=words) as caught:
        opened().page(f"{web.address}/a")
    assert caught.value.status == status
    assert caught.value.exit_code == 3


def test_a_server_that_fails_is_asked_four_times_with_longer_pauses(web, opened, clock):
    web.put("/a", "x", status=503)
    with pytest.raises(errors.BadStatusError, match="failing"):
        opened(interval=0).page(f"{web.address}/a")
    assert len(web.asked("/a")) == 4
    assert clock.slept == [0.5, 1.0, 2.0]


def test_a_host_that_fails_again_and_again_is_asked_only_once_for_each(web, opened, clock):
    for n in range(5):
        web.put(f"/{n}", "x", status=503)
    door = opened(interval=0)
    for n in range(5):
        with pytest.raises(errors.BadStatusError):
            door.page(f"{web.address}/{n}")
    assert [len(web.asked(f"/{n}")) for n in range(5)] == [4, 4, 4, 1, 1]


def test_a_server_that_asks_for_patience_gets_it(web, opened, clock):
    answers = [(429, {"Retry-After": "7"}, b""), (200, {}, b"ok")]
    web.serve("/a", lambda _: answers.pop(0))
    assert opened(interval=0).page(f"{web.address}/a").data == b"ok"
    assert clock.slept == [7.0]


def test_a_server_that_asks_for_an_hour_does_not_get_it(web, opened, clock):
    web.put("/a", status=429, Retry_After="3600")
    with pytest.raises(errors.BadStatusError, match="wait"):
        opened(interval=0).page(f"{web.address}/a")
    assert clock.slept == []


def test_a_connection_that_breaks_off_is_tried_again(web, opened):
    tries = []

    def cut(handler):
        tries.append(1)
        if len(tries) > 1:
            return 200, {}, b"whole"
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf")
        return None

    web.serve("/a", cut)
    assert opened().page(f"{web.address}/a").data == b"whole"


def test_a_body_shorter_than_it_says_is_no_page(web, opened):
    web.put("/a", "short", Content_Length="5000")
    web.serve(
        "/b", lambda h: h.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nx") and None
    )
    with pytest.raises(errors.UnreachableError, match="cut off"):
        opened().page(f"{web.address}/b")


def test_a_body_longer_than_it_says_does_not_answer_the_next_question(web, opened):
    web.serve(
        "/a",
        lambda h: h.wfile.write(
            b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabcHTTP/1.1 200 OK\r\n"
            b"Content-Length: 4\r\n\r\nevil"
        ) and None,
    )  # fmt: skip
    web.put("/b", "good")
    door = opened()
    assert door.page(f"{web.address}/a").data == b"abc"
    assert door.page(f"{web.address}/b").data == b"good"


def test_a_silent_server_is_given_up(web, opened):
    web.serve("/a", lambda _: time.sleep(2))
    started = time.perf_counter()
    with pytest.raises(errors.UnreachableError, match=r"0\.3 seconds"):
        opened(timeout=0.3).page(f"{web.address}/a")
    assert time.perf_counter() - started < 1.5


def test_a_server_that_dribbles_its_head_is_given_up(web, opened):
    def dribble(handler):
        for byte in b"HTTP/1.1 200 OK\r\nX-A: " + b"a" * 30:
            handler.wfile.write(bytes((byte,)))
            time.sleep(0.05)

    web.serve("/a", dribble)
    started = time.perf_counter()
    with pytest.raises(errors.UnreachableError, match="seconds"):
        opened(timeout=0.3).page(f"{web.address}/a")
    assert time.perf_counter() - started < 1.5


@pytest.mark.parametrize("head", [b"Content-Length: 1000", b"Transfer-Encoding: chunked", b"A: b"])
def test_a_server_that_dribbles_its_body_is_given_up(web, opened, head):
    def dribble(handler):
        handler.wfile.write(b"HTTP/1.1 200 OK\r\n" + head + b"\r\n\r\n")
        for _ in range(60):
            handler.wfile.write(b"1")
            time.sleep(0.05)

    web.serve("/a", dribble)
    started = time.perf_counter()
    with pytest.raises(errors.UnreachableError, match="seconds"):
        opened(timeout=0.1).page(f"{web.address}/a")
    assert time.perf_counter() - started < 2


def test_a_host_that_was_silent_thrice_is_left_alone_for_a_minute(web, opened, clock):
    web.serve("/a", lambda _: time.sleep(0.5))
    web.put("/b", "乙")
    door = opened(timeout=0.25, ignore_robots=True)
    for _ in range(5):
        with pytest.raises(errors.UnreachableError, match="seconds"):
            door.page(f"{web.address}/a")
    assert len(web.asked()) == 3
    clock.seconds += 60
    assert door.page(f"{web.address}/b").data


def test_what_is_not_there_says_what_is_wrong(opened, monkeypatch):
    def nobody(*_):
        raise socket.gaierror

    with pytest.raises(errors.UnreachableError, match="no host nowhere"):
        opened(nobody).page("http://nowhere.example/a")
    with pytest.raises(errors.UnreachableError, match="refused"):
        opened().page("http://127.0.0.1:1/a")


def test_what_is_no_http_says_so(web, opened):
    web.serve("/a", lambda h: h.wfile.write(b"SSH-2.0-OpenSSH\r\n\r\n") and None)
    with pytest.raises(errors.UnreachableError, match="no HTTP"):
        opened().page(f"{web.address}/a")


def test_a_server_without_a_certificate_does_not_pass_for_a_safe_one(web, opened):
    address = web.address.replace("http:", "https:")
    with pytest.raises(errors.UnreachableError, match="prove"):
        opened().page(f"{address}/a")


@pytest.fixture
def small(monkeypatch):
    monkeypatch.setattr(door_module, "_PAGE", client_module.Wanted("*/*", 10_000))


def test_a_page_that_says_it_is_too_large_is_not_taken(web, opened, small):
    web.put("/a", "x" * 10_001)
    with pytest.raises(errors.TooMuchContentError, match="10000"):
        opened().page(f"{web.address}/a")


def test_a_page_that_does_not_say_it_is_too_large_is_not_taken_either(web, opened, small):
    def endless(handler):
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
        while True:
            handler.wfile.write(b"1000\r\n" + b"x" * 0x1000 + b"\r\n")

    web.serve("/a", endless)
    with pytest.raises(errors.TooMuchContentError):
        opened().page(f"{web.address}/a")


def test_a_bomb_is_not_unpacked(web, opened, small):
    web.put("/a", gzip.compress(bytes(5_000_000)), Content_Encoding="gzip")
    with pytest.raises(errors.TooMuchContentError):
        opened().page(f"{web.address}/a")


@pytest.mark.parametrize("coding", ["gzip", "deflate", "bare", "twice", "identity"])
def test_packed_pages_are_unpacked(web, opened, coding):
    text = "正文".encode() * 50
    bare = zlib.compressobj(wbits=-15)
    packed = {
        "gzip": ("gzip", gzip.compress(text)),
        "deflate": ("deflate", zlib.compress(text)),
        "bare": ("deflate", bare.compress(text) + bare.flush()),
        "twice": ("deflate, gzip", gzip.compress(zlib.compress(text))),
        "identity": ("identity", text),
    }
    name, body = packed[coding]
    web.put("/a", body, Content_Encoding=name)
    assert opened().page(f"{web.address}/a").data == text


@pytest.mark.parametrize(
    ("coding", "body"),
    [
        ("gzip", b"plain"),
        ("gzip," * 4, b"x"),
        ("br", b"x"),
        ("gzip", gzip.compress(b"x" * 999, mtime=0)[:-20]),
    ],
)
def test_damaged_packing_says_so(web, opened, coding, body):
    web.put("/a", body, Content_Encoding=coding)
    with pytest.raises(errors.UnreachableError, match="compression"):
        opened().page(f"{web.address}/a")


@pytest.mark.parametrize(
    "kind", ["image/png", "video/mp4", "application/pdf", "application/msword"]
)
def test_what_is_neither_page_nor_list_is_not_taken(web, opened, kind):
    web.put("/a", b"x", Content_Type=kind)
    with pytest.raises(errors.WrongContentError, match=kind):
        opened().page(f"{web.address}/a")


def test_robots_are_heeded_and_asked_for_once(web, opened):
    web.put("/robots.txt", "User-agent: *\nDisallow: /secret/\nCrawl-delay: 2")
    web.put("/a", "甲"), web.put("/b", "乙"), web.put("/secret/c", "丙")
    door = opened()
    door.page(f"{web.address}/a"), door.page(f"{web.address}/b")
    with pytest.raises(errors.RobotsRefusedError) as caught:
        door.page(f"{web.address}/secret/c")
    assert "--ignore-robots" in caught.value.hint()
    assert [path for path, _ in web.requests] == ["/robots.txt", "/a", "/b"]
    assert opened(ignore_robots=True).page(f"{web.address}/secret/c").data.decode() == "丙"


def test_a_redirect_does_not_lead_where_robots_forbid(web, opened):
    web.put("/robots.txt", "User-agent: bulletin-export\nDisallow: /secret")
    web.put("/a", status=302, Location="/secret")
    with pytest.raises(errors.RobotsRefusedError):
        opened().page(f"{web.address}/a")


def test_a_site_that_cannot_say_its_rules_is_left_alone(web, opened):
    web.put("/robots.txt", "x", status=500)
    web.put("/a", "甲")
    with pytest.raises(errors.RobotsRefusedError, match="could not be had"):
        opened().page(f"{web.address}/a")


def test_rules_in_a_loop_are_none(web, opened):
    web.put("/robots.txt", status=302, Location="/robots.txt")
    web.put("/a", "甲")
    assert opened().page(f"{web.address}/a").data


def test_pictures_come_together_each_once_and_say_whose_they_are(web, opened):
    web.put("/a.png", picture()), web.put("/b.png", picture(colour="blue"))
    addresses = [f"{web.address}/{name}" for name in ("a.png", "b.png", "a.png", "gone.png")]
    got = opened().pictures(addresses, f"{web.address}/页.html#top")
    assert got[addresses[0]] == picture()
    assert isinstance(got[addresses[3]], errors.BadStatusError)
    assert len(web.asked("/a.png")) == 1
    assert web.asked("/b.png")[0]["referer"] == f"{web.address}/%E9%A1%B5.html"


def test_pictures_are_fetched_side_by_side(web, opened):
    for n in range(6):
        web.serve(f"/{n}.png", lambda _: time.sleep(0.2) or (200, {}, picture()))
    started = time.perf_counter()
    opened(interval=0).pictures([f"{web.address}/{n}.png" for n in range(6)])
    assert time.perf_counter() - started < 0.9


def test_an_article_gets_no_more_pictures_than_is_good_for_it(web, opened, monkeypatch):
    monkeypatch.setattr(door_module, "ARTICLE_LIMIT", 100)
    monkeypatch.setattr(door_module, "ARTICLE_PICTURES", 3)
    for n in range(4):
        web.put(f"/{n}.png", b"x" * 60)
    addresses = [f"{web.address}/{n}.png" for n in range(4)]
    got = opened().pictures(addresses)
    assert got[addresses[0]] == b"x" * 60
    assert all(isinstance(got[one], errors.TooMuchContentError) for one in addresses[1:])


def test_between_two_requests_to_a_host_there_is_time(web, opened, clock):
    for name in "abc":
        web.put(f"/{name}", name)
    door = opened(interval=0.5, ignore_robots=True)
    for name in "abc":
        door.page(f"{web.address}/{name}")
    assert clock.slept == [0.5, 0.5]


def test_the_wish_of_a_site_for_slowness_is_granted(web, opened, clock):
    web.put("/robots.txt", "User-agent: *\nCrawl-delay: 3")
    web.put("/a", "a"), web.put("/b", "b")
    door = opened()
    door.page(f"{web.address}/a"), door.page(f"{web.address}/b")
    assert clock.slept[-1] == pytest.approx(3)


def test_a_second_run_asks_nothing_new(web, opened):
    web.put("/a.html", page("题", "文"))
    web.put("/old", status=301, Location="/a.html")
    web.put("/p.png", picture())

    def run():
        door = opened()
        door.pictures([f"{web.address}/p.png", f"{web.address}/gone.png"])
        return door.page(f"{web.address}/old")

    first = run()
    count = len(web.requests)
    assert run() == first
    assert len(web.requests) == count


def test_what_has_gone_stale_is_asked_for_by_its_mark(web, opened, clock):
    def tagged(handler):
        if handler.headers.get("If-None-Match") == '"1"':
            return 304, {"ETag": '"1"'}, b""
        return 200, {"ETag": '"1"', "Cache-Control": "no-cache", "Content-Type": "text/html"}, b"x"

    web.serve("/a", tagged)
    first = opened().page(f"{web.address}/a")
    again = opened().page(f"{web.address}/a")
    # The second in which it was asked for may be another.
    assert (again.data, again.media_type) == (first.data, first.media_type)
    assert [h.get("if-none-match") for h in web.asked("/a")] == [None, '"1"']


def test_after_a_while_the_date_is_asked_about(web, opened, clock):
    date = "Tue, 14 Nov 2023 22:00:00 GMT"
    web.put("/a", "甲", Last_Modified=date)
    opened().page(f"{web.address}/a")
    clock.seconds += 2 * 86_400
    web.put("/a", "乙", Last_Modified=date)
    assert opened().page(f"{web.address}/a").data.decode() == "乙"
    assert web.asked("/a")[1]["if-modified-since"] == date


def test_what_must_not_be_kept_is_not(web, opened):
    web.put("/a", "甲", Cache_Control="no-store")
    opened().page(f"{web.address}/a")
    opened().page(f"{web.address}/a")
    assert len(web.asked("/a")) == 2


def test_what_was_kept_with_leave_is_not_given_without(web, opened):
    web.put("/a", "甲")
    opened().page(f"{web.address}/a")
    with pytest.raises(errors.PrivateAddressError):
        opened(allow_private=False).page(f"{web.address}/a")


@pytest.mark.parametrize("fault", ["file", "damaged"])
def test_a_cache_that_cannot_be_used_costs_a_remark_only(web, opened, tmp_path, fault):
    folder = tmp_path / "kept"
    if fault == "file":
        folder.write_text("in the way")
    else:
        folder.mkdir()
        (folder / "answers.sqlite").write_bytes(b"damaged" * 1000)
    web.put("/a", "甲")
    door = opened(cache=str(folder))
    assert door.page(f"{web.address}/a").data.decode() == "甲"
    assert [one.code for one in door.noticed()] == ["cache-unusable"]
    assert door.noticed() == ()


@pytest.fixture
def secure(web):
    """Serve the web with a certificate for ``secure.example``, and return its port."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATE)
    plain = int(web.address.rpartition(":")[2])
    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = Thread(target=relay, args=(listening, context, plain), daemon=True)
        thread.start()
        yield listening.getsockname()[1]
        listening.shutdown(socket.SHUT_RDWR)
    thread.join()


def relay(listening, context, port):
    """Hand each request that comes safely on to the web, and its answer back."""
    while True:
        try:
            talk, _ = listening.accept()
        except OSError:
            return
        with talk, suppress(OSError), context.wrap_socket(talk, server_side=True) as safe:
            request = safe.recv(65536).replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n")
            with socket.create_connection(("127.0.0.1", port)) as further:
                further.sendall(request)
                while data := further.recv(65536):
                    safe.sendall(data)


def test_the_name_is_proved_though_the_number_is_connected_to(web, opened, secure, monkeypatch):
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    web.put("/a", "甲", Connection="close")
    web.put("/robots.txt", "", Connection="close")
    door = opened(lambda *_: ["127.0.0.1"])
    assert door.page(f"https://secure.example:{secure}/a").data.decode() == "甲"
    assert web.asked("/a")[0]["host"] == f"secure.example:{secure}"
    with pytest.raises(errors.UnreachableError, match="prove"):
        door.page(f"https://other.example:{secure}/a")


def test_a_certificate_that_nobody_trusts_proves_nothing(web, opened, secure, monkeypatch):
    monkeypatch.delenv("SSL_CERT_FILE", raising=False)
    with pytest.raises(errors.UnreachableError, match="prove") as caught:
        opened(lambda *_: ["127.0.0.1"]).page(f"https://secure.example:{secure}/a")
    assert "证明身份" in caught.value.sentence("zh")
    assert not web.requests
