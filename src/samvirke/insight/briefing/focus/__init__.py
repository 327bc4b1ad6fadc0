"""Focus-area briefs: what a council reads of one focus area, each declared in one file of `briefs/`."""
