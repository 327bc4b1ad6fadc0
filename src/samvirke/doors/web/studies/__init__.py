"""Studies: ask for one, follow it, read it, do it again when the data were corrected."""
