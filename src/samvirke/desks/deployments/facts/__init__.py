"""What the commands ask about deployments before they write."""
