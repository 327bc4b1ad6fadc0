"""What can be done to documents."""
