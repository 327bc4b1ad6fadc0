"""Samvirke runs the cooperation between police districts and municipalities, from plan to measured effect."""

__version__ = "0.1.0"
