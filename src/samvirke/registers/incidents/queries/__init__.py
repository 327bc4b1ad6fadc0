"""Questions to the incidents, one a file; each takes whoever asks."""
