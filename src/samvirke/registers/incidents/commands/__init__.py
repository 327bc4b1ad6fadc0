"""What can be done to the incidents."""
