"""What the plan desk works out: differences, names that last, and words in common."""
