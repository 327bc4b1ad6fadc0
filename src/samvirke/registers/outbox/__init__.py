"""Messages that must reach somebody: written with the deed they tell of, and delivered after it."""
