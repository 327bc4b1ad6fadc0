"""Questions about documents, one a file."""
