"""Draw pictures as plain shapes with colour roles."""
