"""Questions about meetings, one a file."""
