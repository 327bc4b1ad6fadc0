"""What can be done to the queue."""
