"""Meeting packs: make one, read one, fetch one."""
