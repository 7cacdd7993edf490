"""Styles of the house by their names.

Word keeps the names of its own styles in English whatever language it speaks, other
programs write the Chinese ones; people write what they like. So a style of ours is looked
for under its name, its id, the Chinese name of a built-in style, and what else such a text
is called.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

#: Other names under which a style is looked for, by our name for it; best first.
OTHER_NAMES: Mapping[str, tuple[str, ...]] = {
    "正文段落": ("Body Text", "Text Body", "正文文本", "文章正文", "正文文字"),
    "刊名": ("简报名称", "Title", "报头"),
    "刊期": ("期号",),
    "栏目": ("栏目标题",),
    "引题": ("肩题", "眉题"),
    "副题": ("Subtitle", "副标题"),
    "信息行": ("来源行",),
    "引文": ("Quote", "引用", "Block Text", "Quotations", "明显引用"),
    "列表项": ("List Paragraph", "列表段落", "列出段落", "List", "列表"),
    "代码块": ("HTML Preformatted", "HTML 预设格式", "Preformatted Text"),
    "表格文字": ("表格正文", "表格内容", "Table Contents"),
    "表头": ("表格标题", "Table Heading"),
    "图注": ("caption", "题注", "图题"),
    "简报表格": ("Table Grid", "网格型", "表格网格"),
    "heading": ("标题",),
    "toc": ("目录",),
    "TOC Heading": ("TOC 标题", "目录标题", "Contents Heading"),
    "footnote text": ("脚注文本", "Footnote"),
    "footnote reference": ("脚注引用", "Footnote Anchor", "Footnote Characters"),
    "endnote text": ("尾注文本", "Endnote"),
    "endnote reference": ("尾注引用", "Endnote Anchor", "Endnote Characters"),
    "Hyperlink": ("超链接", "Internet Link"),
    "Emphasis": ("强调",),
    "Normal Table": ("普通表格",),
    "header": ("页眉",),
    "footer": ("页脚",),
}  # fmt: skip
_LEVEL = re.compile(r"(.*\D) (\d)")


def key(name: str) -> str:
    """Return *name* as it is compared: no blanks, no matter in which case."""
    return "".join(name.split()).casefold()


def candidates(name: str, identifier: str) -> list[str]:
    """Return the keys under which our style *name* is looked for, best first."""
    level = _LEVEL.fullmatch(name)
    if level:
        others = tuple(f"{other} {level[2]}" for other in OTHER_NAMES.get(level[1], ()))
    else:
        others = OTHER_NAMES.get(name, ())
    return list(dict.fromkeys(map(key, (name, identifier, *others))))
