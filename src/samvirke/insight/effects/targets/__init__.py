"""What a design can be about, one file each: a measure, a place that is named for something."""
