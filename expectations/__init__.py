"""What is expected of the lake: one Great Expectations suite a table, and what follows from a failure."""
