"""What the entries of all feeds have in common, whatever their format: words, dates, people."""
