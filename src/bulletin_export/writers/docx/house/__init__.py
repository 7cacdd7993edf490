"""A document of the house as template: opened once, then filled for every publication."""
