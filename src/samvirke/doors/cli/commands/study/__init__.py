"""Studies of a district's incidents: work one out, list them, show one."""
