"""The kinds of measure, one file each: how it is thought to work, for whom, and what it takes."""
