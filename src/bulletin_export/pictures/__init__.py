"""Pictures: sniff, measure, and turn into what a format takes."""
