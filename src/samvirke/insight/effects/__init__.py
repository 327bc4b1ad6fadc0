"""What worked: a design that is fixed before anybody looks, its estimates, and a card for each kind of measure."""
