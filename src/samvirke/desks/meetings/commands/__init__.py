"""What can be done to meetings."""
