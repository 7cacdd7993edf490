"""Cleaning: what copying and old systems did to a Chinese text, undone and logged."""

from bulletin_export.transforms.clean.article import clean
from bulletin_export.transforms.clean.rules import chosen

__all__ = ["chosen", "clean"]
