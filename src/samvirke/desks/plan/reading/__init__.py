"""Reading a plan that somebody else has printed: a file goes in, a structured draft with its doubts comes out."""
