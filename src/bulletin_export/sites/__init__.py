"""Rules for single sites: where their article stands, in small files that anybody can add."""
