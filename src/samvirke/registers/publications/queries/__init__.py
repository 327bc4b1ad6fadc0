"""Questions about publications, one a file."""
