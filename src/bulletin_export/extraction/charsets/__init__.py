"""Character sets as pages use them: their labels, their decoders, telling them apart."""
