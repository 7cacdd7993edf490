"""``python -m bulletin_export`` and the command ``bulletin-export``."""

from typing import NoReturn


def main() -> NoReturn:
    """Run the command line and exit."""
    from bulletin_export.cli.program import program

    program.main()


if __name__ == "__main__":
    main()
