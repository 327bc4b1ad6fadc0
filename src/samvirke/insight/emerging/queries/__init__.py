"""What is asked of emerging signals."""
