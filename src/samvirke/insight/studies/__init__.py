"""An analysis run on the store, with what it was run on."""
