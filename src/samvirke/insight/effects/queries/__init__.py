"""Questions about designs and estimates, one a file."""
