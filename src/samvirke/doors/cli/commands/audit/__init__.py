"""The trail of what was done."""
