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
}
