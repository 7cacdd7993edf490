"""A template as data: page, styles, furniture, composition.

One template drives all three writers. The fields are the keys of
``template.toml``; lengths carry their units.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from pathlib import PurePath
from typing import Literal

import msgspec

from bulletin_export.cleaning_choice import DEFAULT
from bulletin_export.styling.house_document import HouseDocument
from bulletin_export.typefaces import FontRole, LatinRole
from bulletin_export.units import Length, Measure


class Role(StrEnum):
    """Which kind of text something is; a template says how each looks."""

    PUBLICATION_TITLE = "publication-title"
    PUBLICATION_DATE = "publication-date"
    CONTENTS_TITLE = "contents-title"
    CONTENTS_SECTION = "contents-section"
    CONTENTS_ENTRY = "contents-entry"
    SECTION_TITLE = "section-title"
    KICKER = "kicker"
    TITLE = "title"
    SUBTITLE = "subtitle"
    DATELINE = "dateline"
    BODY = "body"
    HEADING_1 = "heading-1"
    HEADING_2 = "heading-2"
    HEADING_3 = "heading-3"
    HEADING_4 = "heading-4"
    HEADING_5 = "heading-5"
    HEADING_6 = "heading-6"
    QUOTE = "quote"
    LIST = "list"
    CODE = "code"
    TABLE = "table"
    TABLE_HEADER = "table-header"
    CAPTION = "caption"
    NOTE = "note"
    #: 份号; 密级 and 紧急程度; 发文机关标志; 发文字号; 签发人 of an official document.
    COPY_NUMBER = "copy-number"
    SECURITY = "security"
    ISSUER = "issuer"
    DOCUMENT_NUMBER = "document-number"
    SIGNER = "signer"
    #: 主送机关; 附件说明; 出席 and the like; 署名 and 成文日期; 附注.
    ADDRESSEES = "addressees"
    ATTACHMENTS = "attachments"
    ATTENDANCE = "attendance"
    SIGNATURE = "signature"
    ANNOTATION = "annotation"
    #: 附件1, and the title of that annex; 版记.
    ANNEX_MARK = "annex-mark"
    ANNEX_TITLE = "annex-title"
    IMPRINT = "imprint"
    #: Who sent an article in, or what it was taken from.
    CREDIT = "credit"
    #: The framed line that stands for a picture that could not be had.
    MISSING = "missing"
    #: The address of the page, at the article's end.
    ADDRESS = "address"
    HEADER = "header"
    FOOTER = "footer"

    @classmethod
    def heading(cls, level: int) -> Role:
        """The role of a heading of *level* 1 to 6."""
        return cls(f"heading-{level}")


class Align(StrEnum):
    """How the lines of a paragraph fill the measure."""

    JUSTIFY = "justify"
    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


class TextStyle(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The look of one role."""

    font: FontRole = FontRole.SONG
    latin: LatinRole = LatinRole.SERIF
    size: Length = Length(12)
    #: From one baseline to the next.
    line_pitch: Measure = Measure(1.6, "em")
    #: Of the first line.
    indent: Measure = Measure(0, "em")
    #: Of all lines, from the left and the right edge of the measure.
    margin_left: Measure = Measure(0, "em")
    margin_right: Measure = Measure(0, "em")
    space_before: Measure = Measure(0, "line")
    space_after: Measure = Measure(0, "line")
    align: Align = Align.JUSTIFY
    bold: bool = False
    #: ``#RRGGBB``.
    colour: str = "#000000"
    #: Rules above and below, or all round; and ``#RRGGBB`` behind the lines, or nothing.
    box: Literal["none", "rules", "frame"] = "none"
    background: str = ""
    keep_with_next: bool = False
    keep_together: bool = False
    page_break_before: bool = False

    @property
    def pitch(self) -> Length:
        """From one baseline to the next."""
        return self.line_pitch.length(size=self.size, pitch=self.size)

    def length(self, measure: Measure) -> Length:
        """Return *measure* (em, line, pt, mm) as it comes out in this style."""
        return measure.length(size=self.size, pitch=self.pitch)


