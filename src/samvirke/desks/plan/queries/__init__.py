"""Questions about plan, one a file."""
