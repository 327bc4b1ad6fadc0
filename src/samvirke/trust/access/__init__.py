"""Who may do what: grounds in words, one rule a verb, and one guard that every deed passes."""
