"""How a study is carried out, here or on other machines; plain Python and numbers, no database."""
