"""Switches of the test run."""


def pytest_addoption(parser):
    parser.addoption(
        "--rewrite", action="store_true", help="write published files (JSON Schema) anew"
    )
