"""The messages that somebody was sent."""
