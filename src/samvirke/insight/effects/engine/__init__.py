"""How an effect is judged, in plain Python: areas, stretches of time, kinds of measure."""
