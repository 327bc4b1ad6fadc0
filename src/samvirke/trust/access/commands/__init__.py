"""What can be done to accounts and affiliations; identity holds them, the guard lies here."""
