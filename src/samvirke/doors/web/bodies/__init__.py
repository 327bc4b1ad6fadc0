"""Bodies: who sits where, on which seat, from when to when."""
