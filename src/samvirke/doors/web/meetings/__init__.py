"""The meeting year."""
