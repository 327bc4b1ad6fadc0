"""Runs an analysis on a file of one's own: every analysis is a command, its parameters are the options."""
