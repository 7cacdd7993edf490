"""A template as CSS: roles become classes, lengths become em, the page is the reader's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from bulletin_export.diagnostics import Diagnostic
from bulletin_export.fonts.manifest import load_manifest
from bulletin_export.styling.looks import Looks
from bulletin_export.styling.template import Align, Role, Template, TextStyle
from bulletin_export.typefaces import FontRole
from bulletin_export.writers.epub.style_rules import merged

#: Roles that are elements; the others are classes of their own name.
_SELECTORS = {
    Role.QUOTE: "blockquote p",
    Role.LIST: "ul, ol",
    Role.CODE: "pre",
    Role.TABLE: "table",
    Role.TABLE_HEADER: "th",
    Role.CAPTION: "figcaption, caption, .caption",
    Role.NOTE: "aside",
}
#: Paper has them, a reading system makes its own.
_FURNITURE = frozenset({Role.HEADER, Role.FOOTER})
_MIN_BODY_LINE, _MIN_LINE = 1.6, 1.3
#: Channels closer than this make a grey, and greys vanish in the night.
_GREY = 32

#: Younger than the lists of properties that checkers of style go by, calibre's among them.
_HEAD = """\
@charset "UTF-8";
/* stylelint-disable-next-line property-no-unknown */
:root { text-spacing-trim: trim-start; }
"""

# CLREQ 3.1 and 6.1: prohibitions strict, marks trimmed where a line begins, no slant.
_BASE = """\
html {{ {writing} }}
body {{
  margin: 0 5%; font-family: {body}; line-height: {line};
  widows: {widows}; orphans: {widows};
  -epub-line-break: strict; -webkit-line-break: strict; line-break: strict;
  word-break: normal; overflow-wrap: break-word;
  text-autospace: normal; hanging-punctuation: none;
}}
p {{ margin: 0; text-indent: {indent}; text-align: {align}; text-justify: inter-ideograph; }}
h1, h2, h3, h4, h5, h6 {{
  margin: 0; font-size: 1em; font-weight: normal; text-wrap: balance;
  break-after: avoid; page-break-after: avoid; break-inside: avoid; page-break-inside: avoid;
}}
em, cite, i, dfn {{ font-style: normal; {stress} }}
strong, b {{ font-weight: bold; }}
a {{ color: inherit; text-decoration: none; border-bottom: 0.05em solid; }}
sup, sub {{ font-size: 0.7em; line-height: 1; }}
ruby {{ line-height: 1.9; }}
rt {{ font-size: 0.5em; text-align: center; }}
img {{ max-width: 100%; height: auto; vertical-align: middle; }}
figure, .picture {{
  margin: 1em 0; text-align: center; text-indent: 0;
  break-inside: avoid; page-break-inside: avoid;
}}
figure img {{ display: block; margin: 0 auto 0.5em; }}
blockquote {{ margin: 0.6em 0; padding: 0; }}
ul, ol {{ padding: 0 0 0 2em; }}
li p {{ text-indent: 0; }}
.wide {{ overflow-x: auto; }}
table {{ border-collapse: collapse; margin: 1em auto; max-width: 100%; }}
td, th {{ border: 0.06em solid; padding: 0.3em 0.5em; vertical-align: middle; }}
td p, th p, aside p, caption p {{ text-indent: 0; }}
td ul, td ol, td table, li ul, li ol {{ font-size: 1em; }}
.clause {{ display: inline-block; }}
.centre {{ text-align: center; }}
.end {{ text-align: right; }}
pre {{ white-space: pre-wrap; overflow-wrap: anywhere; }}
code {{ font-family: monospace, {sans}; }}
hr {{ width: 30%; margin: 1.5em auto; border: 0; border-top: 0.06em solid; }}
nav ol {{ list-style: none; padding: 0; }}
nav ol ol {{ padding-left: 2em; }}
.notes {{ margin-top: 2em; padding-top: 0.8em; border-top: 0.06em solid; }}
aside .number {{ margin-right: 0.5em; }}
.cover {{ margin: 0; text-align: center; }}
.missing {{ display: inline-block; padding: 0.2em 0.6em; border: 0.06em dashed; text-indent: 0; }}
nav a, sup a, .contents-entry a, .contents-section a, aside .number {{ border-bottom: 0; }}
.neighbours {{ margin: 2.5em 0 1em; text-indent: 0; text-align: center; }}
.neighbours a {{ display: inline-block; border-bottom: 0; margin: 0 0.8em; padding: 0.3em 0; }}
ol.contents {{ list-style: none; margin: 0; padding: 0; }}
ol.contents ol {{ padding-left: 1em; }}
.contents-facts {{ display: block; font-size: 0.85em; text-indent: 0; font-family: {kai}; }}
.address {{ overflow-wrap: anywhere; }}
"""

#: A caption stands as wide as its table, whatever the template says of captions.
_LAST = "caption { margin-left: 0; margin-right: 0; }"

#: What names a side of the page, for lines that run from top to bottom (CLREQ 2.3).
_VERTICAL = """
body { margin: 5% 0; text-orientation: mixed; -webkit-text-orientation: mixed; }
figure, .picture { margin: 0 1em; }
figure img { margin: auto; }
img { max-height: 100%; }
ul, ol { padding: 2em 0 0 0; }
nav ol { padding: 0; }
nav ol ol { padding: 2em 0 0 0; }
table {
  -epub-writing-mode: horizontal-tb; -webkit-writing-mode: horizontal-tb;
  writing-mode: horizontal-tb; margin: 1em auto;
}
figcaption {
  -epub-writing-mode: horizontal-tb; -webkit-writing-mode: horizontal-tb;
  writing-mode: horizontal-tb;
}
a { border-bottom: 0; border-right: 0.05em solid; }
nav a, sup a, .contents-entry a, .contents-section a, aside .number { border-right: 0; }
hr { width: auto; height: 30%; margin: auto 1.5em; border: 0; border-right: 0.06em solid; }
.notes { margin: 0 2em 0 0; padding: 0 0.8em 0 0; border-top: 0; border-right: 0.06em solid; }
aside .number { margin: 0 0 0.5em 0; }
.upright {
  -epub-text-combine: horizontal; -webkit-text-combine: horizontal; text-combine-upright: all;
}"""


class StyleSheet(NamedTuple):
    """The style sheet of a book, the typefaces it brings along by file name, and remarks."""

    css: bytes
    fonts: Mapping[str, bytes] = {}
    diagnostics: tuple[Diagnostic, ...] = ()


def _ground(fonts: tuple[str, str, str], line: str, body: TextStyle, template: Template) -> str:
    family, kai, sans = fonts
    mode = "vertical-rl" if _is_vertical(template) else "horizontal-tb"
    return _BASE.format(
        body=family,
        kai=kai,
        sans=sans,
        line=line,
        indent=_em(body.length(body.indent).pt, body),
        align=_align(body),
        widows=template.composition.widows,
        writing=_prefixed("writing-mode", mode, "-epub-", "-webkit-"),
        stress=_stress(template.composition.emphasis, kai),
    )


def _stress(manner: Literal["kai", "dots", "bold"], kai: str) -> str:
    """Return how emphasis is shown: as on paper, never by a slant among Han."""
    match manner:
        case "kai":
            return f"font-family: {kai};"
        case "bold":
            return "font-weight: bold;"
        case "dots":
            dots = _prefixed("text-emphasis-style", "filled dot", "-epub-", "-webkit-")
            place = _prefixed("text-emphasis-position", "under right", "-webkit-")
            return f"{dots} {place}"


def _prefixed(name: str, value: str, *prefixes: str) -> str:
    """Return a declaration for old reading systems, and for those that follow the standard."""
    return " ".join(f"{prefix}{name}: {value};" for prefix in (*prefixes, ""))


def stylesheet(template: Template) -> bytes:
    """Return the style sheet of a book set in *template*, its own rules last.

    Sizes are relative to the reader's type, black and greys are left to the reader's
    theme, and lines are never closer than 1.6 em in running text.
    """
    return _stylesheet(Looks.of(template))


@lru_cache(maxsize=16)
def _stylesheet(looks: Looks) -> bytes:
    template = looks.template
    body = template.style(Role.BODY)
    line = _number(max(_MIN_BODY_LINE, body.pitch.pt / body.size.pt))
    fonts = (families(body.font), families(FontRole.KAI), families(FontRole.HEI))
    ground = _ground(fonts, line, body, template)
    rules = [_rule(template, role, body) for role in Role if _has_rule(template, role)]
    last = _LAST + _VERTICAL if _is_vertical(template) else _LAST
    own = merged("\n".join((ground, *rules, last)))
    return f"{_HEAD}{own}{template.stylesheet}".encode()


def _is_vertical(template: Template) -> bool:
    return template.epub.writing == "vertical"


def _has_rule(template: Template, role: Role) -> bool:
    return role in template.styles and role is not Role.BODY and role not in _FURNITURE


def _rule(template: Template, role: Role, body: TextStyle) -> str:
    base = template.styles.get(Role.TABLE, body) if role is Role.TABLE_HEADER else body
    return _written(role, template.style(role), base, _is_vertical(template))


def _written(role: Role, style: TextStyle, base: TextStyle, vertical: bool) -> str:
    selector = _SELECTORS.get(role, f".{role.value}")
    return f"{selector} {{ {' '.join(_declarations(role, style, base, vertical))} }}"


def _declarations(role: Role, style: TextStyle, base: TextStyle, vertical: bool) -> Iterator[str]:
    yield f"font-family: {families(style.font)};"
    if style.size != base.size:
        yield f"font-size: {_number(style.size.pt / base.size.pt)}em;"
    yield f"line-height: {_number(max(_MIN_LINE, style.pitch.pt / style.size.pt))};"
    yield f"text-align: {_align(style)};"
    if role not in (Role.LIST, Role.TABLE):
        yield f"text-indent: {_em(style.length(style.indent).pt, style)};"
        yield f"margin: {_margins(style, vertical)};"
    yield f"font-weight: {'bold' if style.bold else 'normal'};"
    if _is_colourful(style.colour):
        yield f"color: {style.colour};"
    if style.box != "none":
        sides = "0.06em 0" if style.box == "rules" else "0.06em"
        yield f"border: solid; border-width: {sides}; padding: 0.2em 0.4em;"
    if style.background:
        yield f"background: {style.background}; padding: 0.2em 0.4em;"
    if style.keep_with_next:
        yield "break-after: avoid; page-break-after: avoid;"
    if style.keep_together:
        yield "break-inside: avoid; page-break-inside: avoid;"


def _margins(style: TextStyle, vertical: bool) -> str:
    sides = [style.space_before, style.margin_right, style.space_after, style.margin_left]
    if vertical:  # A line begins at the top, the next one is at the left of it.
        sides = [*sides[-1:], *sides[:-1]]
    return " ".join(_em(style.length(side).pt, style) for side in sides)


@cache
def families(role: FontRole) -> str:
    """Return the families for *role*.

    Latin faces are not named: a reader would take the marks ``“”——……`` from them, too,
    which would then be of half width.
    """
    families = load_manifest().css_families(role)
    return ", ".join(name if _is_generic(name) else f'"{name}"' for name in families)


def _is_generic(family: str) -> bool:
    return family in ("serif", "sans-serif", "monospace")


def _is_colourful(colour: str) -> bool:
    channels = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
    return max(channels) - min(channels) >= _GREY


def _align(style: TextStyle) -> str:
    return "center" if style.align is Align.CENTRE else style.align.value


def _em(points: float, style: TextStyle) -> str:
    return f"{_number(points / style.size.pt)}em" if points else "0"


def _number(value: float) -> str:
    return f"{value:.3f}".rstrip("0").rstrip(".")
