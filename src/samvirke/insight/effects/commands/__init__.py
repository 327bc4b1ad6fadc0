"""What can be done to designs and estimates, one verb a file."""
