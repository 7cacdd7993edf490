"""Writers: a publication into the bytes of one output format."""
