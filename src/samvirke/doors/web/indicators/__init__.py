"""Numbers and maps, one indicator a page."""
