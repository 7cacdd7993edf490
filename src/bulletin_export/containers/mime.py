"""MIME messages taken apart (RFC 2045 to 2047, 2557): headers, parts, transfer encodings.

The library's parser recurses, copies line by line and needs several times the message in
memory; saved pages are large and often damaged, so their boundaries are found by searching.
"""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterator
from email.errors import HeaderParseError
from email.header import decode_header, make_header

import msgspec

from bulletin_export.patterns import lazy_pattern

_BLANK_LINE = lazy_pattern(rb"\r?\n[ \t]*\r?\n|\r\r")
_FOLD = lazy_pattern(r"[\r\n]+[ \t]+")
_FIELD = lazy_pattern(r"^([A-Za-z][\w-]*)[ \t]*:[ \t]*([^\r\n]*)", re.MULTILINE)
_PARAMETER = lazy_pattern(r';\s*([\w-]+)\*?\s*=\s*(?:"([^"]*)"|([^\s;]*))')
_GUESSED_BOUNDARY = lazy_pattern(
    rb"^(--\S[^\r\n]{0,80}?)[ \t]*\r?\n(?=content-)", re.IGNORECASE | re.MULTILINE
)
_NOT_BASE64 = lazy_pattern(rb"[^A-Za-z0-9+/]+")
_LONGEST_HEAD = 65_536
#: Multiparts inside each other; browsers make one, mail programs two or three.
_DEPTH = 8


class Entity(msgspec.Struct, frozen=True):
    """One part: its header fields, names in lower case, and its body as it travels."""

    fields: dict[str, str]
    body: bytes

    @property
    def media_type(self) -> str:
        """The media type in lower case, without parameters; ``text/plain`` if none is given."""
        given = self.fields.get("content-type", "")
        return given.partition(";")[0].strip().lower() or "text/plain"

    def parameter(self, name: str) -> str:
        """Return the parameter *name* of the content type, or nothing."""
        for key, quoted, bare in _PARAMETER.findall(self.fields.get("content-type", "")):
            if key.lower() == name:
                return str(quoted or bare)
        return ""

    @property
    def address(self) -> str:
        """The Content-Location; blanks in it come from folding."""
        return "".join(self.fields.get("content-location", "").split())

    @property
    def identifier(self) -> str:
        """The Content-ID without its brackets."""
        return self.fields.get("content-id", "").strip().strip("<>")

    def decoded(self) -> bytes:
        """Return the body as it was before it travelled; damage costs its own place only."""
        match self.fields.get("content-transfer-encoding", "").strip().lower():
            case "base64":
                return _from_base64(self.body)
            case "quoted-printable":
                return binascii.a2b_qp(self.body)
            case _:
                return self.body


def entity(data: bytes) -> Entity:
    """Return *data* divided into header fields and body."""
    data = data.lstrip(b"\r\n")
    end = _BLANK_LINE.search(data, 0, _LONGEST_HEAD)
    head, body = (data[: end.start()], data[end.end() :]) if end else (data, b"")
    text = _FOLD.sub(" ", head.decode("utf-8", "replace"))
    fields: dict[str, str] = {}
    for name, value in _FIELD.findall(text):
        fields.setdefault(name.lower(), _plain(value.strip()))
    return Entity(fields, body)


def leaves(message: Entity) -> Iterator[Entity]:
    """Yield the parts of *message* that are no multiparts, in order; itself if it has none."""
    waiting = [(message, 0)]
    while waiting:
        one, depth = waiting.pop()
        is_nested = one.media_type.startswith("multipart/") and depth < _DEPTH
        if one.media_type == "message/rfc822" and depth < _DEPTH:
            waiting.append((entity(one.body), depth + 1))
        elif is_nested:
            waiting.extend((part, depth + 1) for part in reversed([*_parts(one)]))
        else:
            yield one


def _parts(message: Entity) -> Iterator[Entity]:
    """Yield the parts between the boundaries of *message*; the last may be cut off."""
    body = message.body
    given = message.parameter("boundary").encode("utf-8", "replace")
    mark = b"--" + given
    if not given or mark not in body:
        guess = _GUESSED_BOUNDARY.search(body)
        if guess is None:
            return
        mark = guess[1]
    line = re.compile(rb"(?:^|\r?\n|\r)" + re.escape(mark) + rb"(--)?[ \t]*(?=\r|\n|$)")
    start = None
    for match in line.finditer(body):
        if start is not None:
            yield entity(body[start : match.start()])
        start = None if match[1] else match.end()
        if match[1]:
            break
    if start is not None:
        yield entity(body[start:])


def _plain(value: str) -> str:
    if "=?" not in value:
        return value
    try:
        return str(make_header(decode_header(value)))
    except (HeaderParseError, LookupError, UnicodeError, ValueError):
        return value


def _from_base64(body: bytes) -> bytes:
    digits = _NOT_BASE64.sub(b"", body)
    digits = digits[: len(digits) - (len(digits) % 4 == 1)]
    return binascii.a2b_base64(digits + b"=" * (-len(digits) % 4))
