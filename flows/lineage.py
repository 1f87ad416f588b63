"""Old ids: what a fact is called now."""

from tasks.errors import UsageError
from tasks.lake import Reader


def current_fact(reader: Reader, beginning: str) -> tuple[str, str | None]:
    """The id, or the beginning of one, under which to look a fact up; with a note, where it had another id before.

    Raises UsageError where several facts go on from it.
    """
    if reader.named("runs/facts_beginning", beginning=beginning).num_rows:
        return beginning, None
    old_ids = reader.named("runs/old_ids", beginning=beginning).column("old_id").to_pylist()
    if len(old_ids) != 1:
        return beginning, None
    facts = reader.named("runs/facts_now", old_id=old_ids[0]).column("fact_id").to_pylist()
    if len(facts) > 1:
        raise UsageError(f"fact {old_ids[0]} was split: explain one of {', '.join(facts)}")
    return (facts[0], f"fact {old_ids[0]} is now {facts[0]}") if facts else (beginning, None)
