"""Say in one sentence that this Python is too old, before pip says it in forty lines."""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - the Python that runs make may be older
    sys.exit("bulletin_export needs Python 3.11 or newer: make PYTHON=/path/to/python3.11 ...")
