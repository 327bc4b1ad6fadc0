"""Questions about accounts."""
