"""The focus-area briefs, one a file."""
