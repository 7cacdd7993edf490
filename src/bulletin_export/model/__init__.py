"""The article model: data only."""
