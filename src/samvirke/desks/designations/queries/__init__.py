"""Questions about designations, one a file."""
