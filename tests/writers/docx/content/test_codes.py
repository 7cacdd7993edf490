"""The code of an article's address stands at its end."""

import io
import zipfile

from msgspec.structs import replace
from PIL import Image as Pillow

import builders as b
from bulletin_export.pictures.codes import qr_code
from bulletin_export.styling.template import Composition
from writers.docx.opened import TEMPLATE, all_of, part, written

ADDRESS = "https://example.cn/n/2026/0101/c1024-12345678.html"
WITH_CODES = replace(TEMPLATE, composition=Composition(qr=True))


def test_the_code_is_crisp_and_says_the_address():
    result = written(b.article("文", address=ADDRESS), WITH_CODES)
    last = all_of(part(result), "//w:body/w:p")[-1]
    assert all_of(last, "w:pPr/w:pStyle/@w:val") == ["AddressCode"]
    assert next(last.iter("{*}docPr")).get("descr") == f"二维码：{ADDRESS}"
    side = int(next(last.iter("{*}extent")).get("cx")) / 914_400
    with zipfile.ZipFile(io.BytesIO(result.data)) as package:
        (name,) = (name for name in package.namelist() if "media/" in name)
        image = Pillow.open(io.BytesIO(package.read(name)))
    code = qr_code(ADDRESS)
    assert image.mode == "1"
    assert image.width % code.side == 0
    assert image.width / side >= 300
    zoom = image.width // code.side
    dark = {(row, column + n) for row, column, length in code.bars for n in range(length)}
    for row in range(code.side):
        for column in range(code.side):
            middle = image.getpixel((column * zoom + zoom // 2, row * zoom + zoom // 2))
            assert (middle == 0) == ((row, column) in dark)


def test_no_address_no_code_and_one_too_long_is_remarked_on():
    assert not list(part(written(b.article("文"), WITH_CODES)).iter("{*}docPr"))
    result = written(b.article("文", address="https://a.cn/" + "a" * 3000), WITH_CODES)
    assert [remark.code for remark in result.diagnostics] == ["address-too-long"]
