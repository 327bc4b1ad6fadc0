"""The kinds of case, one file each."""
