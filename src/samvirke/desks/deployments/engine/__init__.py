"""What the desk of deployments works by, in plain Python: how a kind is declared, and what may be found."""
