"""Questions about commitments, one a file."""
