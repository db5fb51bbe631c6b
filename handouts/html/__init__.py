"""A handout as one web page: the same words and pictures, nothing from elsewhere and no script."""
