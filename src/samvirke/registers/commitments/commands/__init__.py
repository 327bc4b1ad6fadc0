"""What can be done to commitments."""
