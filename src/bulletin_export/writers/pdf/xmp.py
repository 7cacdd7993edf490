"""The XMP of a file: that it is PDF/A and PDF/UA, what it is, and where each article comes from.

ISO 16684-1; ISO 19005-2, 6.6.2 and 6.6.4; ISO 14289-1, 5. Properties of our own, and the one of
PDF/UA, are described in the file itself (ISO 19005-2, 6.6.2.3).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from bulletin_export.patterns import lazy_pattern
from bulletin_export.writers.pdf.facts import ArticleFacts, Facts

#: The name of the properties of our own.
NAMESPACE = "urn:bulletin-export:articles:1.0#"

_HEAD = (
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n'
)
_PDFA_ID = "http://www.aiim.org/pdfa/ns/id/"
_TAIL = '</rdf:RDF></x:xmpmeta><?xpacket end="r"?>'

_DATE = lazy_pattern(
    r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?)?)?", re.ASCII
)

#: The fields of an article in the order of `ArticleFacts`.
_FIELDS = {
    "title": ("Text", "title of the article"),
    "source": ("Text", "whose text it is"),
    "address": ("Text", "where the page was found"),
    "fetched": ("Date", "when the page was fetched"),
    "digest": ("Text", "SHA-256 of the bytes that were read, in hexadecimal"),
}


def packet(facts: Facts, part: int | None = 2) -> bytes:
    """Return the XMP packet of a file that is PDF/UA-1, and PDF/A-*part*a if it has one."""
    moment = facts.moment.strftime("%Y-%m-%dT%H:%M:%SZ")
    parts = (
        _HEAD,
        _about("pdfaid", _PDFA_ID, part=part, conformance="A") if part else "",
        _about("pdfuaid", "http://www.aiim.org/pdfua/ns/id/", part=1),
        _dublin_core(facts),
        _about(
            "xmp",
            "http://ns.adobe.com/xap/1.0/",
            CreatorTool=facts.tool,
            CreateDate=moment,
            ModifyDate=moment,
            MetadataDate=moment,
        ),
        _about(
            "pdf",
            "http://ns.adobe.com/pdf/1.3/",
            Producer=facts.tool,
            Keywords=facts.keywords,
        ),
        _articles(facts.articles),
        _EXTENSIONS,
        _TAIL,
    )
    return b"".join([one.encode() for one in parts])


def _about(prefix: str, uri: str, **properties: object) -> str:
    """Return a description with those of *properties*, plain texts, that say something."""
    written = (
        f"<{prefix}:{key}>{_escaped(str(value))}</{prefix}:{key}>"
        for key, value in properties.items()
        if value
    )
    return _described(prefix, uri, "".join(written))


def _described(prefix: str, uri: str, inner: str) -> str:
    return f'<rdf:Description rdf:about="" xmlns:{prefix}="{uri}">{inner}</rdf:Description>\n'


def _dublin_core(facts: Facts) -> str:
    inner = "".join(
        (
            "<dc:format>application/pdf</dc:format>",
            _alternatives("title", facts.title),
            _listed("creator", "Seq", facts.author),
            _alternatives("description", facts.subject),
            _listed("language", "Bag", facts.language),
            _listed("publisher", "Bag", facts.publisher),
            f"<dc:source>{_escaped(facts.source)}</dc:source>" if facts.source else "",
        )
    )
    return _described("dc", "http://purl.org/dc/elements/1.1/", inner)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _listed(key: str, kind: str, value: str) -> str:
    inner = f"<rdf:li>{_escaped(value)}</rdf:li>"
    return f"<dc:{key}><rdf:{kind}>{inner}</rdf:{kind}></dc:{key}>" if value else ""


def _alternatives(key: str, value: str) -> str:
    inner = f'<rdf:li xml:lang="x-default">{_escaped(value)}</rdf:li>'
    return f"<dc:{key}><rdf:Alt>{inner}</rdf:Alt></dc:{key}>" if value else ""


def _articles(articles: Iterable[ArticleFacts]) -> str:
    entries = "\n".join(map(_article, articles))
    inner = f"<be:articles><rdf:Seq>{entries}</rdf:Seq></be:articles>" if entries else ""
    return _described("be", NAMESPACE, inner)


def _article(article: ArticleFacts) -> str:
    fetched = article.fetched if _DATE.fullmatch(article.fetched) else ""
    values = (article.title, article.source, article.address, fetched, article.digest)
    fields = (
        f"<be:{key}>{_escaped(value)}</be:{key}>"
        for key, value in zip(_FIELDS, values, strict=True)
        if value
    )
    return f'<rdf:li rdf:parseType="Resource">{"".join(fields)}</rdf:li>'


def _resource(kind: str, fields: Mapping[str, str]) -> str:
    inner = "".join(
        f"<pdfa{kind}:{key}>{value}</pdfa{kind}:{key}>" for key, value in fields.items()
    )
    return f'<rdf:li rdf:parseType="Resource">{inner}</rdf:li>'


def _leaf(kind: str, fields: Mapping[str, str]) -> str:
    attributes = (f'pdfa{kind}:{key}="{value}"' for key, value in fields.items())
    return f"<rdf:li {' '.join(attributes)}/>"


def _sequence(*entries: str) -> str:
    return f"<rdf:Seq>{''.join(entries)}</rdf:Seq>"


def _property(name: str, value_type: str, category: str, description: str) -> str:
    fields = {"name": name, "valueType": value_type, "category": category}
    return _leaf("Property", {**fields, "description": description})


def _field(name: str) -> str:
    value_type, description = _FIELDS[name]
    fields = {"name": name, "valueType": value_type, "description": description}
    return _leaf("Field", fields)


_OURS = {"namespaceURI": NAMESPACE, "prefix": "be"}
_ARTICLE_TYPE = {
    "type": "Article",
    **_OURS,
    "description": "where an article comes from",
    "field": _sequence(*map(_field, _FIELDS)),
}
_ARTICLES = {
    "schema": "articles of a bulletin",
    **_OURS,
    "property": _sequence(_property("articles", "Seq Article", "external", "articles, in order")),
    "valueType": _sequence(_resource("Type", _ARTICLE_TYPE)),
}
_ACCESSIBLE = {
    "schema": "PDF/UA identification",
    "namespaceURI": "http://www.aiim.org/pdfua/ns/id/",
    "prefix": "pdfuaid",
    "property": _sequence(_property("part", "Integer", "internal", "part of ISO 14289")),
}
_PDFA = "http://www.aiim.org/pdfa/ns"
_EXTENSIONS = (
    f'<rdf:Description rdf:about="" xmlns:pdfaExtension="{_PDFA}/extension/"'
    f' xmlns:pdfaSchema="{_PDFA}/schema#" xmlns:pdfaProperty="{_PDFA}/property#"'
    f' xmlns:pdfaType="{_PDFA}/type#" xmlns:pdfaField="{_PDFA}/field#">'
    "<pdfaExtension:schemas><rdf:Bag>"
    f"{_resource('Schema', _ACCESSIBLE)}{_resource('Schema', _ARTICLES)}</rdf:Bag>"
    "</pdfaExtension:schemas></rdf:Description>\n"
)
