"""Focus areas: what a council reads of each, and what the plan in force has to do with it."""
