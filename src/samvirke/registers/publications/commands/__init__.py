"""What can be done to publications."""
