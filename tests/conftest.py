"""Switches of the test run."""


def pytest_addoption(parser):
    parser.addoption(
        "--rewrite",
        "--update-golden",
        dest="rewrite",
        action="store_true",
        help="write published files (JSON Schema) and golden files anew; look at the difference",
    )
