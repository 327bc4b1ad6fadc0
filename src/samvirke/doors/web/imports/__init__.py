"""Files of incidents on their way in."""
