"""What is true of seats and those who sit there, for commands and queries alike."""
