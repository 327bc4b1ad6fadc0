"""What the desk of places works by, in plain Python: how a kind is declared, and when a step may be taken."""
