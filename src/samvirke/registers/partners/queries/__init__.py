"""Questions about partners, one a file."""
