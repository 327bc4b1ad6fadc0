"""What is done: the squares of a quarter are locked."""
