"""A police district as a folder of small files: its form, how it is read, and what is wrong with it."""
