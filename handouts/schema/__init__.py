"""Check plain data against the models, and report every problem at its place."""
