"""Independent validators, and the proof that each of them can say no."""
