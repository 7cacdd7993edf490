"""The colours a file is painted in: those of screens, greys alone, or black and the one red.

ISO 32000-1, 8.6; ISO 19005-2, 6.2.3 and 6.2.4. GB/T 9704-2012, 6.2, prints the red of official
documents with 80 % of magenta and yellow: on the press that is DeviceCMYK, black is DeviceGray,
and the output intent is offset printing.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Literal

from bulletin_export.writers.pdf import profiles
from bulletin_export.writers.pdf.objects import Objects, Raw, stream, text_string

Colours = Literal["screen", "grey", "press"]

#: From a colour (``#RRGGBB``) to the operators that fill and stroke in it.
Ink = Callable[[str], bytes]

#: Weights of red, green and blue in what the eye takes for lightness (ITU-R BT.601).
_LUMINANCE = (0.299, 0.587, 0.114)
#: Magenta and yellow in the red of official documents.
_RED = 0.8
#: A colour is red if red is its strongest part and the two others differ by no more than this.
_REDDISH = 0.3


def ink(colours: Colours) -> Ink:
    """Return what spells colours out for *colours*."""
    return {"screen": _screen, "grey": _grey, "press": _press}[colours]


def output_intent(colours: Colours, objects: Objects) -> Raw:
    """Add the profile that *colours* are meant for to *objects*; return the intent."""
    count, data, title = (
        (4, profiles.offset(), "Offset on coated paper")
        if colours == "press"
        else (3, _srgb(), "sRGB IEC61966-2.1")
    )
    profile = objects.add(stream(data, b"/N %d" % count))
    spelled = text_string(title)
    return Raw(
        b"<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier %s /Info %s"
        b" /DestOutputProfile %s >>" % (spelled, spelled, profile)
    )


_srgb = cache(profiles.srgb)


@cache
def _screen(colour: str) -> bytes:
    levels = b" ".join(b"%.4g" % level for level in _levels(colour))
    return levels + b" rg " + levels + b" RG"


@cache
def _grey(colour: str) -> bytes:
    parts = zip(_LUMINANCE, _levels(colour), strict=True)
    level = b"%.4g" % sum(weight * level for weight, level in parts)
    return level + b" g " + level + b" G"


@cache
def _press(colour: str) -> bytes:
    red, green, blue = _levels(colour)
    strongest = max(red, green, blue)
    depth = (strongest - min(green, blue)) / strongest if strongest else 0.0
    if red < strongest or not depth or abs(green - blue) > _REDDISH * strongest:
        return _grey(colour)
    inks = b"0 %.4g %.4g 0" % (_RED * depth, _RED * depth)
    return inks + b" k " + inks + b" K"


def _levels(colour: str) -> tuple[float, ...]:
    return tuple(byte / 255 for byte in bytes.fromhex(colour[1:]))
