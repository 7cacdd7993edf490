"""Made-up pages in the shapes that news sites have had through the years, with the truth of each."""
