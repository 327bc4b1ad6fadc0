"""Work that misbehaves in every way that work can, for the tests of the queue."""
