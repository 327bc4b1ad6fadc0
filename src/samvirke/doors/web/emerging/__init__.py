"""Emerging signals: the weekly looks, the signals that wait, and what they were found to be."""
