"""The desk: one page in one's own browser, on the same calls as the command line."""
