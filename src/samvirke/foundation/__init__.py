"""What every room may lean on: clock, period, words, faults and folders, in plain Python."""
