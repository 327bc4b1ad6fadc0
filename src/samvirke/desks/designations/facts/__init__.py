"""What is so about designations, for the commands and the questions to ask."""
