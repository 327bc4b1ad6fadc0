"""What commands and questions of this desk both have to know."""
