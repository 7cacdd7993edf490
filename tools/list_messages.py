"""Print the table of messages for the manual: ``python tools/list_messages.py``."""

import re

from bulletin_export.wording import WORDINGS


def rows() -> list[str]:
    """Return a row for each code, sorted."""
    return [
        f"| `{code}` | {re.sub(r'![rs]', '', wording.en)} | {wording.zh} |"
        for code, wording in sorted(WORDINGS.items())
    ]


if __name__ == "__main__":
    print("| code | message | 提示 |", "| --- | --- | --- |", *rows(), sep="\n")
