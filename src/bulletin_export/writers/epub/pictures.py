"""The pictures of a book: each once, in a form that every reading system knows."""

from __future__ import annotations

from bulletin_export.diagnostics import Diagnostic, Severity
from bulletin_export.errors import BrokenPictureError
from bulletin_export.model.article import Article
from bulletin_export.model.media import MediaBag, MediaItem
from bulletin_export.model.nodes import Image
from bulletin_export.model.walk import find
from bulletin_export.pictures import prepared, size, sniff
from bulletin_export.pictures.fitting import fitted
from bulletin_export.writers.epub.profile import PROFILES, Profile

_SUFFIXES = {"image/png": "png", "image/jpeg": "jpg", "image/gif": "gif"}


class Pictures:
    """Gives pictures their file names, and keeps those that were asked for."""

    def __init__(self, media: MediaBag, profile: Profile = PROFILES["plain"]) -> None:
        self._media, self._profile = media, profile
        self._names: dict[str, str | BrokenPictureError] = {}
        #: File name in the book to picture, in order of first use.
        self.files: dict[str, MediaItem] = {}
        #: Every picture shown so far has a description.
        self.all_described = True
        #: The pictures that had to be changed, each told once.
        self.diagnostics: list[Diagnostic] = []

    def find(self, image: Image, where: str) -> str | Diagnostic:
        """Return the file name of *image* in the book, or why it cannot be shown."""
        if image.media not in self._media:
            known = image.address or image.media or image.alt
            facts: dict[str, str | int] = {"image": known}
            return Diagnostic(
                code="image-missing", severity=Severity.WARNING, where=where, facts=facts
            )
        if image.media not in self._names:
            self._names[image.media] = self._added(self._media[image.media])
        found = self._names[image.media]
        if isinstance(found, BrokenPictureError):
            return Diagnostic(
                code=found.code, severity=Severity.WARNING, where=where, facts=found.facts
            )
        self.all_described &= bool(image.description)
        return found

    def shown(self, article: Article) -> dict[str, str]:
        """Return the files of the pictures that *article* shows, by their names in the model."""
        if not article.media:
            return {}
        wanted = {one.media for one in find(article, Image)}
        names = (item.name for item in article.media if item.name in wanted)
        files = ((name, self._names.get(name)) for name in names)
        return {name: file for name, file in files if isinstance(file, str)}

    def _added(self, item: MediaItem) -> str | BrokenPictureError:
        try:
            picture = fitted(
                prepared(item, self._profile.accepted, four_colours=False), self._profile.limits
            )
        except BrokenPictureError as error:
            return error
        if picture.data != item.data:
            self.diagnostics.append(_changed(item, picture))
        number = len(self.files) + 1
        name = f"pictures/picture-{number:04}.{_SUFFIXES[picture.media_type]}"
        self.files[name] = picture
        return name


def _changed(item: MediaItem, picture: MediaItem) -> Diagnostic:
    """Say what became of *item* for the sake of a reading system."""
    facts: dict[str, str | int] = {
        "image": item.name,
        "before": _seen(item),
        "after": _seen(picture),
    }
    return Diagnostic(code="image-fitted", severity=Severity.INFO, facts=facts)


def _seen(item: MediaItem) -> str:
    width, height = size(item.data, item.name)
    kind = (sniff(item.data) or "?").rpartition("/")[2].partition("+")[0].upper()
    return f"{kind} {width:g} × {height:g}, {-(-len(item.data) // 1000)} kB"
