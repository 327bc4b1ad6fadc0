"""How the outside comes in: web pages, the public site and the command line."""
