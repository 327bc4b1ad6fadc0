"""What crosses from one desk to another, one file for each crossing."""
