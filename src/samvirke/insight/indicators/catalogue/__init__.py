"""The indicators, one a file."""
