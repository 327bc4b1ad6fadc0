"""What was promised, and the duties of the year."""
