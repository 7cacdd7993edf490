"""The styles a document names: one for each role, and a few of our own.

Where Word has a built-in style of that duty its English name is used: Word knows it
by that name and shows it in the user's language. An article's title is heading 1, in
single documents and in bundles alike, so a heading of level n inside the article is
heading n + 1 and the navigation pane shows articles at its first level. The contents
list articles as toc 1, which Word regenerates from heading 1; sections are toc 2.
"""

from __future__ import annotations

from typing import NamedTuple

from bulletin_export.styling.template import Composition, Role


class StyleName(NamedTuple):
    """What a style is called in the file (``identifier``) and on the screen."""

    identifier: str
    name: str
    is_builtin: bool = False
    #: Another name on the screen, for those who look for the Chinese one.
    alias: str = ""

    @property
    def chinese(self) -> str:
        """What names of styles derived from it begin with."""
        return self.alias or self.name

    @property
    def xml(self) -> str:
        """The elements that say so (ISO/IEC 29500-1 §17.7.4.9, §17.7.4.1)."""
        other = f'<w:aliases w:val="{self.alias}"/>' if self.alias else ""
        return f'<w:name w:val="{self.name}"/>{other}'


STYLE_NAMES: dict[Role, StyleName] = {
    Role.PUBLICATION_TITLE: StyleName("PublicationTitle", "刊名"),
    Role.PUBLICATION_DATE: StyleName("PublicationDate", "刊期"),
    Role.CONTENTS_TITLE: StyleName("TOCHeading", "TOC Heading", True),
    Role.CONTENTS_SECTION: StyleName("TOC2", "toc 2", True),
    Role.CONTENTS_ENTRY: StyleName("TOC1", "toc 1", True),
    Role.SECTION_TITLE: StyleName("SectionTitle", "栏目"),
    Role.KICKER: StyleName("Kicker", "引题"),
    Role.TITLE: StyleName("Heading1", "heading 1", True),
    Role.SUBTITLE: StyleName("ArticleSubtitle", "副题"),
    Role.DATELINE: StyleName("Dateline", "信息行"),
    # Not 正文: that is how Chinese Word shows its built-in style Normal.
    Role.BODY: StyleName("ArticleBody", "正文段落"),
    Role.HEADING_1: StyleName("Heading2", "heading 2", True),
    Role.HEADING_2: StyleName("Heading3", "heading 3", True),
    Role.HEADING_3: StyleName("Heading4", "heading 4", True),
    Role.HEADING_4: StyleName("Heading5", "heading 5", True),
    Role.HEADING_5: StyleName("Heading6", "heading 6", True),
    Role.HEADING_6: StyleName("Heading7", "heading 7", True),
    Role.QUOTE: StyleName("Quote", "Quote", True, "引文"),
    Role.LIST: StyleName("ListEntry", "列表项"),
    # The name by which pandoc knows such blocks.
    Role.CODE: StyleName("SourceCode", "Source Code", False, "代码块"),
    Role.TABLE: StyleName("TableText", "表格文字"),
    Role.TABLE_HEADER: StyleName("TableHeader", "表头"),
    Role.CAPTION: StyleName("Caption", "caption", True, "图注"),
    Role.NOTE: StyleName("FootnoteText", "footnote text", True),
    Role.COPY_NUMBER: StyleName("CopyNumber", "份号"),
    Role.SECURITY: StyleName("SecurityMark", "密级和紧急程度"),
    Role.ISSUER: StyleName("IssuerMark", "发文机关标志"),
    Role.DOCUMENT_NUMBER: StyleName("DocumentNumber", "发文字号"),
    Role.SIGNER: StyleName("Signer", "签发人"),
    Role.ADDRESSEES: StyleName("Addressees", "主送机关"),
    Role.ATTACHMENTS: StyleName("AttachmentNames", "附件说明"),
    Role.ATTENDANCE: StyleName("Attendance", "出席"),
    Role.SIGNATURE: StyleName("SignatureLine", "署名和日期"),
    Role.ANNOTATION: StyleName("AnnotationLine", "附注"),
    Role.ANNEX_MARK: StyleName("AnnexMark", "附件"),
    Role.ANNEX_TITLE: StyleName("AnnexTitle", "附件标题"),
    Role.IMPRINT: StyleName("Imprint", "版记"),
    Role.MISSING: StyleName("MissingPicture", "缺图说明"),
    Role.CREDIT: StyleName("Credit", "供稿单位"),
    Role.ADDRESS: StyleName("SourceAddress", "原文地址"),
    Role.HEADER: StyleName("Header", "header", True),
    Role.FOOTER: StyleName("Footer", "footer", True),
}

