"""Issue files: what an issue of a bulletin consists of, in TOML, and what becomes of it."""
