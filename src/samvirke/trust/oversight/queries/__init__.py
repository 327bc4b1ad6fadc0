"""What is asked of the trail, each time for a stated purpose and with a line of its own."""
