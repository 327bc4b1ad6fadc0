"""Words of the public pages' templates."""
