"""The map: squares that may be shown, locked when they are first shown, and the layers that are drawn from them."""
