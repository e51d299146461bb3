"""The stage: from a parse and its mentions to statements with speaker, account, mode, act and force."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from readouts.attribution.accounts import with_accounts
from readouts.attribution.acts import Act, ActTable, load_acts
from readouts.attribution.chinese import extract_chinese
from readouts.attribution.cover import Cover
from readouts.attribution.extraction import Extraction
from readouts.attribution.fallback import extract_quotations
from readouts.attribution.official import extract_official
from readouts.attribution.quotes import Quotations
from readouts.attribution.speakers import FIRST_PERSON, Mentions, speakers_of
from readouts.attribution.transcript import find_turns, turn_extractions
from readouts.model import Mention, Publisher, Residue, Statement
from readouts.text import Parse


def find_statements(
    parse: Parse, mentions: Sequence[Mention], publisher: Publisher | None, residue: Sequence[Residue] = ()
) -> tuple[Statement, ...]:
    """Return who says what by whose account, outside `residue`, in the order of the text.

    A government's own text is its account: each of its sentences carries at least one statement, and one in
    which nobody is reported to speak is itself the content of a statement without source or cue. In any other
    text the account is the one that the text cites. Linear in the length of the text.
    """
    quotations = Quotations(parse.text)
    known = Mentions(mentions)
    marked = Cover(item.span for item in residue)
    acts = load_acts()
    statements = [
        _statement(parse, extraction, known, publisher, quotations, acts)
        for extraction in _extract(parse, quotations, acts)
        if extraction.content and not marked.touches(extraction.content[0])
    ]
    if publisher is not None and publisher.state is not None:
        statements = _as_account_of(publisher, parse, statements, quotations, marked)
    else:
        statements = with_accounts(parse, statements, known, quotations)
    return tuple(sorted(statements, key=lambda s: (s.content[0], s.cue, s.source)))


def _extract(parse: Parse, quotations: Quotations, acts: ActTable) -> Iterable[Extraction]:
    turns = find_turns(parse.text, parse.language)
    spoken = Cover([*(turn.words for turn in turns), *(quotation.span for quotation in quotations.all)])
    reported = (e for e in _reported(parse, quotations, acts) if not _of_itself(parse.text, e, spoken))
    return [*turn_extractions(turns), *reported]


def _reported(parse: Parse, quotations: Quotations, acts: ActTable) -> Iterable[Extraction]:
    if parse.language == "zh":
        return extract_chinese(parse)
    if parse.language == "en" and parse.parsed:
        return extract_official(parse, quotations, acts)
    return extract_quotations(parse.text, quotations)


def _of_itself(text: str, extraction: Extraction, spoken: Cover) -> bool:
    """Say whether somebody whose words are given speaks of speaking ("I think that …" within a quotation)."""
    return any(
        spoken.touches(span) and FIRST_PERSON.fullmatch(text[span.start : span.end]) for span in extraction.source
    )


def _statement(
    parse: Parse,
    extraction: Extraction,
    mentions: Mentions,
    publisher: Publisher | None,
    quotations: Quotations,
    acts: ActTable,
) -> Statement:
    act = _act(parse, extraction, acts)
    return Statement(
        source=extraction.source,
        cue=extraction.cue,
        content=extraction.content,
        speakers=speakers_of(parse.text, extraction.source, mentions, publisher),
        mode=quotations.mode(parse.text, extraction.content),
        act=act.name if act else None,
        force=act.force if act else 0,
    )


def _act(parse: Parse, extraction: Extraction, acts: ActTable) -> Act | None:
    language = parse.language or ""
    cue = "".join(span.of(parse.text) for span in extraction.cue)
    return acts.of(extraction.cue_lemma, language) or acts.spelled(cue, language)


def _as_account_of(
    publisher: Publisher,
    parse: Parse,
    statements: Sequence[Statement],
    quotations: Quotations,
    marked: Cover,
) -> list[Statement]:
    told = [replace(statement, account=publisher) for statement in statements]
    carried = Cover(span for s in statements for span in (*s.content, *s.cue, *s.source))
    for sentence in parse.sentences:
        if not carried.touches(sentence.span) and not marked.touches(sentence.span):
            mode = quotations.mode(parse.text, (sentence.span,))
            told.append(Statement((), (), (sentence.span,), account=publisher, mode=mode))
    return told
