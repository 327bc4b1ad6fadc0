"""Cooperation plans: reading one that has been published into a structured draft."""
