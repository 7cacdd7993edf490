"""Containers made to harm: a clear error or what is readable, in 2 seconds and 200 MB."""

import plistlib
import struct
import zlib

import pytest

from saved_forms import http, mhtml, page, part, picture, record, warc, zipped
from watched import watched

SECONDS, MEGABYTES = 2, 200
GIGABYTE = 1 << 30


def packed(head: bytes, size: int, *, wbits: int = 31) -> bytes:
    """Return *head* and *size* zeros, deflated; the sum at the end is wrong, if anybody asks."""
    packer = zlib.compressobj(9, wbits=wbits)
    start = packer.compress(head) + packer.flush(zlib.Z_FULL_FLUSH)
    piece = packer.compress(bytes(1 << 24)) + packer.flush(zlib.Z_FULL_FLUSH)
    return start + piece * (size >> 24) + packer.flush()


def lying_zip() -> bytes:
    """Return an archive whose entry unpacks to 4 GB and claims 1000 bytes."""
    raw = packed(b"<p>", 4 * GIGABYTE, wbits=-15)
    local = struct.pack("<4s5H3L2H", b"PK\3\4", 20, 0, 8, 0, 33, 0, len(raw), 1000, 6, 0)
    central = struct.pack("<4s6H3L5H2L", b"PK\1\2", 20, 20, 0, 8, 0, 33, 0, len(raw), 1000, 6,
                          0, 0, 0, 0, 0, 0)  # fmt: skip
    place = len(local) + 6 + len(raw)
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 1, 1, len(central) + 6, place, 0)
    return local + b"a.html" + raw + central + b"a.html" + end


def nested(depth: int) -> bytes:
    heads = (
        b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n)
        for n in range(depth)
    )
    return b"MIME-Version: 1.0\r\n" + b"".join(heads) + part(page(), "text/html")


def endless_lists() -> bytes:
    """Return a property list of lists inside lists, each ten times the one before."""
    level = ["x"]
    for _ in range(40):
        level = [level] * 10
    main = {"WebResourceData": page().encode(), "WebResourceMIMEType": level}
    return plistlib.dumps(
        {"WebMainResource": main, "WebSubresources": level}, fmt=plistlib.FMT_BINARY
    )


CRAWL = record(http(page().encode()), "http://x.example/a.html")
HOSTILE = {
    "a page of 10 GB": ("a.html.gz", lambda: packed(b"<p>", 10 * GIGABYTE)),
    "many small members": ("a.html.gz", lambda: packed(b"<p>a</p>", 0) * 200_000),
    "a record of 10 GB": ("a.warc.gz", lambda: warc(packed=True) + packed(CRAWL, 10 * GIGABYTE)),
    "no record whole": ("a.warc.gz", lambda: warc(packed=True)[:-9] + b"\x1f\x8b\x08" * 300_000),
    "lengths that lie": ("a.warc", lambda: b"WARC/1.0\r\nContent-Length: 9\r\n\r\n" * 20_000),
    "a length of a terabyte": ("a.warc", lambda: CRAWL.replace(b"Content-Length: ", b"Content-Length: 9999999999") + CRAWL),
    "an entry of 4 GB that claims less": ("a.zip", lying_zip),
    "200,000 entries": ("a.zip", lambda: zipped(("a.html", page())) + b"PK\1\2" * 200_000),
    "20 MB of boundaries": ("a.mht", lambda: mhtml(part(page(), "text/html")) + b"\r\n------=_Part_1" * 1_200_000),
    "100,000 parts": ("a.mht", lambda: mhtml(part(page(), "text/html"), *[b"A: b\r\n\r\nc"] * 100_000)),
    "multiparts without end": ("a.mht", lambda: nested(20_000)),
    "40 MB in one line": ("a.mht", lambda: mhtml(part(page(), "text/html"), b"Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\n" + b"A" * 40_000_000)),
    "a header of 20 MB": ("a.mht", lambda: b"MIME-Version: 1.0\r\nX: " + b"a: b\r\n " * 3_000_000),
    "lists inside lists": ("a.webarchive", endless_lists),
    "a list that is itself": ("a.webarchive", lambda: b"bplist00\xa1\x00WebMainResource" + bytes(24) + struct.pack(">5xBBBQQQ", 0, 1, 1, 1, 0, 8)),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_container_does_no_harm(name, tmp_path):
    file, made = HOSTILE[name]
    (tmp_path / file).write_bytes(made())
    code, said, seconds, megabytes = watched(tmp_path, "inspect", "--json", file)
    assert "Traceback" not in said
    assert code in (0, 3), said
    assert code == 0 or "error: " in said
    assert seconds <= SECONDS
    assert megabytes <= MEGABYTES


def test_what_a_hostile_neighbour_leaves_is_read(tmp_path):
    deep = mhtml(part(page("x.png"), "text/html"), part(picture(), "image/png", "base64"))
    (tmp_path / "a.zip").write_bytes(zipped(("a.mht", deep), ("b.mht", nested(100))))
    code, said, *_ = watched(tmp_path, "inspect", "--json", "a.zip")
    assert code == 0
    assert "Traceback" not in said
