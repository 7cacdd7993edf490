"""Sentences about writers and finished files."""

from collections.abc import Mapping

from bulletin_export.wording.wording import Wording

WORDINGS: Mapping[str, Wording] = {
    "cannot-write": Wording(
        "cannot write {path}: {reason}",
        "无法写入 {path}：{reason}",
        "check that the folder exists, may be written to and has room",
        "请检查文件夹是否存在、可写且有足够空间",
    ),
    "unwritable-publication": Wording(
        "{format} cannot hold this publication: {reason}",
        "{format} 无法容纳这份文档：{reason}",
    ),
    "missing-dependency": Wording(
        "{format} needs the package {package}",
        "{format} 需要安装软件包 {package}",
        "pip install {package}",
        "pip install {package}",
    ),
    "forbidden-characters-removed": Wording(
        "{count} characters that XML forbids were left out",
        "已去除 {count} 个 XML 不允许的字符",
    ),
    "link-unusable": Wording(
        "the link to {address} leads nowhere and is printed as text",
        "链接 {address} 无法使用，已按普通文字印出",
    ),
    "table-too-wide": Wording(
        "a table of {columns} columns is more than the {limit} that Word allows; "
        "its cells stand one below the other",
        "表格有 {columns} 列，超过 Word 允许的 {limit} 列；各单元格已改为逐段排列",
    ),
}
