"""What every kind of case has in common: the declaration, its faults, clocks, what is seen, and what may be done."""
