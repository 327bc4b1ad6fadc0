"""How long each table is kept and why, and the sweep that forgets."""
