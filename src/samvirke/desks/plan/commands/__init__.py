"""What can be done to plan."""
