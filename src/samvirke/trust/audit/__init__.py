"""The trail: what was done, by whom, on what ground; add-only, hash-chained, and able to forget persons."""
