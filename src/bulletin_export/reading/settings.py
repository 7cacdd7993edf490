"""What a person may say about reading."""

from __future__ import annotations

import msgspec

from bulletin_export.fetching.settings import FetchSettings
from bulletin_export.sites.rules import SiteRule


class ReadSettings(msgspec.Struct, frozen=True):
    """What a person may say about reading; it goes to every process as it is."""

    #: Name of the encoding of every source; empty to let the bytes speak.
    encoding: str = ""
    #: Which cleaning rules (``default,+S23``); empty for those on by default.
    cleaning: str = ""
    #: Rules for single sites; they beat those that ship with us.
    sites: tuple[SiteRule, ...] = ()
    #: OpenCC's name of a conversion of script (``t2s``); empty for none.
    conversion: str = ""
    #: Whether pictures, next pages and whole articles may be fetched.
    fetch: bool = False
    #: How, where something is fetched.
    fetching: FetchSettings = FetchSettings()
    #: Whether an article goes on with its next pages.
    follow_pages: bool = False
    #: Whether the bytes of the source stay with its articles.
    keep_source: bool = False
    #: How many of the places that a list names are taken; all, if not said.
    at_most: int | None = None


#: Nothing was said.
PLAIN = ReadSettings()
