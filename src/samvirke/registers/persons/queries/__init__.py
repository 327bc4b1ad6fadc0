"""Questions about the people whom cases are about, one a file."""
