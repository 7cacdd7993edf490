"""The parts of the package beside the document: looks, numbering, notes, furniture, facts."""
