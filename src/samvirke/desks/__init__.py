"""Where people work; the desks do not know each other."""
