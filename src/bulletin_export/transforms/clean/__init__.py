"""Cleaning: what copying and old systems did to a Chinese text, undone and logged."""

from bulletin_export.transforms.clean.article import clean
from bulletin_export.transforms.clean.text import rules_with

__all__ = ["clean", "rules_with"]
