"""Start-up checks: what is unsafe is refused, and what to change is said."""
