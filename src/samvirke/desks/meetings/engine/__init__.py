"""How a year of meetings is laid out, and what an agenda begins with."""
