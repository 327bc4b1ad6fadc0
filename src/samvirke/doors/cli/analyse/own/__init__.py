"""Commands of analyses that read more than one table: one file each, named as its analysis."""
