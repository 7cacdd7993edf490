"""A small web on this machine, for tests: pages by path, faults on purpose, every request noted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from threading import Thread

from PIL import Image

Answer = tuple[int, dict[str, str], bytes]
Page = Answer | Callable[[BaseHTTPRequestHandler], Answer | None]


class Web:
    """Serves ``pages``; what is not there is 404. ``requests`` lists path and headers of each."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.pages: dict[str, Page] = {}
        self.requests: list[tuple[str, dict[str, str]]] = []

    def put(self, path: str, body: bytes | str = b"", status: int = 200, **headers: str) -> str:
        """Serve *body* at *path*, and return its address."""
        data = body.encode() if isinstance(body, str) else body
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        kind = "text/html; charset=utf-8" if isinstance(body, str) else "application/octet-stream"
        return self.serve(path, (status, {"Content-Type": kind, **named}, data))

    def serve(self, path: str, page: Page) -> str:
        """Serve what *page* answers, and return its address."""
        self.pages[path] = page
        return self.address + path

    def asked(self, path: str = "") -> list[dict[str, str]]:
        """Return the headers of all requests for *path*, or for anything but robots.txt."""
        return [
            headers for one, headers in self.requests
            if (one == path if path else one != "/robots.txt")
        ]  # fmt: skip


@contextmanager
def local_web() -> Iterator[Web]:
    """Serve a small web for as long as the context lasts."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self):
            web.requests.append((self.path, {k.lower(): v for k, v in self.headers.items()}))
            page = web.pages.get(self.path, (404, {}, b"nothing here"))
            answer = page(self) if callable(page) else page
            if answer is None:  # It has spoken for itself.
                self.close_connection = True
                return
            status, headers, body = answer
            self.send_response(status)
            for name, value in {"Content-Length": str(len(body)), **headers}.items():
                self.send_header(name, value.encode().decode("latin-1"))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    class Server(ThreadingHTTPServer):
        daemon_threads = True
        block_on_close = False

        def handle_error(self, *_):  # Clients that go away are part of the play.
            pass

    server = Server(("127.0.0.1", 0), Handler)
    web = Web(f"http://127.0.0.1:{server.server_address[1]}")
    thread = Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield web
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def picture(width: int = 4, height: int = 3, colour: str = "red") -> bytes:
    """Return a PNG."""
    memory = BytesIO()
    Image.new("RGB", (width, height), colour).save(memory, "PNG")
    return memory.getvalue()


def page(title: str, *paragraphs: str, below: str = "") -> str:
    """Return a page with an article of which the words are plain."""
    text = "".join(f"<p>　　{one}</p>" for one in paragraphs)
    return (
        f'<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8"><title>{title}_某报</title>'
        f"</head><body><h1>{title}</h1><p>来源：某报　时间：2021-03-05</p>"
        f"<div>{text}</div>{below}</body></html>"
    )
