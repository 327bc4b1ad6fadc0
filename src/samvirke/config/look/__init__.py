"""How both sites look: the public sector's design system, copied at set-up, and our own few rules over it."""
