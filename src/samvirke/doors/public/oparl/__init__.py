"""What has been published, in the words and shapes of OParl 1.1, for other programs to read."""
