"""The translations: Danish is the complete default, English is what the message ids say."""
