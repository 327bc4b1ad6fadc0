"""Where things are: districts, municipalities, boundaries over time, and what counts are divided by."""
