"""The kinds of case: which are in use in a district, what keeps the others closed, and the lock of their versions."""
