"""What is so about areas, incidents and designs, for the commands and the questions to ask."""
