"""What other programs fetch from the staff's side, such as calendars."""
