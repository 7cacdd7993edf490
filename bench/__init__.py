"""Our time against what people use today, in one run on one machine."""
