"""The yearly account (redegørelse) of the chief of police to the district council, made from the year."""
