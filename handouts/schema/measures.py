"""The measures of every block, in millimetres unless the name says points (`_pt`)."""

from handouts.schema.base import Model


class Measures(Model):
    """The measures of all blocks."""
