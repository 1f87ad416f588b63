"""Web addresses for comparison: two spellings of one page's address become one."""

import re
from urllib.parse import parse_qsl, urlencode, urlsplit

from tasks.reference import outlets

_SAME_SITE = re.compile(r"^(?:(?:www\d?|m|mobile|amp)\.)+(?=[^.]+\.)")
_SAME_PAGE = re.compile(r"(?:/(?:amp|index\.(?:html?|php|aspx?)))?/*$")
# What campaigns, social networks and mailings add to an address: says how a reader came, not which page it is.
_CAMPAIGN = re.compile(
    r"utm_\w+|at_\w+|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_[ce]id|cmpid|ocid|ito|ns_\w+|smid|smtyp|ref|ref_src"
    r"|ref_url|referrer|src|cid|icid|share|shared|amp|outputtype"
)


def page_address(url: str) -> str | None:
    """``url`` without what does not tell pages apart, for comparison only; None if it names no single page.

    Left out: scheme, ``www.`` and its like, port, fragment, campaign parameters, the order of parameters, a final
    slash, the page for small screens (``/amp``); an archive's address is that of the page it keeps. The front page of
    a site has another article each day, so it is no article's address.
    """
    try:
        parts = urlsplit(outlets.unarchived(url.strip()))
        host = (parts.hostname or "").rstrip(".")
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or "." not in host:
        return None
    path = _SAME_PAGE.sub("", parts.path)
    query = urlencode(sorted(pair for pair in parse_qsl(parts.query) if not _CAMPAIGN.fullmatch(pair[0].lower())))
    if not path and not query:
        return None
    return f"{_SAME_SITE.sub('', host)}{path}{f'?{query}' if query else ''}"
