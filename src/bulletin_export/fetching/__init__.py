"""The network behind one door: polite, patient, and never led where it should not go."""
