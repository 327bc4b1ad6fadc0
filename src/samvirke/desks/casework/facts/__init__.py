"""What the desk itself must know of a case to decide and to act; whoever asks is shown none of it from here."""
