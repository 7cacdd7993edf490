"""Regular expressions that are compiled when they are first used.

Python takes up to some milliseconds for one that names ranges of Chinese characters,
and most pages need few of ours.
"""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast

#: A letter beyond ASCII: on our pages Han, and nothing to compile.
LETTER = r"[^\W\d_a-zA-Z]"


def lazy_pattern(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return what acts like ``re.compile(source, flags)``, and does it at the first call."""
    return cast("re.Pattern[AnyStr]", _LazyPattern(source, flags))


class _LazyPattern:
    def __init__(self, source: str | bytes, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        # Asked only for what is not there yet: from the second use on, ``search`` and the
        # like are found at once, as fast as those of a compiled pattern.
        method = getattr(re.compile(self._source, self._flags), name)
        setattr(self, name, method)
        return method
