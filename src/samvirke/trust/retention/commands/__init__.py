"""The one way to forget."""