#: A paragraph that holds a picture: as high as the picture.
PICTURE = StyleName("Picture", "图片")
#: What the ids of styles have that stand beside the text.
BESIDE = "Beside"
#: The QR code of the page's address.
CODE_OF_ADDRESS = StyleName("AddressCode", "二维码")
#: An empty paragraph with a rule below.
RULE = StyleName("Rule", "分隔线")
#: An empty line between two tables, which would otherwise become one.
SPACER = StyleName("Spacer", "表间空行")
#: Heads and feet of even pages, where those stand on the other side.
HEADER_EVEN = StyleName("HeaderEven", "偶数页页眉")
FOOTER_EVEN = StyleName("FooterEven", "偶数页页脚")
#: Heads and feet of turned pages, which are wider.
HEADER_TURNED = StyleName("HeaderTurned", "横页页眉")
FOOTER_TURNED = StyleName("FooterTurned", "横页页脚")
CLASSIFICATION = StyleName("ClassificationLine", "页首标记")
COVER_TITLE = StyleName("CoverTitle", "封面刊名")
COVER_LONG_TITLE = StyleName("CoverLongTitle", "封面长刊名")
COVER_DATE = StyleName("CoverDate", "封面刊期")
COVER_SECTION = StyleName("CoverSection", "封面栏目")
COVER_ENTRY = StyleName("CoverEntry", "封面要目")
COVER_PUBLISHER = StyleName("CoverPublisher", "封面编印单位")
#: Too low to be seen: heads and feet without words, what follows the contents, and what
#: follows columns, which are level only where something does.
BLANK = StyleName("BlankLine", "占位空行")
TABLE_STYLE = StyleName("BulletinTable", "简报表格")

# Official documents: what stands elsewhere than its role says.
JOINT_ISSUER = StyleName("JointIssuer", "联合发文机关")
JOINT_ISSUER_SMALL = StyleName("JointIssuerSmall", "联合发文机关小字")
#: Marks too long for their line are made narrower, to so many per cent.
NARROW_ISSUER = {
    percent: StyleName(f"NarrowIssuer{percent}", f"发文机关标志{percent}%")
    for percent in (90, 80, 70, 60, 50, 40)
}
SIGNER_LABEL = StyleName("SignerLabel", "签发人标签")
FURTHER_SIGNERS = StyleName("FurtherSigners", "签发人转行")
NUMBER_AT_LEFT = StyleName("NumberAtLeft", "发文字号居左")
LETTER_NUMBER = StyleName("LetterNumber", "信函发文字号")
#: A paragraph of no height, on whose page stands a table that is placed on the sheet.
ANCHOR = StyleName("Anchor", "版式锚点")
#: The lines between the red rule and the title (GB/T 9704-2012, 7.3.1).
BELOW_RED_RULE = StyleName("BelowRedRule", "红线下空行")
FIRST_ATTACHMENT = StyleName("FirstAttachment", "附件说明首项")
FURTHER_ATTACHMENT = StyleName("FurtherAttachment", "附件说明续项")
LATE_ATTACHMENT = StyleName("LateAttachment", "附件说明两位序号")
ATTENDANCE_NAMES = StyleName("AttendanceNames", "出席人员")
UNSEALED_SIGNATURE = StyleName("UnsealedSignature", "署名不盖章")
COPIES = StyleName("Copies", "抄送机关")
RECIPIENTS = StyleName("Recipients", "报送发")
BRIEFING_NAME = StyleName("BriefingName", "简报名称")
BRIEFING_DATE = StyleName("BriefingDate", "简报日期")
BRIEFING_NUMBER = StyleName("BriefingCopyNumber", "简报编号")
PRINTED_ON = StyleName("PrintedOn", "印发日期")
NOTICE_PART = StyleName("NoticePart", "公文版式")
NOTICE_HEAD = StyleName("NoticeHead", "版头")
LETTER_HEAD = StyleName("LetterHead", "信函首")
LETTER_RULE = StyleName("LetterRule", "信函下红线表格")
NOTICE_IMPRINT = StyleName("NoticeImprint", "版记表格")

