"""What happened: crime, collisions and call-outs in a columnar store that readers never change."""
