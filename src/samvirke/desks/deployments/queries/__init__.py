"""Questions about deployments, one a file."""
