"""The facts that every desk shares."""
