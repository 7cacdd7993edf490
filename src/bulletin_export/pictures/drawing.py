"""Draw an SVG in a process of its own, which may be stopped: few bytes can mean endless work."""

from __future__ import annotations

import os
import sys

#: Seconds of work, and bytes of memory. Illustrations take a hundredth of either.
SECONDS = 3
MEMORY = 420 * 2**20
#: Seconds on the clock, where the system does not count the work of a process.
_PATIENCE = 20


class StoppedError(Exception):
    """The drawing took too long, took too much memory, or broke the rasteriser."""


def drawn(markup: str, width: int, height: int) -> bytes:
    """Return the SVG *markup* as PNG of *width* × *height* pixels.

    Raises:
        ValueError: It is invalid.
    """
    import resvg_py

    return bytes(
        resvg_py.svg_to_bytes(svg_string=markup, skip_system_fonts=True, width=width, height=height)
    )


def drawn_apart(markup: str, width: int, height: int) -> bytes:
    """Return the same as `drawn`, from a process with `SECONDS` and `MEMORY` to spend.

    Raises:
        StoppedError: It was not enough.
    """
    import subprocess  # not needed, and slow to load, for pages without drawings

    command = [sys.executable, "-m", __name__, str(width), str(height)]
    try:
        done = subprocess.run(  # noqa: S603  (ourselves, with two numbers)
            command,
            input=markup.encode(),
            capture_output=True,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
            timeout=_PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise StoppedError from error
    if done.returncode or not done.stdout:
        raise StoppedError
    return done.stdout


def _limit() -> None:
    try:
        import resource
    except ImportError:  # Windows; there the clock alone decides.
        return
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    _limit()
    sys.stdout.buffer.write(drawn(sys.stdin.read(), int(sys.argv[1]), int(sys.argv[2])))
