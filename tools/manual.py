"""The page of the manual that lists every message by its code, made from the wording itself."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

from bulletin_export import errors, wording

_INTRODUCTION = """\
# Messages by code · 消息一览

Every error and every remark has a code that never changes. Scripts may rely on it: it stands in
`--report` files, in `inspect --json` and on the exceptions of the library. An error ends the work
on its input and sets the exit code given; a remark does not. Words in braces are facts, kept as
attributes beside the sentence. (This page is made from `bulletin_export.wording` by
`make golden`.)

每条错误和提示都有固定代码，可供脚本使用。花括号中的词是随消息给出的事实。
"""

_PARTS = {
    "command": "Command line, formats · 命令与格式",
    "reading": "Sources and reading · 来源与读取",
    "styling": "Templates · 模板",
    "fonts": "Typefaces · 字体",
    "writing": "Writing · 写出",
    "checking": "Finished files · 成品检查",
}


def diagnostics_page() -> str:
    """Return the page in Markdown."""
    return _INTRODUCTION + "".join(_part(name) for name in part_names())


def part_names() -> tuple[str, ...]:
    """The modules of `bulletin_export.wording` that hold messages, known ones first."""
    held = {
        name
        for name, value in vars(wording).items()
        if isinstance(value, ModuleType) and hasattr(value, "WORDINGS")
    }
    known = tuple(name for name in _PARTS if name in held)
    return known + tuple(sorted(held - set(known)))


def _part(name: str) -> str:
    words = import_module(f"bulletin_export.wording.{name}").WORDINGS
    return f"\n## {_PARTS.get(name, name)}\n" + "".join(_message(code) for code in words)


def _message(code: str) -> str:
    one = wording.WORDINGS[code]
    error = _ERRORS.get(code)
    kind = f"`{error.__name__}`, exit code {error.exit_code}" if error else "remark"
    lines = [f"\n### {code}\n", f"*{kind}*\n", f"- {one.en}", f"- {one.zh}"]
    if one.hint_en:
        lines.append(f"- → {one.hint_en}")
    if one.hint_zh and one.hint_zh != one.hint_en:
        lines.append(f"- → {one.hint_zh}")
    return "\n".join(lines) + "\n"


def _all_errors(kind: type[errors.BulletinError]) -> dict[str, type[errors.BulletinError]]:
    found = {kind.code: kind} if "code" in vars(kind) else {}
    for below in kind.__subclasses__():
        found |= _all_errors(below)
    return found


_ERRORS = _all_errors(errors.BulletinError)
