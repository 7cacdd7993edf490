"""Lines under and through text, and dots below characters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bulletin_export.typesetting.layout import Run

#: Depth of an underline and height of a strike through the middle of Han characters, in em.
_UNDERLINE, _STRIKE, _THICKNESS = -0.12, 0.36, 0.05
#: Depth of the middle of a dot, and its radius, in em (着重号).
_DOT_DEPTH, _DOT = 0.25, 0.075
#: Strokes no farther apart than this are one, in points.
_NEAR = 0.1
#: Where a circle's Bézier curves have their handles.
_HANDLE = 0.5523


def is_adorned(runs: Sequence[Run]) -> bool:
    """Tell whether any of *runs* has strokes; hardly one does."""
    return any(run.underline or run.strike or run.dots for run in runs)


def strokes(runs: Sequence[Run], left: float, baseline: float) -> Iterator[tuple[str, bytes]]:
    """Yield colours and operators of the strokes of a line that begins at *left*.

    A stroke below characters of several sizes, or raised ones, is one: as deep and as thick
    as the largest wants it.
    """
    for flag, height in (("underline", _UNDERLINE), ("strike", _STRIKE)):
        for group in _neighbours([run for run in runs if getattr(run, flag)]):
            largest = max(group, key=_size)
            thickness = _THICKNESS * largest.size
            x, end = group[0].x, group[-1].x + group[-1].width
            y = baseline + largest.rise + height * largest.size - thickness / 2
            yield group[0].colour, rectangle(left + x, y, end - x, thickness)
    for run in runs:
        for place in run.dots:
            y = baseline + run.rise - _DOT_DEPTH * run.size
            yield run.colour, disc(left + run.x + place, y, _DOT * run.size)


def _neighbours(runs: Sequence[Run]) -> list[list[Run]]:
    """Return *runs* in groups that touch and have one colour."""
    groups: list[list[Run]] = []
    for run in runs:
        last = groups[-1][-1] if groups else None
        if last and last.colour == run.colour and run.x - last.x - last.width <= _NEAR:
            groups[-1].append(run)
        else:
            groups.append([run])
    return groups


def _size(run: Run) -> float:
    return run.size


def rectangle(x: float, y: float, width: float, height: float) -> bytes:
    """Return the operators of a filled rectangle; (*x*, *y*) is its lower left corner."""
    return b"%.3f %.3f %.3f %.3f re f" % (x, y, width, height)


def disc(x: float, y: float, radius: float) -> bytes:
    """Return the operators of a filled circle around (*x*, *y*)."""
    curves = [b"%.3f %.3f m" % (x + radius, y)]
    far, near = radius, _HANDLE * radius
    for a, b in ((1, 0), (0, 1), (-1, 0), (0, -1)):
        # A quarter from the direction (a, b) to the one at its left, (-b, a).
        points = (
            x + a * far - b * near, y + b * far + a * near,
            x + a * near - b * far, y + b * near + a * far,
            x - b * far, y + a * far,
        )  # fmt: skip
        curves.append(b"%.3f %.3f %.3f %.3f %.3f %.3f c" % points)
    return b" ".join([*curves, b"f"])
