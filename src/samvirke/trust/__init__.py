"""Why anyone may believe this system: who is who, what they may do, and the trail of what they did."""
