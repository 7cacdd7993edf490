"""Pages of headlines: told from articles, and what they name."""
