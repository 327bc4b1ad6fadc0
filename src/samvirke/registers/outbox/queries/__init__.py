"""Questions about messages, one a file."""
