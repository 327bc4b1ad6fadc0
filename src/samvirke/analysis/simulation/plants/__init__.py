"""What can be planted: a change of a rate, a wave, a cluster at night, a junction."""