EMPHASIS = StyleName("Emphasis", "Emphasis", True)
EMPHASIS_DOTS = StyleName("EmphasisDots", "着重号")
HYPERLINK = StyleName("Hyperlink", "Hyperlink", True)
READING = StyleName("Reading", "注音")
INLINE_CODE = StyleName("InlineCode", "行内代码")
#: What is counted and not shown.
HIDDEN = StyleName("HiddenNumber", "隐藏编号")
INLINE_MISSING = StyleName("InlineMissing", "行内缺图说明")
NOTE_MARK = StyleName("FootnoteReference", "footnote reference", True)
ENDNOTE_MARK = StyleName("EndnoteReference", "endnote reference", True)
ENDNOTE_TEXT = StyleName("EndnoteText", "endnote text", True)


class NoteKind(NamedTuple):
    """How the elements and styles of notes are called: at the foot of the page, or at the end."""

    name: str
    mark: StyleName
    #: The style of their paragraphs.
    text: str


FOOTNOTES = NoteKind("footnote", NOTE_MARK, STYLE_NAMES[Role.NOTE].identifier)
ENDNOTES = NoteKind("endnote", ENDNOTE_MARK, ENDNOTE_TEXT.identifier)


def note_kind(composition: Composition) -> NoteKind:
    """Return which notes of Word those of a document are."""
    return ENDNOTES if composition.notes == "end" else FOOTNOTES


#: The number (``w:id``) of the first note; those before it are the separators'.
FIRST_NOTE = 2

#: Where the gallery of styles shows them; headings are 9, as in Word, and all others 10.
PRIORITIES = {
    Role.BODY: 1, Role.LIST: 11, Role.QUOTE: 11, Role.CODE: 12, Role.CAPTION: 12,
    Role.TABLE: 13, Role.TABLE_HEADER: 13, Role.MISSING: 20,
    Role.CONTENTS_TITLE: 39, Role.CONTENTS_SECTION: 39, Role.CONTENTS_ENTRY: 39,
    Role.NOTE: 99, Role.HEADER: 99, Role.FOOTER: 99,
}  # fmt: skip
#: Whoever ends a paragraph of these begins another of the same; after others comes the body.
REPEATED = frozenset({
    Role.BODY, Role.QUOTE, Role.LIST, Role.CODE, Role.TABLE, Role.TABLE_HEADER, Role.NOTE,
    Role.CONTENTS_SECTION, Role.CONTENTS_ENTRY, Role.ATTACHMENTS, Role.ATTENDANCE,
    Role.SIGNATURE, Role.IMPRINT, Role.HEADER, Role.FOOTER,
})  # fmt: skip

_HEADINGS = {STYLE_NAMES[Role.heading(level)].identifier: level for level in range(1, 7)}


def style_id(role: Role) -> str:
    """The id of the paragraph style for *role*."""
    return STYLE_NAMES[role].identifier


def outline_level(role: Role) -> int | None:
    """The outline level of *role*, counted from 0; None for what is no heading."""
    return 0 if role is Role.TITLE else _HEADINGS.get(style_id(role))
