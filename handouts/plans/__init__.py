"""Read one person's plan: a file, options and settings become a plan whose every reference exists."""
