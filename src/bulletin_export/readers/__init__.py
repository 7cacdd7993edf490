"""Readers: the bytes of one input format into articles."""
