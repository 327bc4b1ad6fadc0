"""How a week is looked through: what is watched, how rare is rare enough, what was found, and what has grown."""
