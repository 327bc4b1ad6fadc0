"""Bodies that meet and decide, and the seats on them."""
