"""A place is named for something, on evidence, for a time: SUB areas, nightlife zones, cameras, roads, watches."""
