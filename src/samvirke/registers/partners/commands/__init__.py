"""What can be done to partners."""
