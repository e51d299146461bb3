"""Characters that must not reach a page as they are: they hide, reorder or break what is read."""

from __future__ import annotations

import re

# Control characters, marks that reorder a line, interlinear annotation and invisible tag characters.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_UNPAIRED = re.compile("[\ud800-\udfff]")
_REPLACEMENT = "\ufffd"


def visible(text: str) -> str:
    """Return `text` with unseen characters written out (``⟨U+202E⟩``) and unpaired surrogates as U+FFFD.

    What comes back can always be encoded as UTF-8. It still has to be escaped for HTML.
    """
    return _UNSEEN.sub(lambda found: f"⟨U+{ord(found[0]):04X}⟩", _UNPAIRED.sub(_REPLACEMENT, text))
