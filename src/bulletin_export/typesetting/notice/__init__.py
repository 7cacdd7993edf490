"""Official documents (公文): what stands around their text, to the tenth of a millimetre."""
