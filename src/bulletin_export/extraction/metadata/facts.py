"""What is known of an article, gathered from several witnesses, the best first."""

from __future__ import annotations

import msgspec

from bulletin_export.model.article import Contributor, ContributorRole, Date


class Facts(msgspec.Struct):
    """Findings of one witness: a meta tag, a printed line, a byline."""

    title: str = ""
    source: str = ""
    publisher: str = ""
    date: Date | None = None
    contributors: list[Contributor] = msgspec.field(default_factory=list)
    address: str = ""
    language: str = ""
    section: str = ""
    description: str = ""
    subjects: tuple[str, ...] = ()
    rights: str = ""
    views: int | None = None

    def or_else(self, other: Facts) -> Facts:
        """Return these facts, with gaps filled from *other*."""
        return Facts(
            title=self.title or other.title,
            source=self.source or other.source,
            publisher=self.publisher or other.publisher,
            date=finer(self.date, other.date),
            contributors=_merged(self.contributors, other.contributors),
            address=self.address or other.address,
            language=self.language or other.language,
            section=self.section or other.section,
            description=self.description or other.description,
            subjects=self.subjects or other.subjects,
            rights=self.rights or other.rights,
            views=other.views if self.views is None else self.views,
        )


def finer(first: Date | None, second: Date | None) -> Date | None:
    """Return *first*, or *second* if that tells the same day to the minute and *first* does not."""
    if first is None or second is None:
        return first or second
    same_day = first.value[:10] == second.value[:10]
    return second if same_day and len(first.value) == 10 < len(second.value) else first


def _merged(first: list[Contributor], second: list[Contributor]) -> list[Contributor]:
    """Take each role from the first witness that knows somebody for it."""
    result = list(first)
    roles: set[ContributorRole] = {one.role for one in first}
    result.extend(one for one in second if one.role not in roles and one not in result)
    return result
