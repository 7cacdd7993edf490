"""What is printed about a link beside its words."""

from __future__ import annotations

from bulletin_export.model.nodes import Link
from bulletin_export.model.text import plain_text

_MAIL = "mailto:"


def printed_address(link: Link) -> str:
    """Return where *link* leads, in brackets, as paper has to say it: ``（https://…）``.

    Nothing if its words say so already, or if it leads to a place in its own page.
    """
    address = link.target.removeprefix(_MAIL)
    if "://" not in address and not link.target.startswith(_MAIL):
        return ""
    return "" if _bare(address) in plain_text(link.children) else f"（{address}）"


def _bare(address: str) -> str:
    return address.partition("://")[2].rstrip("/") or address
