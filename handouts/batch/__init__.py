"""Many handouts: a roster is checked, made by several workers, recorded, and stacked for the printer."""
