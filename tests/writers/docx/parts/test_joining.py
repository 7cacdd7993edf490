"""What joins the parts is what python-docx would write, byte for byte."""

import subprocess
import sys

from hypothesis import given, settings
from hypothesis import strategies as st

from bulletin_export.writers.docx.parts import joining
from bulletin_export.writers.docx.parts.joining import Kind, joined_by_python_docx, joints
from bulletin_export.writers.docx.parts.package import _KINDS, _kind

NAMES = (*sorted(_KINDS), "word/header1.xml", "word/footer1.xml", "word/footer2.xml")


@settings(max_examples=30)
@given(st.lists(st.sampled_from(NAMES), unique=True, min_size=1))
def test_python_docx_writes_the_same(names):
    kinds = {name: _kind(name) for name in names}
    assert joints(kinds) == joined_by_python_docx(kinds)


def test_a_kind_that_is_not_known_here_is_left_to_python_docx():
    kinds = {"word/comments.xml": Kind("WML_COMMENTS", "COMMENTS", "rComments")}
    assert joints(kinds) == joined_by_python_docx(kinds)
    assert "wordprocessingml.comments+xml" in joints(kinds)[joining.CONTENT_TYPES]


def test_our_own_documents_are_joined_without_loading_python_docx():
    program = (
        "import sys; from bulletin_export.writers.docx.parts.joining import joints;"
        "from bulletin_export.writers.docx.parts.package import _KINDS; joints(_KINDS);"
        "sys.exit('docx' in sys.modules)"
    )
    path = ":".join(sys.path)
    assert (
        subprocess.run(
            [sys.executable, "-c", program], check=False, env={"PYTHONPATH": path}
        ).returncode
        == 0
    )
