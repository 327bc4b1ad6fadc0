"""Work that takes its time: a queue in the staff database, a worker that can kill, and a scheduler."""
