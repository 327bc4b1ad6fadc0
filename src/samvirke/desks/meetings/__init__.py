"""The calendar of a council: its meetings and what is on their agendas."""
