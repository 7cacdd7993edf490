"""Saved pages in one file, as browsers and crawlers write them: builders for tests."""

from __future__ import annotations

import base64
import gzip
import io
import plistlib
import quopri
import zipfile

from PIL import Image

TITLE = "河湾镇召开春季防汛工作会议"
SENTENCES = (
    "三月九日，河湾镇召开春季防汛工作会议，总结去年防汛经验，部署今年各项任务。",
    "会议要求，各村要在月底前完成堤防巡查，备足沙袋、编织布和照明设备，明确专人值守。",
    "镇水利站负责人表示，今年新装的十二处水位计已经全部联网，数据每五分钟更新一次。",
)


def picture(colour: str = "red", size: int = 120) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (size, size), colour).save(file, "PNG")
    return file.getvalue()


def page(image: str = "", title: str = TITLE, charset: str = "utf-8", head: str = "") -> str:
    shown = f'<p><img src="{image}" alt="会场"></p>' if image else ""
    body = "".join(f"<p>{one}</p>" for one in SENTENCES)
    return (
        f'<!DOCTYPE html><html><head><meta charset="{charset}">{head}<title>{title}</title></head>'
        f"<body><h1>{title}</h1><div>来源：河湾日报 2021-03-09 10:30</div>"
        f'<div class="article-content">{body}{shown}</div></body></html>'
    )


def encoded(data: bytes, encoding: str) -> bytes:
    match encoding:
        case "base64":
            return base64.encodebytes(data).replace(b"\n", b"\r\n")
        case "quoted-printable":
            return quopri.encodestring(data).replace(b"\n", b"\r\n")
        case _:
            return data


def part(data: bytes | str, kind: str, encoding: str = "quoted-printable", **fields: str) -> bytes:
    """One MIME part; field names are written with _ for -."""
    raw = data.encode() if isinstance(data, str) else data
    lines = [f"Content-Type: {kind}", f"Content-Transfer-Encoding: {encoding}"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in fields.items()]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + encoded(raw, encoding)


def mhtml(
    *parts: bytes, boundary: str = "----=_Part_1", head: str = "", extra: str = "", end: bool = True
) -> bytes:
    lines = [
        "From: <Saved by Blink>",
        *([head] if head else []),
        "Subject: =?utf-8?Q?=E6=B2=B3=E6=B9=BE?=",
        "MIME-Version: 1.0",
        f'Content-Type: multipart/related;\r\n\ttype="text/html";{extra}\r\n\tboundary="{boundary}"',
    ]
    mark = b"\r\n--" + boundary.encode()
    body = b"".join(mark + b"\r\n" + one for one in parts)
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body + (mark + b"--\r\n" if end else b"")


def http(
    body: bytes, kind: str = "text/html; charset=utf-8", status: str = "200 OK", *fields: str
) -> bytes:
    lines = [f"HTTP/1.1 {status}", f"Content-Type: {kind}", *fields]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def record(
    block: bytes,
    address: str = "",
    kind: str = "response",
    date: str = "2021-03-09T02:30:00Z",
    media_type: str = "application/http; msgtype=response",
    length: int | None = None,
) -> bytes:
    lines = [
        "WARC/1.0",
        f"WARC-Type: {kind}",
        f"WARC-Date: {date}",
        "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>",
        *([f"WARC-Target-URI: {address}"] if address else []),
        f"Content-Type: {media_type}",
        f"Content-Length: {len(block) if length is None else length}",
    ]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + block + b"\r\n\r\n"


def warc(*records: bytes, packed: bool = False) -> bytes:
    info = record(b"software: tests\r\n", "", "warcinfo", media_type="application/warc-fields")
    every = (info, *records)
    return b"".join(gzip.compress(one, mtime=0) if packed else one for one in every)


def zipped(*entries: tuple[str, bytes | str], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, data in entries:
            archive.writestr(zipfile.ZipInfo(name), data, method)
    return file.getvalue()


def webarchive(html: bytes, address: str, encoding: str, pictures: dict[str, bytes]) -> bytes:
    main = {
        "WebResourceData": html,
        "WebResourceMIMEType": "text/html",
        "WebResourceTextEncodingName": encoding,
        "WebResourceURL": address,
        "WebResourceFrameName": "",
    }
    others = [
        {"WebResourceData": data, "WebResourceMIMEType": "image/png", "WebResourceURL": place}
        for place, data in pictures.items()
    ]
    archive = {"WebMainResource": main, "WebSubresources": others}
    return plistlib.dumps(archive, fmt=plistlib.FMT_BINARY)
