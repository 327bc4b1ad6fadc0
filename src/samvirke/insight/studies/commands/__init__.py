"""What can be done to studies."""
