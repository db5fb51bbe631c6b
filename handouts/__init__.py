"""Compose printed patient handouts from chosen content blocks."""

__version__ = "0.1.0"
