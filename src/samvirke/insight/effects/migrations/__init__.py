"""Every migration of the room of effects."""
