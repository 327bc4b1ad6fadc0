"""What is done with emerging signals."""
