"""Chinese-language bulletins from HTML and XML into Word, PDF and EPUB."""
