"""Elements and attributes of XHTML that a book of articles can hold (HTML, 4; EPUB 3.3, 6.1)."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """Return the words of *text*."""
    return frozenset(text.split())


#: Elements that stand where blocks stand.
BLOCKS = words(
    "address article aside blockquote details dialog div dl fieldset figure footer form h1 h2 "
    "h3 h4 h5 h6 header hgroup hr main menu nav ol p pre search section table ul"
)
#: Elements that hold words and no blocks.
PHRASES = words(
    "abbr b bdi bdo cite code data dfn em h1 h2 h3 h4 h5 h6 i kbd label mark p pre q rp rt "
    "ruby s samp small span strong sub sup time u var"
)
_OTHERS = words(
    "a area audio base body br button canvas caption col colgroup datalist dd del dt embed "
    "figcaption head html iframe img input ins legend li link map meta meter noscript object "
    "optgroup option output param picture progress script select slot source style summary "
    "tbody td template textarea tfoot th thead title tr track video wbr"
)
ELEMENTS = BLOCKS | PHRASES | _OTHERS
_ROWS = words("table thead tbody tfoot")
#: Where an element must stand.
PARENTS = {
    "li": words("ul ol menu"),
    "dt": words("dl div"),
    "dd": words("dl div"),
    "tr": _ROWS,
    **dict.fromkeys(("td", "th"), words("tr")),
    **dict.fromkeys(("thead", "tbody", "tfoot", "caption"), words("table")),
    "figcaption": words("figure"),
    **dict.fromkeys(("rt", "rp"), words("ruby")),
}
#: What only certain children may stand in.
CHILDREN = {
    "html": words("head body"),
    "head": words("base link meta noscript script style template title"),
    **dict.fromkeys(("thead", "tbody", "tfoot"), words("tr script template")),
    "colgroup": words("col script template"),
    "dl": words("dt dd div script template"),
    **dict.fromkeys(words("br col hr img input link meta source title wbr"), words("")),
    **dict.fromkeys(("ul", "ol"), words("li script template")),
    "tr": words("td th script template"),
    "table": words("caption colgroup thead tbody tfoot tr script template"),
}
#: Of these there is one at most in what holds them.
SINGLE = words("head body title figcaption caption thead tfoot main")
#: What may stand in them is what may stand around them.
TRANSPARENT = words("a del ins map")
#: Attributes that every element may have.
ATTRIBUTES = words(
    "accesskey autocapitalize autofocus class contenteditable dir draggable enterkeyhint "
    "hidden id inert inputmode is itemid itemprop itemref itemscope itemtype lang nonce "
    "popover role slot spellcheck style tabindex title translate"
)
_OWN = {
    "a": "href hreflang rel type target download ping referrerpolicy",
    "img": (
        "src alt width height srcset sizes usemap ismap loading decoding crossorigin "
        "referrerpolicy fetchpriority "
    ),
    "td": "colspan rowspan headers",
    "th": "colspan rowspan headers scope abbr",
    "ol": "start reversed type",
    "li": "value",
    "meta": "name content http-equiv charset property media",
    "link": "rel href type media hreflang sizes as crossorigin integrity referrerpolicy",
    "style": "type media",
    "blockquote": "cite",
    "q": "cite",
    "del": "cite datetime",
    "ins": "cite datetime",
    "time": "datetime",
    "data": "value",
    "col": "span",
    "colgroup": "span",
    "html": "prefix",
    "details": "open name",
}
#: Those of an element that has some of its own.
OWN_ATTRIBUTES = {name: ATTRIBUTES | words(own) for name, own in _OWN.items()}
#: Elements of forms, media and the like, whose attributes are not looked at.
UNCHECKED = words(
    "area audio base button canvas dialog embed fieldset form iframe input label map meter "
    "object optgroup option output param picture progress script select source template "
    "textarea track video"
)
