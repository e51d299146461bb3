"""Names in Chinese texts that the table does not have, known by what their bearers do: they speak."""

from __future__ import annotations

import re

from readouts.text import Parse

# Readouts open a paragraph with who speaks. A pronoun, a side or an institution is no name.
_SPEAKS = re.compile(
    r"([\u3400-\u9fff·]{2,12}?)(?:则|也|还|并|高度)?(?:表示|指出|强调|说[，：。]|认为|介绍了|介绍说|对此表示|感谢|代表)"
)
_NO_NAME = re.compile(
    r"[方国家党双他她我你们这其此部院府会人]$|^[双两他她我你这其此中会]|领导|关于|发言|主席|总统|总理"
)
_MOST = 40


def speakers(parse: Parse) -> frozenset[str]:
    """Return the words that open a sentence before a verb of speech. Linear in the number of sentences."""
    found: set[str] = set()
    for sentence in parse.sentences:
        match = _SPEAKS.match(parse.text, sentence.span.start, sentence.span.end)
        if match and not _NO_NAME.search(match[1]) and len(found) < _MOST:
            found.add(match[1])
    return frozenset(found)
