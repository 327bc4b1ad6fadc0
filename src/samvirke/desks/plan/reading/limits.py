"""How large a document may be: what is larger is refused before it is read."""

from __future__ import annotations

# A plan of a district has 12 to 60 pages, some 180,000 characters at most, and is below 10 MB with pictures; a scan of
# it is above 100 MB.
MOST_BYTES = 25_000_000
MOST_CHARACTERS = 400_000
MOST_LINES = 20_000
MOST_PAGES = 400
MOST_HEADINGS = 1_500
# No sentence and no line of a plan is longer; what is, is taken in pieces, so that no search in it takes for ever.
LONGEST_LINE = 4_000
LONGEST_SENTENCE = 1_500
LONGEST_PARAGRAPH = 300
MOST_ENTRIES_OF_CONTENTS = 400
# What a Word file may hold when it is unpacked.
MOST_ENTRIES = 3_000
MOST_UNPACKED = 60_000_000
MOST_XML = 30_000_000
DEEPEST_XML = 250
# What a PDF may cost to take apart.
MOST_MEMORY = 1_500_000_000
MOST_SECONDS = 60
