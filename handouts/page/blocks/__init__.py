"""The blocks of a page: one class each, with a height and a way to be painted."""
