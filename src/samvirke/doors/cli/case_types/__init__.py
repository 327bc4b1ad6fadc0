"""The documentation of every kind of case, written from what is declared."""
