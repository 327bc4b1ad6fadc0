"""How a file of incidents becomes checked rows in the store."""
