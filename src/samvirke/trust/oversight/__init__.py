"""Who looks at the trail and why: checkpoints, the extract for the person concerned, and the supervisors' review."""
