"""MIME messages taken apart (RFC 2045 to 2047, 2557): headers, parts, transfer encodings.

The library's parser recurses, copies line by line and needs several times the message in
memory; saved pages are large and often damaged, so their boundaries are found by searching.
"""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterator
from email.errors import MessageError
from email.header import decode_header, make_header
from itertools import islice

import msgspec

from bulletin_export.limits import COUNT_LIMIT
from bulletin_export.patterns import lazy_pattern

_BLANK_LINE = lazy_pattern(rb"\r?\n[ \t]*\r?\n|\r\r")
_LINE_ENDS = lazy_pattern(rb"[\r\n]+")
_FOLD = lazy_pattern(r"[\r\n]+[ \t]+")
_FIELD = lazy_pattern(r"^([A-Za-z][\w-]*)[ \t]*:[ \t]*([^\r\n]*)", re.MULTILINE)
_MEDIA_TYPE = lazy_pattern(r"\s*[\w.+-]+/[\w.+-]+")
_PARAMETER = lazy_pattern(r'[;\s]\s*([\w-]+)\*?\s*=\s*(?:"([^"]*)"|([^\s;]*))')
_GUESSED_BOUNDARY = lazy_pattern(
    rb"^(--\S[^\r\n]{0,80}?)[ \t]*\r?\n(?=content-)", re.IGNORECASE | re.MULTILINE
)
_NOT_BASE64 = lazy_pattern(rb"[^A-Za-z0-9+/]+")
_LONGEST_HEAD = 65_536
#: Multiparts inside each other; browsers make one, mail programs two or three.
_DEPTH = 8


class Entity(msgspec.Struct, frozen=True):
    """One part: its header fields, names in lower case, and where its body stands in *data*.

    Bodies are not cut out before somebody wants one: messages are large, parts many.
    """

    fields: dict[str, str]
    data: bytes
    start: int
    end: int

    @property
    def media_type(self) -> str:
        """The media type in lower case, without parameters; ``text/plain`` if none is given."""
        given = _MEDIA_TYPE.match(self.fields.get("content-type", ""))
        return given[0].strip().lower() if given else "text/plain"

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
        body = self.data[self.start : self.end]
        match self.fields.get("content-transfer-encoding", "").strip().lower():
            case "base64":
                return _from_base64(body)
            case "quoted-printable":
                return binascii.a2b_qp(body)
            case _:
                return body


def entity(data: bytes, start: int = 0, end: int | None = None) -> Entity:
    """Return what stands in *data* from *start* to *end*, divided into header fields and body."""
    end = len(data) if end is None else end
    empty_lines = _LINE_ENDS.match(data, start, end)
    start = empty_lines.end() if empty_lines else start
    limit = min(end, start + _LONGEST_HEAD)
    blank = _BLANK_LINE.search(data, start, limit)
    head = data[start : blank.start() if blank else limit]
    text = _FOLD.sub(" ", head.decode("utf-8", "replace"))
    fields: dict[str, str] = {}
    for name, value in _FIELD.findall(text):
        fields.setdefault(name.lower(), _plain(value.strip()))
    return Entity(fields, data, blank.end() if blank else limit, end)


def leaves(message: Entity) -> Iterator[Entity]:
    """Yield the parts of *message* that are no multiparts, in order; itself if it has none."""
    waiting = [(message, 0)]
    while waiting:
        one, depth = waiting.pop()
        is_nested = one.media_type.startswith("multipart/") and depth < _DEPTH
        if one.media_type == "message/rfc822" and depth < _DEPTH:
            waiting.append((entity(one.data, one.start, one.end), depth + 1))
        elif is_nested:
            waiting.extend(
                (part, depth + 1) for part in reversed([*islice(_parts(one), COUNT_LIMIT)])
            )
        else:
            yield one


def _parts(message: Entity) -> Iterator[Entity]:
    """Yield the parts between the boundaries of *message*; the last may be cut off."""
    given = message.parameter("boundary").encode("utf-8", "replace")
    mark = b"--" + given
    if not given or message.data.find(mark, message.start, message.end) < 0:
        guess = _GUESSED_BOUNDARY.search(message.data, message.start, message.end)
        if guess is None:
            return
        mark = guess[1]
    start = None
    for before, after, is_last in _boundaries(message, mark):
        if start is not None:
            yield entity(message.data, start, before)
        start = None if is_last else after
        if is_last:
            break
    if start is not None:
        yield entity(message.data, start, message.end)


def _boundaries(message: Entity, mark: bytes) -> Iterator[tuple[int, int, bool]]:
    """Yield where each line of nothing but *mark* begins and ends, and whether it is the last.

    The line end before belongs to it (RFC 2046, 5.1.1).
    """
    data, first = message.data, message.start
    at = data.find(mark, first, message.end)
    while at >= 0:
        end = at + len(mark)
        is_last = data[end : end + 2] == b"--"
        rest = data[end + 2 * is_last : end + 2 * is_last + 80].lstrip(b" \t")
        if (at == first or data[at - 1] in b"\r\n") and rest[:1] in (b"\r", b"\n", b""):
            line_end = 2 if data[at - 2 : at] == b"\r\n" else 1
            yield max(at - line_end, first), end + 2 * is_last, is_last
        at = data.find(mark, end, message.end)


def _plain(value: str) -> str:
    if "=?" not in value:
        return value
    try:
        return str(make_header(decode_header(value)))
    except (MessageError, LookupError, UnicodeError, ValueError):
        return value


def _from_base64(body: bytes) -> bytes:
    try:
        return binascii.a2b_base64(body)
    except binascii.Error:  # It was cut off, or something strange stands in it.
        digits = _NOT_BASE64.sub(b"", body)
        digits = digits[: len(digits) - (len(digits) % 4 == 1)]
        return binascii.a2b_base64(digits + b"=" * (-len(digits) % 4))
