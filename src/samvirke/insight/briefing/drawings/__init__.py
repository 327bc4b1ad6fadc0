"""Small drawings as SVG, the same on screen and on paper; colour never judges, and form says what colour says."""
