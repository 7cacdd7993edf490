"""Sentences about typefaces and missing characters."""

from collections.abc import Mapping

from bulletin_export.wording.wording import Wording

WORDINGS: Mapping[str, Wording] = {
    "font-not-found": Wording(
        "no usable typeface for {role}",
        "找不到可用的{role}字体",
        'install one: pip install "bulletin-export[fonts]"',
        '请安装字体：pip install "bulletin-export[fonts]"',
    ),
    "unsupported-font": Wording(
        "{path} cannot be used as a typeface: {reason}",
        "{path} 不能用作字体：{reason}",
        "TrueType and OpenType files (.ttf, .otf, .ttc, .otc) are read",
        "可用 TrueType 和 OpenType 文件（.ttf、.otf、.ttc、.otc）",
    ),
    "font-substituted": Wording(
        "role {role}: {wanted} is not installed, {used} is used",
        "字体角色 {role}：未安装{wanted}，改用 {used}",
        "install {wanted}, or put the file into the fonts folder",
        "请安装{wanted}，或把字体文件放入 fonts 文件夹",
    ),
    "font-emboldened": Wording(
        "role {role}: {face} has no bold face here, its outlines are thickened",
        "字体角色 {role}：{face} 没有粗体，以描边加粗代替",
        "install the bold face of the family to have it drawn properly",
        "安装该字体的粗体可获得更好的效果",
    ),
    "font-not-embedded-licence": Wording(
        "{face} is not embedded: its maker does not allow that for such documents",
        "未嵌入 {face}：该字体的许可不允许嵌入此类文档",
        "the document names {font}, which readers have to have",
        "文档仍用 {font}，阅读者的电脑须装有该字体",
    ),
    "font-not-embedded-outlines": Wording(
        "{face} is not embedded: its PostScript outlines are of a kind that is not taken here",
        "未嵌入 {face}：此处不接受这种 PostScript 曲线",
        "name a TrueType face (.ttf, .ttc) for the role under fonts in the template",
        "请在模板的 fonts 下为该角色指定 TrueType 字体（.ttf、.ttc）",
    ),
    "font-not-embedded-missing": Wording(
        "nothing is embedded for {font}: no face here stands for it",
        "未嵌入 {font}：本机没有可代替的字体",
        "install it, or name a face under fonts in the template",
        "请安装该字体，或在模板的 fonts 下指定字体",
    ),
    "character-substituted": Wording(
        "{character} ({code}) is set in {face}: {wanted} does not have it ({count} times)",
        "“{character}”（{code}）用 {face} 排印：{wanted} 缺此字（{count} 次）",
    ),
    "character-missing": Wording(
        "no typeface has {character} ({code}); an empty box stands for it ({count} times)",
        "所有字体都缺“{character}”（{code}），以空框代替（{count} 次）",
        "add a typeface that has it: bulletin-export fonts check tells which do",
        "请添加含有此字的字体：bulletin-export fonts check 可以查看",
    ),
}
