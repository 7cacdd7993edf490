"""What joins the parts is what python-docx would write, byte for byte."""

import io
import zipfile

import docx.package
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from hypothesis import given, settings
from hypothesis import strategies as st

from bulletin_export.writers.docx.parts.joining import APP, CORE, DOCUMENT, joints
from bulletin_export.writers.docx.parts.package import _KINDS


@settings(max_examples=30)
@given(st.lists(st.sampled_from(sorted(_KINDS)), unique=True, min_size=1))
def test_python_docx_writes_the_same(names):
    kinds = {name: _KINDS[name] for name in names}
    with zipfile.ZipFile(saved(kinds)) as file:
        assert joints(kinds) == {name: file.read(name).decode() for name in joints(kinds)}


def saved(kinds):
    """Return the package that python-docx makes of parts of these *kinds*."""
    package = docx.package.Package()

    def part(name, content_type):
        return Part(PackURI(f"/{name}"), content_type, b"", package)

    document = part(DOCUMENT, CONTENT_TYPE.WML_DOCUMENT_MAIN)
    package.relate_to(document, RELATIONSHIP_TYPE.OFFICE_DOCUMENT)
    package.relate_to(
        part(CORE, CONTENT_TYPE.OPC_CORE_PROPERTIES), RELATIONSHIP_TYPE.CORE_PROPERTIES
    )
    app = part(APP, CONTENT_TYPE.OFC_EXTENDED_PROPERTIES)
    package.relate_to(app, RELATIONSHIP_TYPE.EXTENDED_PROPERTIES)
    for name, kind in kinds.items():
        target = part(name, getattr(CONTENT_TYPE, kind.content_type))
        relationship = getattr(RELATIONSHIP_TYPE, kind.relationship)
        document.load_rel(relationship, target, kind.identifier)
    buffer = io.BytesIO()
    package.save(buffer)
    return buffer
