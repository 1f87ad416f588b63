"""How good Crosswire is on the shared development sets, beside its peers.

``python -m benchmarks.quality`` runs the ``crosswire`` command on each set, scores what it prints
with the shared scorer, and prints one table. It fails if a figure is below its floor in
``tests/floors.json``.
"""
