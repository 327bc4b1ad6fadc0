"""The pages of what worked: designs, their estimates, and a card for each kind of measure."""
