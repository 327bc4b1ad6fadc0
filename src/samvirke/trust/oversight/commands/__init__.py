"""What is done about the trail: signing its end, and saying that a deed was looked at."""
