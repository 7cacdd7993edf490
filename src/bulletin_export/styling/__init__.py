"""Templates: page, styles, furniture and composition, shared by all writers."""
