"""Papers that are kept: encrypted files with a row each."""
