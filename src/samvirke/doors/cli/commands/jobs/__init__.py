"""The queue of work: run it, run one of it, put due work in it."""
