"""Days on which figures stopped meaning what they meant before, one file each."""
