"""Sentences about faults in finished files."""

from collections.abc import Mapping

from bulletin_export.wording.wording import Wording

WORDINGS: Mapping[str, Wording] = {
    "uncheckable-file": Wording(
        "{name} is of a kind that is not checked",
        "{name} 不属于可以检查的文件类型",
        "files that can be checked: {known}",
        "可以检查的文件：{known}",
    ),
    "alt-text-missing": Wording(
        "{place}: a picture has no alternative text",
        "{place}：图片没有替代文字",
        "describe it, or mark it as decorative",
        "请填写替代文字，或标为装饰性图片",
    ),
    "picture-outside-file": Wording(
        "{place}: a picture lies outside the file: {target}",
        "{place}：图片不在文件内：{target}",
        "it is lost when the file is sent; embed it",
        "文件发给别人后图片会丢失，请嵌入",
    ),
    "picture-too-wide": Wording(
        "{place}: a picture is {width} twips wide, there is room for {room}",
        "{place}：图片宽 {width} 缇，此处只有 {room} 缇",
    ),
    "table-header-missing": Wording(
        "{place}: a table of {rows} rows has no header row",
        "{place}：{rows} 行的表格没有标题行",
        "let its first row repeat as header row, or say that the first row is nothing special",
        "请把首行设为重复标题行；若没有表头，请取消“标题行”样式选项",
    ),
    "table-widths-differ": Wording(
        "{place}: a row or the whole of a table is {width} twips wide, its columns are {wanted}",
        "{place}：表格或其中一行宽 {width} 缇，各列合计 {wanted} 缇",
    ),
    "table-wider-than-text": Wording(
        "{place}: a table is {width} twips wide, the text {room}",
        "{place}：表格宽 {width} 缇，版心只有 {room} 缇",
    ),
    "language-wrong": Wording(
        "{place}: {tag!r} is no tag of a language (BCP 47)",
        "{place}：“{tag}”不是语言标记（BCP 47）",
    ),
    "han-language-wrong": Wording(
        "{place}: Chinese characters are said to be {tag!r}",
        "{place}：汉字的语言标为“{tag}”",
        "Word then breaks lines by other rules and picks other faces; zh-CN is meant",
        "Word 会因此采用别的断行规则和字体，应为 zh-CN",
    ),
    "field-unclosed": Wording(
        "{place}: a field mark ({mark}) has no partner",
        "{place}：域标记（{mark}）不成对",
        "begin, separate and end must follow each other in one text",
        "begin、separate、end 须在同一文本中依次出现",
    ),
    "bookmark-unclosed": Wording(
        "{place}: the bookmark {name!r} has only one end", "{place}：书签“{name}”只有一端"
    ),
    "bookmark-twice": Wording(
        "{place}: the name or the id of the bookmark {name!r} is taken",
        "{place}：书签“{name}”的名称或编号重复",
    ),
    "link-without-target": Wording(
        "{place}: leads to the bookmark {name!r}, which is not there",
        "{place}：指向不存在的书签“{name}”",
    ),
    "heading-skipped": Wording(
        "{place}: a heading of level {level} follows one of level {before}",
        "{place}：{level} 级标题直接跟在 {before} 级之后",
        "readers who go from heading to heading miss a level",
        "按标题浏览的读者会以为缺了一级",
    ),
    "direct-formatting": Wording(
        "{place}: {property} stands in the text and not in a style",
        "{place}：{property} 直接写在正文里，没有用样式",
        "who changes the style does not change this",
        "修改样式时此处不会随之改变",
    ),
    "theme-font": Wording(
        "{place}: a face comes from the theme ({attribute})",
        "{place}：字体取自主题（{attribute}）",
        "name the face; the theme may hold a Japanese one",
        "请直接写明字体；主题里可能是日文字体",
    ),
    "empty-paragraphs": Wording(
        "{place}: empty paragraphs follow each other",
        "{place}：连续出现空段落",
        "let a style make the space",
        "间距应由样式产生",
    ),
    "reference-missing": Wording(
        "{place}: the {kind} {name!r} is not there", "{place}：{kind}“{name}”不存在"
    ),
    "part-unused": Wording("{place}: nothing in the file uses this part", "{place}：没有被用到"),
    "part-untyped": Wording("{place}: this part has no media type", "{place}：没有内容类型"),
    "part-outside-file": Wording(
        "{place}: takes its {kind} from outside: {target}",
        "{place}：从外部取用 {kind}：{target}",
        "it would be loaded whenever the file is opened",
        "每次打开文件都会加载",
    ),
    "title-missing": Wording(
        "{place}: the document has no title",
        "{place}：文档没有标题",
        "File, Info, Properties, Title",
        "文件—信息—属性—标题",
    ),
    "template-leftover": Wording(
        "{place}: {what} is left over from a library's template",
        "{place}：{what} 是程序库模板的残留",
    ),
    "macros": Wording(
        "{place}: there are macros in the file",
        "{place}：文件含有宏",
        "many mail servers refuse it",
        "许多邮件服务器会拒收",
    ),
    "update-prompt": Wording(
        "{place}: Word will ask whether to update fields",
        "{place}：Word 打开时会询问是否更新域",
    ),
    "compatibility-mode": Wording(
        "{place}: Word will open the file in compatibility mode ({mode})",
        "{place}：Word 会以兼容模式打开（{mode}）",
    ),
    "book-mimetype": Wording(
        "the file does not begin with mimetype, stored as it is",
        "文件开头不是未压缩的 mimetype",
    ),
    "book-file-name": Wording(
        "{place}: a name that not every system can keep",
        "{place}：文件名含不允许的字符",
    ),
    "book-file-twice": Wording(
        "{place}: another file has this name",
        "{place}：文件名重复",
    ),
    "book-file-missing": Wording(
        "{place}: {target} is named, and is not there",
        "{place}：所列文件 {target} 不存在",
    ),
    "book-file-undeclared": Wording(
        "{place}: the package does not name this file",
        "{place}：文件未在清单中列出",
    ),
    "book-item-twice": Wording(
        "{place}: {target} is named twice",
        "{place}：{target} 被列出两次",
    ),
    "book-media-type": Wording(
        "{place}: not of the type {type}",
        "{place}：与所称类型 {type} 不符",
    ),
    "book-remote": Wording(
        "{place}: {target} lies outside the book",
        "{place}：{target} 不在书内",
    ),
    "book-version": Wording(
        "{place}: version {version} is not 3.0",
        "{place}：版本 {version} 不是 3.0",
    ),
    "book-metadata-missing": Wording(
        "{place}: {name} is missing, or cannot be what it should be",
        "{place}：缺少 {name}，或其值不对",
    ),
    "book-language": Wording(
        "{place}: {language} is no language tag",
        "{place}：{language} 不是语言标记",
    ),
    "book-date": Wording(
        "{place}: {date} is no date such as 2026-02-06",
        "{place}：{date} 不是 2026-02-06 这样的日期",
    ),
    "book-refines": Wording(
        "{place}: {id} is refined, and is not there",
        "{place}：所修饰的 {id} 不存在",
    ),
    "book-id-twice": Wording(
        "{place}: the id {id} is there twice",
        "{place}：标识 {id} 重复",
    ),
    "book-navigation-missing": Wording(
        "{place}: there must be one navigation document",
        "{place}：须有且只有一个导航文档",
    ),
    "book-covers": Wording(
        "{place}: there is more than one cover",
        "{place}：封面不止一个",
    ),
    "book-spine-empty": Wording(
        "{place}: nothing is to be read",
        "{place}：没有可读的内容",
    ),
    "book-spine": Wording(
        "{place}: {id} cannot stand in the order of reading",
        "{place}：{id} 不能列入阅读次序",
    ),
    "book-markup-broken": Wording(
        "{place}: no XML: {reason}",
        "{place}：不是 XML：{reason}",
    ),
    "book-doctype": Wording(
        "{place}: no XHTML document of EPUB 3",
        "{place}：不是 EPUB 3 的 XHTML 文档",
    ),
    "book-title-missing": Wording(
        "{place}: the document has no title",
        "{place}：文档没有标题",
    ),
    "book-element": Wording(
        "{place}: {name} may not stand in {parent}",
        "{place}：{name} 不能出现在 {parent} 中",
    ),
    "book-attribute": Wording(
        "{place}: {element} cannot have this attribute {name}",
        "{place}：{element} 不能有这样的属性 {name}",
    ),
    "book-required": Wording(
        "{place}: {element} lacks {name}",
        "{place}：{element} 缺少 {name}",
    ),
    "book-text": Wording(
        "{place}: {element} may hold no words of its own",
        "{place}：{element} 中不能直接有文字",
    ),
    "book-property": Wording(
        "{place}: the package says otherwise of {name}",
        "{place}：清单所称 {name} 与内容不符",
    ),
    "book-link-dead": Wording(
        "{place}: the link {target} leads nowhere",
        "{place}：链接 {target} 无处可去",
    ),
    "book-ncx-identifier": Wording(
        "{place}: another identifier than that of the package",
        "{place}：标识与包文件不同",
    ),
}
