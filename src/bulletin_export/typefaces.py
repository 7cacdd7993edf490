"""The kinds of face a Chinese document is set in."""

from enum import StrEnum


class FontRole(StrEnum):
    """A Chinese face by its duty, not by its maker."""

    SONG = "song"
    FANGSONG = "fangsong"
    KAI = "kai"
    HEI = "hei"
    XIAOBIAOSONG = "xiaobiaosong"


class LatinRole(StrEnum):
    """The face of Latin letters and digits beside the Chinese ones."""

    SERIF = "serif"
    SANS = "sans"
    #: The Latin letters of the Chinese face itself.
    OWN = "own"
