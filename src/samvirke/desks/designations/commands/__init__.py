"""What can be done to designations."""
