"""The `samvirke` command: a file is a command, a folder is a group of them."""
