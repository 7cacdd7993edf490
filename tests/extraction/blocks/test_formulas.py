"""A formula is printed as a line of text; no sign of it is lost."""

import pytest

from builders import p, sub, sup
from bulletin_export.extraction.fragment import blocks_of_html

CASES = {
    "<msup><mi>x</mi><mn>2</mn></msup><mo>=</mo><mn>4</mn>": p("x", sup("2"), "=4"),
    "<msubsup><mi>a</mi><mn>1</mn><mn>2</mn></msubsup>": p("a", sub("1"), sup("2")),
    "<mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mn>2</mn></mfrac>": p("(a+b)/2"),
    "<msqrt><mn>2</mn></msqrt>": p("√2"),
    "<mfenced><mi>a</mi><mi>b</mi></mfenced>": p("(a,b)"),
    "<semantics><mi>x</mi><annotation>x</annotation></semantics>": p("x"),
}


@pytest.mark.parametrize("html", CASES)
def test_a_formula_becomes(html):
    blocks, remarks = blocks_of_html(f"<math>{html}</math>")
    assert blocks == (CASES[html],)
    assert remarks == ()


def test_a_formula_drawn_twice_is_read_once():
    html = '<p>令<span class="katex"><math><mi>x</mi></math><span aria-hidden="true">x</span></span></p>'
    assert blocks_of_html(html)[0] == (p("令x"),)
