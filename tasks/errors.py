"""Every error Crosswire raises on purpose.

CrosswireError
├── UsageError        the command, a setting or a manifest is wrong: exit code 2
├── RejectedInput     one document cannot be processed: kept in ``quarantine``, the run goes on
├── LakeError         the lake cannot be opened, leased or written: exit code 1
├── PublicationBlocked  a critical check failed for the lake as a whole: exit code 1
└── CheckFailed       what is sound was published, and something critical is left for a person: exit code 1

Each message is one line that says what is wrong, where, and what to do.
"""


class CrosswireError(Exception):
    """Base of the tree; catching it catches every deliberate failure and no bug."""


class UsageError(CrosswireError):
    """The user asked for something that cannot be done as asked."""


class RejectedInput(CrosswireError):
    """One document that cannot become an article.

    ``reason`` is a code of :data:`tasks.tables.quarantine.Reason`; ``detail`` is for people.
    """

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(f"{reason}: {detail}")
        self.reason = reason
        self.detail = detail


class LakeError(CrosswireError):
    """The lake cannot be opened, leased, read or written."""


class PublicationBlocked(CrosswireError):
    """A critical check failed for the lake as a whole; readers keep the last published snapshot."""


class CheckFailed(CrosswireError):
    """Something critical that keeps nothing back: the run published, and ends as a failure so that somebody looks."""
