"""Stretches of text that no punctuation rule may touch: addresses, numbers, code, English."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bulletin_export.patterns import lazy_pattern

Spans = tuple[tuple[int, int], ...]

# Protected spans hold ASCII only, so they are looked for inside runs of ASCII; none begins
# with a comma or the like, which some pages have hundreds of.
_RUN = lazy_pattern(r"[A-Za-z0-9`$&/\\._+-][ -~]*[!-~]")
_WORTH_A_LOOK = lazy_pattern(r"[A-Za-z0-9`$\\/]")
#: A word or number and these at its end are no protected span.
_OUTSIDE = ",;:?!()\"'"
_PROTECTED = lazy_pattern(
    r"(?:https?|ftp)://[!-~]+|www\.[!-~]+"
    r"|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+"
    r"|`[^`]{1,400}`|\$[^$]{1,400}\$"
    r"|&(?:[a-z]+|\#\d+|\#x[0-9a-f]+);"
    r"|[A-Za-z]:\\[\w.\\-]*"
    r"|(?<![\w/])/[\w.-]+(?:/[\w./-]*)?"
    r"|\d{4}-\d{1,2}-\d{1,2}"
    r"|(?<!\d)\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)"
    r"|(?<!\d)\d+(?:[.:]\d+)+"
    r"|(?<![A-Za-z'-])[A-Za-z][A-Za-z'-]*(?:[ ,;:]+[A-Za-z][A-Za-z'-]*){2,}[.?!]?",
    re.ASCII | re.IGNORECASE,
)
_ADDRESS = lazy_pattern(r"(?:https?|ftp)://|www\.", re.IGNORECASE)


def protected_spans(text: str) -> Spans:
    """Return the protected spans of *text*, from left to right (start, end)."""
    spans: list[tuple[int, int]] = []
    for run in _RUN.finditer(text):
        if run[0].rstrip(_OUTSIDE).isalnum():  # a bare number or word
            continue
        if _WORTH_A_LOOK.search(text, run.start(), run.end()):
            spans.extend(
                match.span() for match in _PROTECTED.finditer(text, run.start(), run.end())
            )
    return tuple(spans)


def united(spans: Spans, more: Iterable[tuple[int, int]]) -> Spans:
    """Return *spans* and *more* from left to right, those that overlap as one."""
    result: list[tuple[int, int]] = []
    for start, end in sorted((*spans, *more)):
        if result and start < result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return tuple(result)


def ambiguous_addresses(text: str, spans: Spans) -> list[str]:
    """Return the addresses in *text* that end in a comma, which may belong to the sentence."""
    found = (text[start:end] for start, end in spans)
    return [span for span in found if span.endswith((",", ";")) and _ADDRESS.match(span)]
