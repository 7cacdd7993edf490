"""What is known of an article: head, printed lines, bylines."""
