"""What can be asked about studies."""
