"""The public site: what has been published, for everybody, from a process that knows nothing else."""
