"""One source to finished articles: read, cleaned, with their pictures.

Nothing here touches the disk or the network: what fetches comes in as an argument.
"""

from bulletin_export.reading.result import Reading, require_articles
from bulletin_export.reading.settings import PLAIN, ReadSettings
from bulletin_export.reading.source import read_source

__all__ = ["PLAIN", "ReadSettings", "Reading", "read_source", "require_articles"]
