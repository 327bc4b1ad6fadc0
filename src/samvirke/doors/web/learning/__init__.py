"""Learning activities: what is planned, what was held, and whom it reached."""
