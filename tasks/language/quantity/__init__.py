"""What numbers in text amount to: their units and bounds, what they count, whose, where and when.

``amounts`` (with ``units``, ``ranges`` and ``hedges``) is a grammar over characters; ``counting``, ``measuring`` and
``belonging`` read the parse; ``ages`` tells years of age, ``sharing`` what a number has from its neighbours;
``stated`` and ``unstated`` bring all of it together for one passage. Which numbers count nothing is said in
``refusals``.
"""
