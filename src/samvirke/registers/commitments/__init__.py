"""What a body or agency owes by a date: measures, decisions, tasks and learning points are one thing."""
