"""Rules of style, one for each selector: what later rules add stands where the first one is."""

from __future__ import annotations

from bulletin_export.patterns import lazy_pattern

_RULE = lazy_pattern(r"([^{}]+)\{([^{}]*)\}")


def merged(css: str) -> str:
    """Return *css*, rules without at-rules and comments, with every selector once.

    A later declaration replaces an earlier one of the same property. Checkers of style want it so:
    a selector that comes again overrides what stands between.
    """
    rules: dict[str, dict[str, str]] = {}
    for selector, body in _RULE.findall(css):
        declarations = rules.setdefault(selector.strip(), {})
        for declaration in body.split(";"):
            name, _, value = declaration.strip().partition(":")
            if name:
                for replaced in (name, *_sides(name)):
                    declarations.pop(replaced, None)
                declarations[name] = value.strip()
    return "".join(f"{selector} {{ {_body(own)} }}\n" for selector, own in rules.items())


def _body(declarations: dict[str, str]) -> str:
    return " ".join(f"{name}: {value};" for name, value in declarations.items())


def _sides(name: str) -> tuple[str, ...]:
    """Return what a shorthand sets besides itself."""
    if name not in ("margin", "padding", "border"):
        return ()
    return tuple(f"{name}-{side}" for side in ("top", "right", "bottom", "left"))
