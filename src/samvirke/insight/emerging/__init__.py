"""Emerging signals: each week places and offence types are looked through for clusters, and a person judges each."""
