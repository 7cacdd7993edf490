"""The smallest page that is PDF/A-2a and PDF/UA-1 at once: one figure, no text, no font.

It shows that the engine's verdict "compliant" can be had, and two faults in it that the
verdict is worth something: ISO 19005-2, 6.2.3 and ISO 14289-1, 7.3.
"""

from __future__ import annotations

import io

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String
from PIL import ImageCms

_XMP = b"""<?xpacket begin="\xef\xbb\xbf" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">control</rdf:li></rdf:Alt></dc:title>
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>part of ISO 14289</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>"""


def archival_page() -> bytes:
    """Return the page."""
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(200, 200))
    page.Contents = pdf.make_stream(
        b"/Figure <</MCID 0>> BDC 0.2 0.4 0.6 rg 50 50 100 100 re f EMC"
    )
    page.StructParents = 0
    page.Tabs = Name.S
    _add_structure(pdf, page.obj)
    _add_identity(pdf)
    return _saved(pdf)


def without_intent(data: bytes) -> bytes:
    """Return *data* without its output intent, which PDF/A demands for device colours."""
    pdf = pikepdf.open(io.BytesIO(data))
    del pdf.Root.OutputIntents
    return _saved(pdf)


def without_description(data: bytes) -> bytes:
    """Return *data* without the figure's alternative text, which PDF/UA demands."""
    pdf = pikepdf.open(io.BytesIO(data))
    del pdf.Root.StructTreeRoot.K.K[0].Alt
    return _saved(pdf)


def _add_structure(pdf: Pdf, page: pikepdf.Object) -> None:
    tree = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    document = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=tree))
    box = Dictionary(O=Name.Layout, BBox=Array([50, 50, 150, 150]), Placement=Name.Block)
    figure = pdf.make_indirect(
        Dictionary(
            Type=Name.StructElem,
            S=Name.Figure,
            P=document,
            Pg=page,
            K=0,
            A=box,
            Alt=String("a square"),
        )
    )
    document.K = Array([figure])
    tree.K = document
    tree.ParentTree = pdf.make_indirect(Dictionary(Nums=Array([0, Array([figure])])))
    tree.ParentTreeNextKey = 1
    pdf.Root.StructTreeRoot = tree


def _add_identity(pdf: Pdf) -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=String("sRGB"),
        DestOutputProfile=pdf.make_stream(profile, N=3),
    )
    pdf.Root.OutputIntents = Array([pdf.make_indirect(intent)])
    pdf.Root.MarkInfo = Dictionary(Marked=True)
    pdf.Root.Lang = String("zh-CN")
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    pdf.Root.Metadata = pdf.make_stream(_XMP, Type=Name.Metadata, Subtype=Name.XML)


def _saved(pdf: Pdf) -> bytes:
    result = io.BytesIO()
    pdf.save(result, deterministic_id=True)
    return result.getvalue()
