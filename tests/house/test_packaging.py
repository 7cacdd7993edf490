"""The wheel holds what the product needs at run time, and says what it is."""

import email
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> zipfile.ZipFile:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    [path] = folder.glob("*.whl")
    return zipfile.ZipFile(path)


@pytest.mark.parametrize(
    ("folder", "inside"), [("templates", "templates"), ("fonts", "fonts"), ("sites", "sites")]
)
def test_the_wheel_holds_the_shipped_data(wheel, folder, inside):
    data = [path for path in (ROOT / folder).rglob("*") if path.is_file()]
    assert data
    held = set(wheel.namelist())
    for path in data:
        name = path.relative_to(ROOT / folder).as_posix()
        assert f"bulletin_export/data/{inside}/{name}" in held


def test_the_wheel_holds_every_module_and_no_test(wheel):
    modules = {
        path.relative_to(ROOT / "src").as_posix()
        for path in (ROOT / "src" / "bulletin_export").rglob("*.py")
    }
    held = set(wheel.namelist())
    assert modules <= held
    assert not [name for name in held if name.startswith(("tests", "tools", "bench", "examples"))]


def test_the_wheel_names_its_licence_and_the_notice(wheel):
    [metadata] = [name for name in wheel.namelist() if name.endswith(".dist-info/METADATA")]
    facts = email.message_from_bytes(wheel.read(metadata))
    assert facts["License-Expression"] == "MIT"
    assert set(facts.get_all("License-File")) == {"LICENSE", "NOTICE.md"}
    notice = wheel.read(metadata.replace("METADATA", "licenses/NOTICE.md")).decode()
    assert "AGPL-3.0" in notice


def test_the_wheel_brings_the_command(wheel):
    [points] = [name for name in wheel.namelist() if name.endswith("entry_points.txt")]
    assert b"bulletin-export = bulletin_export.__main__:main" in wheel.read(points)
