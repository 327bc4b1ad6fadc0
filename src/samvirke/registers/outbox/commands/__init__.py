"""What can be done to messages."""
