"""Local problems: the list, one problem with what belongs to it, and the forms of its two owners."""
