"""What stands in a document besides the articles' own blocks; shared by all writers."""