class Margins(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Distances of the type area from the page's edges."""

    top: Length = Length.of_mm(25)
    right: Length = Length.of_mm(25)
    bottom: Length = Length.of_mm(25)
    left: Length = Length.of_mm(25)


class Grid(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Lines a page and characters a line; 0 means no grid in that direction."""

    lines: int = 0
    characters: int = 0


class PageStyle(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The sheet and its type area."""

    width: Length = Length.of_mm(210)
    height: Length = Length.of_mm(297)
    margins: Margins = Margins()
    #: On even pages the left and right margins change places (duplex).
    mirrored: bool = False
    columns: int = 1
    column_gap: Measure = Measure(2, "em")
    #: A thin rule between columns.
    column_rule: bool = False
    grid: Grid = Grid()

    @property
    def measure(self) -> Length:
        """The width of the type area."""
        return Length(self.width.pt - self.margins.left.pt - self.margins.right.pt)

    @property
    def depth(self) -> Length:
        """The height of the type area."""
        return Length(self.height.pt - self.margins.top.pt - self.margins.bottom.pt)


class FurnitureLine(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What stands left, centre and right in a running head or foot.

    ``{page}``, ``{pages}``, ``{title}`` (publication), ``{article}``, ``{section}``,
    ``{date}`` are filled in page by page.
    """

    left: str = ""
    centre: str = ""
    right: str = ""
    #: A thin rule between this line and the type area.
    rule: bool = False

    def __bool__(self) -> bool:
        return bool(self.left or self.centre or self.right)


class Furniture(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Running head and foot; distances are from the type area."""

    header: FurnitureLine = FurnitureLine()
    footer: FurnitureLine = FurnitureLine(centre="— {page} —")
    header_distance: Length = Length.of_mm(7)
    footer_distance: Length = Length.of_mm(7)
    #: Print the header on the first page too.
    first_page_header: bool = False
    first_page_footer: bool = True
    #: On even pages left and right change places.
    mirrored: bool = False
    #: How the pages before the first article are numbered: apart, or with the others.
    front_numbers: Literal["roman", "continue", "none"] = "roman"
    #: What opens a publication of many: nothing, its title above the contents, a page of its own.
    cover: Literal["none", "masthead", "page"] = "masthead"
    #: Print the list of contents that a publication of many wants.
    contents: bool = True
    #: Contents stand on pages of their own; else the articles follow on the same page.
    contents_apart: bool = True
    #: Printed pale across every page.
    watermark: str = ""
    #: Printed at the head of every page (内部资料 注意保存).
    classification: str = ""


#: What a dateline can say, in the order given by the template.
DatelineField = Literal["source", "date", "author", "editor", "photographer", "views", "publisher"]


class Composition(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How lines are set (CLREQ, GB/T 15834) and what an article is headed with."""

    level: Literal["none", "basic", "gb", "strict"] = "gb"
    region: Literal["GB", "TW", "HK", "JP"] = "GB"
    trim_start: Literal["all", "not-first", "none"] = "all"
    trim_end: Literal["force", "allow", "full", "hang"] = "force"
    push_in: bool = True
    #: Lines are chosen for the whole paragraph, or one after the other.
    breaker: Literal["optimal", "greedy"] = "optimal"
    #: Cut long words of a known language by its rules.
    hyphenate: bool = True
    #: A number and 年, 月, 日 or another unit behind it stay together.
    keep_unit: bool = False
    #: The blank half of 。？！ may give way, last of all.
    squeeze_full_stops: bool = True
    #: How stress is shown: another face, a dot below each character, a heavier face.
    emphasis: Literal["kai", "dots", "bold"] = "kai"
    #: The gap between Han and Latin, in em.
    autospace: float = 0.25
    dateline: tuple[DatelineField, ...] = ("source", "date", "author")
    #: Put 来源： and the like before the facts of the dateline.
    dateline_labels: bool = True
    #: Print the address of the page after the article.
    show_address: bool = True
    #: Print a QR code of the page's address after the article.
    qr: bool = False
    #: Print the addresses of external links behind their words.
    print_links: bool = False
    #: Notes stand at the foot of their page, or after the article.
    notes: Literal["foot", "end"] = "foot"
    #: So many lines of a paragraph stand together at least, at a page's end and start; 1 for any.
    widows: int = 2
    #: A thin rule between articles that follow each other on a page.
    article_rule: bool = False
    contents_title: str = "目录"
    #: Headings are numbered 一、（一）1.（1）: none, those whose marks are typed so, or all.
    heading_numbers: Literal["none", "typed", "all"] = "none"
    #: Put 图1, 表1 before captions that bring no number.
    number_captions: bool = False


class NoticeStyle(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How the parts around an official document stand (GB/T 9704-2012, 7.2 and 7.4)."""

    #: From the top of the type area to the top of 发文机关标志.
    mark_top: Length = Length.of_mm(35)
    #: From 发文字号 to the red rule, and how thick that is.
    red_rule_distance: Length = Length.of_mm(4)
    red_rule: Length = Length.of_mm(0.4)
    #: Blank lines above 署名 where a seal covers it.
    seal_lines: int = 2
    #: The first and last rule of 版记, and those between.
    imprint_rule: Length = Length.of_mm(0.35)
    imprint_inner_rule: Length = Length.of_mm(0.25)


class Cleaning(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How the texts for such documents are cleaned."""

    #: A choice of rules: ``default``, ``none,+edges``, ``+S23,-S7``.
    rules: str = DEFAULT


#: What readers of a protected PDF may do.
Permission = Literal["print", "copy", "annotate", "assemble", "change"]
PERMISSIONS: tuple[Permission, ...] = ("print", "copy", "annotate", "assemble", "change")


class PdfStyle(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What concerns PDF alone."""

    #: Two pages a sheet, in the order of a stapled booklet.
    impose: Literal["none", "booklet"] = "none"
    #: Colours for the screen, greys alone, or black and the one red of the press (C0 M80 Y80 K0).
    colours: Literal["screen", "grey", "press"] = "screen"
    #: Without this word nobody opens the file; empty: anybody does.
    password: str = ""
    #: With this word people do as they like; empty: nobody has it.
    owner_password: str = ""
    #: What others may do.
    permissions: tuple[Permission, ...] = PERMISSIONS

    @property
    def is_locked(self) -> bool:
        """Whether a word is wanted to open the file, or to do as one likes with it."""
        return bool(self.password or self.owner_password)

    @property
    def is_protected(self) -> bool:
        """Whether the file is encrypted."""
        return self.is_locked or set(self.permissions) != set(PERMISSIONS)


class WordStyle(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What concerns Word alone."""

    #: A document of the house whose styles, furniture and placeholders are used: a file, as
    #: seen from the folder of the template; empty for none.
    template: str = ""
    #: The grid counts characters, too; Word alone reads that well.
    character_grid: bool = False
    #: Pictures stand between paragraphs, or narrow ones at the right with the text beside them.
    pictures: Literal["inline", "anchored"] = "inline"
    #: Pictures with more pixels an inch are reduced to so many; 0 for never.
    dpi: int = 300


class EpubStyle(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What concerns EPUB alone."""

    #: How far the navigation goes down: 1 to sections, 2 to articles, 3 to the first level of
    #: their headings, and so on; what has no section is always there.
    depth: int = 3
    #: In a book of three articles and more, each ends with links to those beside it.
    neighbours: bool = True
    #: The contents once more, as reading systems of EPUB 2 want them (NCX).
    ncx: bool = True
    #: Lines run from left to right, or from top to bottom, the first one at the right.
    writing: Literal["horizontal", "vertical"] = "horizontal"
    #: Whose reading system it is made for: kinds and sizes of pictures, size of the book.
    profile: Literal["plain", "kindle", "apple", "kobo"] = "plain"
    #: A bundle has a cover, drawn from its title, issue and contents (``drawn``), or ``none``; else
    #: the file of a picture, as seen from the folder of the template, for single articles, too.
    cover: str = "drawn"

    @property
    def cover_file(self) -> str:
        """The file of the picture on the cover; empty if there is none to be read."""
        return "" if self.cover in ("drawn", "none") else self.cover


class Template(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Everything a writer needs to know about looks."""

    name: str
    about: str = ""
    page: PageStyle = PageStyle()
    styles: Mapping[Role, TextStyle]
    furniture: Furniture = Furniture()
    composition: Composition = Composition()
    notice: NoticeStyle = NoticeStyle()
    pdf: PdfStyle = PdfStyle()
    word: WordStyle = WordStyle()
    epub: EpubStyle = EpubStyle()
    cleaning: Cleaning = Cleaning()
    #: Preferred families or font files for a role, best first; before the usual chain.
    fonts: Mapping[FontRole | LatinRole, tuple[str, ...]] = {}
    #: Names that Word writes; see ``fonts/fonts.toml``.
    word_fonts: Literal["windows", "gongwen", "open"] = "windows"
    #: Put the faces into Word and EPUB files, cut to the characters used.
    embed_fonts: bool = False
    #: Further rules for EPUB, from ``epub.css`` beside the template.
    stylesheet: str = ""
    #: The bytes of the file that ``epub.cover`` names.
    cover: bytes = b""
    #: The document that ``word.template`` names, for Word alone.
    house: HouseDocument | None = None

    @property
    def is_document(self) -> bool:
        """Whether it is a document of the house and nothing else."""
        return self.house is not None and self.name == PurePath(self.house.name).name

    def style(self, role: Role) -> TextStyle:
        """The look of *role*."""
        return self.styles[role]
