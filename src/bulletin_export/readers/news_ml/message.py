"""What one NewsML message holds, of either generation."""

from __future__ import annotations

import msgspec

from bulletin_export.diagnostics import Diagnostic
from bulletin_export.extraction.news.story import Story
from bulletin_export.model.listing import Entry


class Message(msgspec.Struct):
    """Stories in the order of the message; ``packages`` are items that only name others."""

    form: str
    title: str = ""
    stories: list[Story] = msgspec.field(default_factory=list)
    packages: list[Entry] = msgspec.field(default_factory=list)
    remarks: list[Diagnostic] = msgspec.field(default_factory=list)
