"""The stage: from a parse and its mentions to statements with speaker, account, mode, act and force."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from readouts.attribution.accounts import with_accounts
from readouts.attribution.acts import Act, ActTable, load_acts
from readouts.attribution.chinese import extract_chinese
from readouts.attribution.citations import find_citations
from readouts.attribution.cover import Cover
from readouts.attribution.extraction import Extraction
from readouts.attribution.fallback import extract_quotations
from readouts.attribution.genre import is_release
from readouts.attribution.lemmas import Lemmas
from readouts.attribution.news import extract_news
from readouts.attribution.news_model import load_news_model
from readouts.attribution.official import extract_official
from readouts.attribution.quotes import Quotations
from readouts.attribution.russian import extract_russian
from readouts.attribution.signed import signed_quotations
from readouts.attribution.speakers import FIRST_PERSON, Mentions, speakers_of
from readouts.attribution.transcript import Turn, find_turns, turn_extractions
from readouts.model import Mention, Mode, Publisher, Residue, Span, Statement
from readouts.text import Parse

# Scripts without spaces: the words of a cue are found by their signs.
_UNSPACED = frozenset({"zh", "ja"})
# A phrase of the table may end so many words behind the cue ("gave | an update on").
_BEYOND = 4
_VERBS = frozenset({"VERB", "AUX"})


def find_statements(
    parse: Parse,
    mentions: Sequence[Mention],
    publisher: Publisher | None,
    residue: Sequence[Residue] = (),
    acts: ActTable | None = None,
) -> tuple[Statement, ...]:
    """Return who says what by whose account, outside `residue`, in the order of the text.

    A government's own text, or one that cites nobody else's account, is its publisher's account: each of its
    sentences carries at least one statement, and one in which nobody is reported to speak is itself the content
    of a statement without source or cue. In any other text the account is the one that the text cites.
    `acts` is the table of speech acts, the shipped one by default.
    Linear in the length of the text.
    """
    quotations = Quotations(parse.text)
    known = Mentions(mentions)
    marked = Cover(item.span for item in residue)
    lemmas, acts = Lemmas(parse), acts or load_acts()
    citations = () if publisher and publisher.state else find_citations(parse, known, quotations)
    turns = find_turns(parse.text, parse.language)
    if parse.parsed and not is_release(parse.text, publisher, cites=bool(citations)):
        told: Iterable[Extraction] = extract_news(parse, quotations, acts, load_news_model(), retells=bool(citations))
    else:
        told = _by_rule(parse, quotations, acts, mentions)
    extractions = _with_turns(parse.text, told, turns, quotations)
    statements = [
        _statement(parse, extraction, known, publisher, quotations, lemmas, acts)
        for extraction in extractions
        if extraction.content and not marked.touches(extraction.content[0])
    ]
    statements = [statement for statement in statements if statement.content]
    if citations and parse.parsed:
        verbs = Cover(word.span for sentence in parse.sentences for word in sentence.tokens if word.pos in _VERBS)
        statements = [statement for statement in statements if not _says_nothing(statement, verbs)]
    if publisher is not None and not citations:
        statements = _as_account_of(publisher, parse, statements, quotations, marked)
    else:
        statements = with_accounts(parse, statements, citations, quotations)
    return tuple(sorted(statements, key=lambda s: (s.content[0], s.cue, s.source)))


def _with_turns(
    text: str, told: Iterable[Extraction], turns: tuple[Turn, ...], quotations: Quotations
) -> Iterator[Extraction]:
    """Yield the turns of a transcript and the signed quotations too, and nothing that speaks of its own speaking."""
    signed = list(signed_quotations(text, quotations))
    labels = Cover([*(turn.label for turn in turns), *(span for extraction in signed for span in extraction.cue)])
    spoken = Cover([*(turn.words for turn in turns), *(quotation.span for quotation in quotations.all)])
    yield from turn_extractions(turns)
    yield from signed
    for extraction in told:
        if not _of_itself(text, extraction, spoken) and not any(labels.touches(span) for span in extraction.cue):
            yield extraction


def _by_rule(parse: Parse, quotations: Quotations, acts: ActTable, mentions: Sequence[Mention]) -> Iterable[Extraction]:
    if parse.language == "zh":
        return extract_chinese(parse, (mention.span.of(parse.text) for mention in mentions if mention.person))
    if parse.parsed:
        return extract_official(parse, quotations, acts)
    if parse.language == "ru":
        return extract_russian(parse, quotations)
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
    lemmas: Lemmas,
    acts: ActTable,
) -> Statement:
    act = _act(extraction, lemmas, parse.language or "", acts, parse.text)
    return Statement(
        source=_tight(parse.text, extraction.source),
        cue=_tight(parse.text, extraction.cue),
        content=_tight(parse.text, extraction.content),
        speakers=speakers_of(parse.text, extraction.source, mentions, publisher),
        mode=quotations.mode(parse.text, extraction.content),
        act=act.name if act else None,
        force=act.force if act else 0,
    )


def _says_nothing(statement: Statement, verbs: Cover) -> bool:
    """Say whether the cue is of no act and governs nothing that is said or quoted ("met on | their holiday")."""
    plain = statement.act is None and statement.mode is Mode.INDIRECT
    return plain and bool(statement.cue) and not any(verbs.touches(span) for span in statement.content)


def _tight(text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Return the spans without the white space at their edges, and without those that hold nothing else."""
    return tuple(trimmed for span in spans if len(trimmed := span.trimmed(text)))


def _act(extraction: Extraction, lemmas: Lemmas, language: str, acts: ActTable, text: str) -> Act | None:
    """Return the act of the longest phrase at the cue, else of its verb, else of any word of it."""
    if language in _UNSPACED:
        return acts.spelled("".join(span.of(text) for span in extraction.cue), language)
    words = [lemma for span in extraction.cue for lemma in lemmas.of(span)] if language == "en" else []
    cue = words or [extraction.cue_lemma]
    beyond = lemmas.after(extraction.cue[-1], _BEYOND) if extraction.cue else []
    phrase = acts.within([*cue, *beyond], language, len(cue))
    if phrase is not None:
        return phrase
    single = (extraction.cue_lemma, *extraction.cue_lemma.split(), *reversed(words))
    return next((act for word in single if (act := acts.of(word, language)) is not None), None)


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
