"""What each account is like as a whole, beside the rows; and how heavy its silences are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from readouts.collation.witness import Witness
from readouts.model import Cell, Gap, Outline, Reading, Row, Silence, Span, Speaker, TopicShare, Turn

# Topics of the form of an account, not of what was spoken about.
_FORMAL = frozenset({"opening", "participants", "atmosphere", "congratulations"})


def outline(points: Sequence[tuple[Span, str | None]], witness: Witness, touched: Iterable[str]) -> Outline:
    """Return the outline of an account from its points with the topic each stands under.

    `touched` are the topics it has any sign of.
    """
    total = sum(len(span) for span, _ in points)
    on: dict[str | None, list[int]] = {}
    for span, topic in points:
        on.setdefault(topic, []).append(len(span))
    return Outline(
        characters=total,
        points=len(points),
        topics=tuple(TopicShare(topic, len(sizes), sum(sizes) / total) for topic, sizes in on.items()),
        touched=frozenset(touched),
        turns=_turns(witness),
    )


def weigh(rows: Sequence[Row], outlines: Sequence[Outline]) -> tuple[Row, ...]:
    """Return the rows with each silence weighed by what the silent account says elsewhere and the others say here."""
    return tuple(replace(row, cells=tuple(_weighed(row, at, outlines) for at in range(len(row.cells)))) for row in rows)


def _weighed(row: Row, at: int, outlines: Sequence[Outline]) -> Cell:
    cell = row.cells[at]
    if isinstance(cell, Reading):
        return cell
    share = max(
        sum(map(len, _spans(other))) / max(told.characters, 1) for other, told in zip(row.cells, outlines, strict=True)
    )
    if row.topic in _FORMAL:
        return Silence(Gap.FORMALITY, share)
    missing = row.topic is not None and row.topic not in outlines[at].touched
    return Silence(Gap.TOPIC if missing else Gap.POINT, share)


def _spans(cell: Cell) -> tuple[Span, ...]:
    return cell.spans if isinstance(cell, Reading) else ()


def _turns(witness: Witness) -> tuple[Turn, ...]:
    """Count the statements by who makes them; a party alone is one whether its state or its leader is named."""
    counts: Counter[frozenset[str]] = Counter()
    named: dict[str, Counter[Speaker]] = {}
    for statement in witness.statements:
        keys = {speaker.state or speaker.person or "": speaker for speaker in statement.speakers}
        keys.pop("", None)
        if keys:
            counts[frozenset(keys)] += 1
            for key, speaker in keys.items():
                named.setdefault(key, Counter())[speaker] += 1
    return tuple(
        Turn(tuple(_likeliest(named[key]) for key in sorted(keys)), count)
        for keys, count in sorted(counts.items(), key=lambda found: (-found[1], sorted(found[0])))
    )


def _likeliest(speakers: Counter[Speaker]) -> Speaker:
    """Return the one most often meant, a person before a state alone."""
    return max(speakers, key=lambda speaker: (speaker.person is not None, speakers[speaker], speaker.person or ""))
