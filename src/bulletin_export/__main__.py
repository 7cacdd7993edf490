"""``python -m bulletin_export`` and the command ``bulletin-export``."""

import gc
from typing import NoReturn


def main() -> NoReturn:
    """Run the command line and exit."""
    # What we make has hardly any cycles; looking for them after every 700 objects, most of
    # which are modules and classes at the start, would take milliseconds.
    gc.set_threshold(50_000)
    from bulletin_export.cli.program import program

    program.main()


if __name__ == "__main__":
    main()
