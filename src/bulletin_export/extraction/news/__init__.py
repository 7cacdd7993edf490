"""What the XML formats of news agencies share: NITF, NewsML 1.2 and NewsML-G2."""
