"""The duties, one a file."""
