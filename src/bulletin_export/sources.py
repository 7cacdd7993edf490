"""Sources: bytes, and what is known of them before anybody reads them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The bytes of one input.

    ``name`` is what people call it in messages (a path, ``-``, an address);
    ``media_type`` is empty when nobody said; ``address`` is the base for links.
    """

    data: bytes
    name: str = "-"
    media_type: str = ""
    address: str = ""


#: Gives the bytes behind a picture's address, as written on the page.
#: Raises `ReadError` when it cannot or may not.
Fetch = Callable[[str], bytes]
