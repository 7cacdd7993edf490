"""What is done to an article after it was read: completed, cleaned, given its pictures."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from bulletin_export.cleaning_choice import DEFAULT, NONE
from bulletin_export.reading.settings import ReadSettings
from bulletin_export.sources import Fetch, Web
from bulletin_export.transforms.base import Transform, Transformed

#: Gives the article at an address; raises ReadError.
Page = Callable[[str], Transformed]


def finishing(
    fetch: Fetch, settings: ReadSettings, web: Web | None, page: Page, *, is_model: bool
) -> tuple[Transform, ...]:
    """Return all that is done to an article, in order.

    *page* gives what the article leads to. An article *is_model* when it comes from our own
    JSON form: it was cleaned when it was made, or is meant as it is.
    """
    from bulletin_export.transforms.media import gather_media

    gathering = partial(gather_media, fetch=fetch, web=web)
    if is_model:
        return (*_cleaning(NONE, settings.conversion), gathering)
    cleaning = _cleaning(settings.cleaning or DEFAULT, settings.conversion)
    return (*_following(settings, web, page), *cleaning, gathering)


def _following(settings: ReadSettings, web: Web | None, page: Page) -> tuple[Transform, ...]:
    """Return what adds to an article what it leads to, as far as that is allowed."""
    if web is None and not settings.follow_pages:
        return ()
    from bulletin_export.transforms.following import complete, join_pages

    completing = (partial(complete, page=page),) if web else ()
    joining = (partial(join_pages, page=page),) if settings.follow_pages else ()
    return (*completing, *joining)


def _cleaning(choice: str, script: str) -> tuple[Transform, ...]:
    """Return what cleans by the rules in *choice* and converts to another *script*, if any."""
    if choice == NONE and not script:
        return ()
    from bulletin_export.transforms.clean import chosen, clean

    if not script:
        return (partial(clean, rules=chosen(choice)),)
    from bulletin_export.transforms.script import conversion, tagged

    # One rule more, not a transform of its own: its changes count the same blocks.
    rules = (*chosen(choice), conversion(script))
    return (partial(clean, rules=rules), partial(tagged, conversion=script))
