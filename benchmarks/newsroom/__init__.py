"""A simulated newsroom: a world whose facts are known, outlets with their habits, and pages in news English.

It knows the truth of every sentence it prints, so that the answer of the whole pipeline can be scored against it.
``python -m benchmarks.newsroom --articles N --seed S`` prints the figures; ``docs/benchmarks.md`` says what they mean.
Everything is invented: people, outlets, companies, towns and events. Only names of countries are real.
"""
