"""Whether an English text is an official release or news: each kind reports speech in its own words."""

from __future__ import annotations

import re

from readouts.model import Publisher

_NEWS = re.compile(
    r"\b(?:said|says|told|according to|reported|asked|reporters?|wrote|tweeted|interview)\b", re.IGNORECASE
)
_RELEASE = re.compile(
    r"\b(?:reaffirmed|underscored|emphasi[sz]ed|discussed|reiterated|welcomed|thanked|stressed|exchanged views"
    r"|congratulated|noted|expressed|agreed|spoke (?:today|with)|parties|sides|met (?:today )?with)\b",
    re.IGNORECASE,
)


def is_release(text: str, publisher: Publisher | None, *, cites: bool) -> bool:
    """Say whether an English text is a government's own release, and not a report about what others say.

    A publisher who speaks for a state publishes releases; whoever else cites somebody's account (`cites`) reports.
    Otherwise the words decide: more words of releases than of news.
    """
    if publisher is not None and publisher.state is not None:
        return True
    if cites:
        return False
    return sum(1 for _ in _RELEASE.finditer(text)) > sum(1 for _ in _NEWS.finditer(text))
