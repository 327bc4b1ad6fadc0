"""The one way to write the trail."""
