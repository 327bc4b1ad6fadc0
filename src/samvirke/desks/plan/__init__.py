"""The cooperation plan: sections, focus areas, goals, and the series it prints."""
