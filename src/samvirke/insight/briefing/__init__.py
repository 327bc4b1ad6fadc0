"""Meeting packs and overviews: what the indicators say to somebody who has two minutes."""
