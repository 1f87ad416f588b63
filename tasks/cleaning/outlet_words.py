"""How outlets and journalists are described: shared by the rules that remove it and the code that learns from it."""

import re

_NEWS_BODY = (
    r"news (?:service|agency|agencies|website|web site|site|outlets?|organi[sz]ation|portal|platform|channel|network"
    r"|magazine)|newspapers?|newsroom|broadcaster|daily|weekly|magazine|media (?:outlet|organi[sz]ation|company|group"
    r"|house)|publication|journal"
)
# "X is the oldest daily newspaper of the islands": group 1 is the outlet.
SELF_DESCRIPTION = re.compile(
    r"(?:about )?(?:the )?(.{2,60}?) (?:is|was founded|has been) (?:an?|the|one of|[a-z' ]{2,30}'s)\b"
    rf".{{0,120}}?\b(?:{_NEWS_BODY})\b",
    re.IGNORECASE,
)
# "Published in X, March 2nd, 2022", "X is not responsible for the content of external sites": group 1 is the outlet.
IMPRINT = re.compile(
    r"(?:published in )?(?:the )?([^,]{2,40}?)"
    r"(?:, \w+\.? \d{1,2}\w*,? \d{4}| is not responsible for|(?:['’]s)? (?:website|site|page|app)s? can )",
    re.IGNORECASE,
)
ROLES = (
    r"(?:journalist|reporter|correspondent|editor|writer|columnist|producer|broadcaster|anchor|blogger|photojournalist"
    r"|contributor|analyst|commentator|presenter|photographer|fellow|researcher|intern|freelancer)"
)
# "Jane Doe is a senior journalist at …": after the name.
BIOGRAPHY = re.compile(
    rf"\s*,?\s*(?:is|was|has been|works as|serves as|currently|joined|covers|writes|reports)\b.{{0,120}}?"
    rf"\b(?:{ROLES}s?|covers|covering|writes|reports|reporting|graduate|degree|based in)\b",
    re.IGNORECASE,
)
EMPLOYMENT = re.compile(rf"\b{ROLES}s?\b.{{0,60}}?\b(?:at|for|with|of|from)\b", re.IGNORECASE)
