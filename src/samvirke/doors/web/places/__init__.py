"""Places that are named for something: the list with its map, one place, a proposal, and the kinds."""
