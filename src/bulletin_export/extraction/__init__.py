"""Finding the article in an HTML page; knows trees of elements, and the model."""
