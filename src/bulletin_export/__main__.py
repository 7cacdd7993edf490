"""``python -m bulletin_export`` and the command ``bulletin-export``."""

import gc
from typing import NoReturn


def main() -> NoReturn:
    """Run the command line and exit."""
    # What we make has hardly any cycles; looking for them after every 700 objects, most of
    # which are modules and classes at the start, would take milliseconds.
    gc.set_threshold(50_000)
    from bulletin_export.cli.program import program

    try:
        program.main()
    finally:
        # Python looks for cycles among all objects before it goes, which takes a sixth of a
        # short run; the system takes the memory back anyway.
        gc.freeze()


if __name__ == "__main__":
    main()
