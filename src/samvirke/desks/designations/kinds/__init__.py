"""What a place can be named for, one file each."""
