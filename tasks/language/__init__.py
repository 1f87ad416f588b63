"""From article text to claims: *find* is pure in a passage, *bind* is pure in an article."""
