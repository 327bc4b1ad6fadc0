"""People whom cases are about, behind a wall of their own, one agency apart from another."""
