"""What is said of a picture to people who cannot see it."""

from __future__ import annotations

from collections.abc import Iterable

from bulletin_export.model.nodes import Image, Inline
from bulletin_export.model.text import plain_text
from bulletin_export.patterns import lazy_pattern

_PICTURE = {"zh": "图片", "ja": "画像", "ko": "그림"}
_FILE_NAME = lazy_pattern(
    r"(?:\S*[/\\])?[^\s/\\]*\.(?:jpe?g|png|gif|webp|bmp|svg|tiff?|avif)(?:[?#]\S*)?"
    r"|(?:img|dsc|image|pic|photo|p)?[-_]?[0-9a-f_-]{4,}",
    2,  # re.IGNORECASE
)


def alternative_text(image: Image, caption: Iterable[Inline] = (), language: str = "zh") -> str:
    """Return what *image* shows, else its *caption*, else that it is a picture; one line.

    The name of a file says nothing to people who cannot see it (ISO 14289-1, 7.3).
    """
    text = image.description
    if not text or _FILE_NAME.fullmatch(text):
        text = " ".join(plain_text(caption).split())
    return text or _PICTURE.get(language.partition("-")[0], "Picture")
