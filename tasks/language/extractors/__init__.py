"""One kind of claim a module.

Each module has a frozen dataclass ``Finding`` of plain values (numbers, texts, tuples, nested dataclasses; spans
are relative to the passage), and two pure functions::

    find(doc: Doc) -> tuple[Finding, ...]                                        # of one passage
    bind(context: Context, found: Sequence[Located[Finding]]) -> Extraction      # of one article

``bind`` returns an :class:`~tasks.language.article.Extraction` with its own rows only, their fragments and
candidates. Mentions are bound first, and make the Context. A new extractor is one module here and one line in
:data:`tasks.language.extract.EXTRACTORS`. Extractors never import each other; what they share stands beside
them in :mod:`tasks.language`.
"""
