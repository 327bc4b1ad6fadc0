"""What has been published: immutable, in a database of its own, the one way out to citizens."""
