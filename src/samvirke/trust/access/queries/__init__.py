"""Questions about what is permitted."""
