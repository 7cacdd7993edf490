"""The subtree of a page into blocks."""
