"""Sentences about templates."""

from collections.abc import Mapping

from bulletin_export.wording.wording import Wording

WORDINGS: Mapping[str, Wording] = {
    "template-not-found": Wording(
        "no template {name!r}",
        "没有名为“{name}”的模板",
        "{advice}",
        "{advice}",
    ),
    "unusable-document": Wording(
        "the document {document} cannot be a template: {reason}",
        "文档“{document}”不能用作模板：{reason}",
        "open it in Word or WPS and save it as an ordinary, unlocked Word document (.docx)",
        "请用 Word 或 WPS 打开，另存为普通的、未加密的 Word 文档（.docx）",
    ),
    "invalid-placeholder": Wording(
        "{document}: {place}: {placeholder}: {reason}",
        "{document}，{place}，占位符 {placeholder}：{reason}",
        "{advice}",
        "{advice}",
    ),
    "template-word-only": Wording(
        "{template} is for Word; {format} has the looks of the template {ground}",
        "“{template}”只用于 Word；{format} 按模板 {ground} 的样式输出",
        "to change them, write a template.toml; see docs/word-templates.md",
        "如需更改，请编写 template.toml；见 docs/word-templates.md",
    ),
    "document-leads-outside": Wording(
        "the document {document} takes something from outside when it is opened: {target}",
        "文档“{document}”打开时会读取外部内容：{target}",
        "embed it in the document instead",
        "请改为嵌入文档",
    ),
    "document-unsigned": Wording(
        "the digital signature of {document} was left out, as the text is another one",
        "“{document}”的数字签名未保留，因为文字已经改变",
    ),
    "invalid-template": Wording(
        "template {template}: {key}: {reason}",
        "模板 {template}：{key}：{reason}",
        "{advice}",
        "{advice}",
    ),
}
