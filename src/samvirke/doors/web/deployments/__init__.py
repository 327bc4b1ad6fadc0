"""Where people and equipment are: the calendar, the day sheet, one deployment, the kinds, coverage, suggestions."""
