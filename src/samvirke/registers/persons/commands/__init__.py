"""What can be done to the people whom cases are about."""
