"""Lines and pages as data; knows nothing of PDF."""
