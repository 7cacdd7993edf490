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
    "characters-removed": Wording(
        "{count} characters that XML forbids were removed: {characters}",
        "已去除 {count} 个 XML 不允许的字符：{characters}",
        "they are control characters, invisible on paper",
        "这些是控制字符，印出来看不见",
    ),
    "address-too-long": Wording(
        "no QR code for {address}: it is too long for one",
        "网址 {address} 过长，未能印出二维码",
        "a code holds 2331 bytes; the address itself is printed",
        "二维码最多容纳 2331 字节；网址本身已印出",
    ),
    "contents-reckoned": Wording(
        "the page numbers in the list of contents are estimates",
        "目录中的页码是估算值",
        "in Word: select all, press F9",
        "在 Word 中全选后按 F9 更新",
    ),
    "language-unknown": Wording(
        "{tag!r} is no language tag; {used} was written",
        "“{tag}”不是语言标签，写作 {used}",
        "tags follow BCP 47: zh-CN, zh-Hans, en",
        "语言标签依 BCP 47，如 zh-CN、zh-Hans、en",
    ),
    "link-dropped": Wording(
        "the link to {target!r} was not kept, its words were",
        "指向“{target}”的链接未保留，文字仍在",
        "only http, https and mailto addresses can be followed",
        "只保留 http、https 和 mailto 链接",
    ),
    "pdf-not-archival": Wording(
        "the file is encrypted, and so it is no PDF/A",
        "文件已加密，因此不符合 PDF/A",
        "for an archive, write it without password and permissions",
        "存档请输出不带密码和权限限制的文件",
    ),
    "cover-not-drawn": Wording(
        "the book has no cover: no face at hand sets Chinese",
        "书没有封面：没有可用的中文字体",
        "install one (see `bulletin-export fonts`), or set epub.cover=none",
        "请安装字体（见 bulletin-export fonts），或设 epub.cover=none",
    ),
    "source-not-attached": Wording(
        "{format} does not take the source pages along",
        "{format} 不能附带原网页",
        "write pdf or json with --attach-source",
        "需要附带原网页时请输出 pdf 或 json",
    ),
    "unprotected-format": Wording(
        "{format} cannot be locked with a password",
        "{format} 不能用密码加锁",
        "write pdf alone where there is a password",
        "给出密码时请只输出 pdf",
    ),
    "spans-flattened": Wording(
        "{count} tables have merged cells, which {format} cannot show; covered places are empty",
        "有 {count} 个表格含合并单元格，{format} 无法表示；被合并处留空",
        "write docx, pdf or epub to keep them",
        "需要保留合并单元格时请输出 docx、pdf 或 epub",
    ),
    "table-too-wide": Wording(
        "a table of {columns} columns is more than the {limit} that Word allows; "
        "its cells stand one below the other",
        "表格有 {columns} 列，超过 Word 允许的 {limit} 列；各单元格已改为逐段排列",
        "split the table",
        "请拆分表格",
    ),
}
