"""The kinds of study, one a file: which incidents an analysis reads, and how the work is divided."""
