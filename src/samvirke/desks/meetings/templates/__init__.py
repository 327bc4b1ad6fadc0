"""What the agendas of each kind of body begin with, one file each."""
