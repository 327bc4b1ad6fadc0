"""The kinds of table that are no incidents and are brought in whole, one a file."""
