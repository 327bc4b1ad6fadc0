"""What commands look up before they write."""
