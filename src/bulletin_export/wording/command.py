"""Sentences of the command line, the registry and the pipeline."""

from collections.abc import Mapping

from bulletin_export.wording.wording import Wording

WORDINGS: Mapping[str, Wording] = {
    "wrong-call": Wording(
        "{reason}",
        "用法有误：{reason}",
        "{command} --help shows what can be said",
        "可用 {command} --help 查看用法",
    ),
    "unknown-format": Wording(
        "unknown format {name!r}",
        "不认识的格式“{name}”",
        "{advice}",
        "{advice}",
    ),
    "no-input": Wording(
        "nothing to read: {name!r} matches no file",
        "没有可读的内容：“{name}”没有匹配到任何文件",
        "check the path; in a folder, files ending in {suffixes} are taken",
        "请检查路径；文件夹中只取以 {suffixes} 结尾的文件",
    ),
    "invalid-option": Wording(
        "{option}: {value!r} is not possible",
        "{option}：“{value}”不可用",
        "{advice}",
        "{advice}",
    ),
    "invalid-config": Wording(
        "settings {path}: {key}: {reason}",
        "配置 {path}：{key}：{reason}",
        "{advice}",
        "{advice}",
    ),
    "missing-extra": Wording(
        "{option} needs the package {package}",
        "{option} 需要安装 {package}",
        "pip install 'bulletin-export[{extra}]'",
        "pip install 'bulletin-export[{extra}]'",
    ),
    "some-failed": Wording(
        "{failed} of {total} inputs failed, {done} done",
        "{total} 个输入中有 {failed} 个失败，{done} 个已完成",
    ),
    "diagnostics-are-errors": Wording(
        "{name}: remarks that --strict does not allow: {count}",
        "{name}：有 {count} 条 --strict 不允许的提示",
        "the remarks above say which; without --strict the file would have been written",
        "具体见上面的提示；不加 --strict 则会照常写出文件",
    ),
    "internal-error": Wording(
        "{where}: this is a bug in bulletin-export: {kind}: {detail}",
        "{where}：bulletin-export 程序出错：{kind}：{detail}",
        "please report it with the input; --verbose prints where it happened",
        "请连同输入文件报告此问题；--verbose 可显示出错位置",
    ),
}
