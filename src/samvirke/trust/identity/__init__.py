"""Who is who: agencies, accounts, and how long somebody belongs to an agency."""
