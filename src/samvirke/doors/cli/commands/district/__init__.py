"""Police districts as folders: check one, load one, list those that are loaded."""
