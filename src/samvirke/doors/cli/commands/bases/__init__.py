"""The legal bases on which information about persons may cross between agencies."""
