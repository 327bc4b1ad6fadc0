"""The pages of cases: the queue, the kinds, opening, referring, approving, emergencies, periods, and one case."""
