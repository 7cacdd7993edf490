"""What stands in a story: blocks, tables, runs, drawings, as WordprocessingML."""
