"""How the house is put together on one machine."""
