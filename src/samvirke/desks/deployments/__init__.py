"""People and equipment are somewhere, sometime: patrols, the mobile police station, speed vans, checks, talks."""
