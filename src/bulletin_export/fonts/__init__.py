"""Typefaces: roles to faces, coverage, measuring, subsetting."""
