"""Where one desk hands over to another, and where a district's folder and the demo come in."""
