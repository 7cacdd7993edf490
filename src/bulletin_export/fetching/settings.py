"""What may be said about fetching, and the limits nobody changes."""

from __future__ import annotations

import msgspec

#: Bytes of one page, feed or sitemap, as sent and when unpacked.
PAGE_LIMIT = 64 * 2**20
#: Bytes of one picture.
PICTURE_LIMIT = 20 * 2**20
#: What all the pictures of one article may need together, and how many there may be.
ARTICLE_LIMIT = 50 * 2**20
ARTICLE_PICTURES = 200
#: A longer way is a loop (RFC 9110 §15.4 asks for a limit).
REDIRECTS = 5
#: Connections at once.
PARALLEL = 6
#: Tries after the first, when it may be better the next time.
RETRIES = 3


class FetchSettings(msgspec.Struct, frozen=True):
    """What a person may say about fetching; it goes to every process as it is."""

    #: Fetch what ``robots.txt`` asks programs to leave alone.
    ignore_robots: bool = False
    #: Fetch from this machine and from private networks too.
    allow_private: bool = False
    #: Folder to keep answers in; empty for the one the system has for such things.
    cache: str = ""
    #: Seconds without a byte, before a connection is given up; an answer has five times as long.
    timeout: float = 20.0
    #: Seconds between two requests to the same host.
    interval: float = 0.2
