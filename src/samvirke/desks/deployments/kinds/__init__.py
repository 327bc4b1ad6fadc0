"""The declared kinds of deployment, one file each."""
