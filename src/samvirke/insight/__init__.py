"""What the facts say: indicators, studies and the papers made of them."""
