"""What can be done to deployments."""
