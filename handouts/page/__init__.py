"""Lay a handout out on pages."""
