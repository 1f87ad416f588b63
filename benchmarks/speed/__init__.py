"""How fast extraction is, beside plain ``nlp.pipe`` with the same model on the same texts.

``python -m benchmarks.speed`` measures three things on one core and prints one table: news articles; a simulated
corpus of wire copy, with and without the cache of passages; and hostile texts at two lengths. Only CPU time is
measured, so that other work on the machine does not count.
"""
