"""The installation's secrets."""
