"""Join the known forms of a sentence into phrases that name one actor: office, state and name in any order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from readouts.actors.lexicon import Entry
from readouts.actors.names import Name
from readouts.actors.scan import Line, Word
from readouts.actors.words import COMING, FORMER, LESSER
from readouts.model import Span

_SEATS = frozenset({"metonym", "capital", "sign"})
_POSSESSIVE = frozenset({"'s", "’s", "'", "’", "‘s", "的"})
_OF = frozenset({"of", "of the", "for", "for the", "to", "to the"})
_APPOSED = frozenset({",", ", the", "(", "( the", "—", "–", ", his", ", her", "， ", "、"})
_NOTHING = frozenset({""})
_TITLE = frozenset(
    (
        "",
        ",",
        "，",
        "sheikh",
        "sheikha",
        "sayyid",
        "seyyed",
        "ayatollah",
        "general",
        "senator",
        "mr",
        "mr.",
        "ms",
        "ms.",
        "mrs",
        "mrs.",
        "dr",
        "dr.",
        "sir",
        "h.e.",
        "his excellency",
    )
)
_HAN_BETWEEN = frozenset("前 原 时任 候任 新任 现任 代".split())
_CANDIDATES = ("候选人", "候任", "当选人", "竞选人")
_AND = frozenset(("", "and", "/", "，", "、", ","))

_STAFF = ("assistant", "advisor", "adviser", "aide", "counsel", "counselor", "counsellor", "envoy", "secretary")
_OF_THE_STAFF = (*(f"{staff} to the " for staff in _STAFF), "office of the ")

# Which part may follow which, and the words that may stand between. Parts: name, office, state (also a metonym or
# a sign), adjective, institution, collective.
_JOINTS: dict[tuple[str, str], frozenset[str]] = {
    ("state", "office"): _NOTHING | _POSSESSIVE | _HAN_BETWEEN,
    ("adjective", "office"): _NOTHING | frozenset({"state", "federal"}),
    ("office", "state"): _OF | _NOTHING,
    ("office", "name"): _TITLE,
    ("office", "office"): _AND,
    ("state", "name"): _NOTHING | frozenset({","}),
    ("name", "state"): frozenset({"of", "of the", "("}),
    ("state", "institution"): _NOTHING | _POSSESSIVE,
    ("adjective", "institution"): _NOTHING,
    ("institution", "state"): _NOTHING | frozenset({"of", "of the"}),
    ("adjective", "collective"): _NOTHING,
    ("state", "collective"): _NOTHING,
}


@dataclass(frozen=True, slots=True)
class Part:
    """One known form, or one name, and what it is taken for in its place."""

    sort: str
    first: int
    last: int
    span: Span
    entry: Entry
    name: Name | None = None


@dataclass(slots=True)
class Phrase:
    """Parts that name one actor together."""

    parts: list[Part] = field(default_factory=list)
    former: bool = False
    lesser: bool = False
    coming: bool = False
    definite: bool = False
    serves: bool = False

    def of(self, sort: str) -> Part | None:
        """Return the first part of a sort."""
        return next((part for part in self.parts if part.sort == sort), None)

    @property
    def name(self) -> Name | None:
        """The name in the phrase."""
        part = self.of("name")
        return part.name if part else None

    @property
    def offices(self) -> tuple[str, ...]:
        """The table's words for the offices in the phrase."""
        return tuple(dict.fromkeys(o for p in self.parts if p.sort == "office" for o in p.entry.offices))

    @property
    def states(self) -> tuple[str, ...]:
        """The states the phrase may speak of."""
        for part in self.parts:
            if part.sort in ("state", "adjective", "metonym", "capital"):
                entry = part.entry
                return tuple(entry.states or entry.demonyms or entry.metonyms or entry.capitals or entry.signs)
        office = self.of("office")
        return tuple(office.entry.home) if office else ()

    @property
    def span(self) -> Span:
        """From the first part to the last."""
        return Span(self.parts[0].span.start, max(part.span.end for part in self.parts))


def phrases(text: str, line: Line, names: Sequence[Name]) -> Iterator[Phrase]:
    """Yield the sentence's phrases in order. Each part belongs to exactly one."""
    parts = _parts(line, names)
    at = 0
    while at < len(parts):
        phrase = Phrase([parts[at]])
        at += 1
        while at < len(parts) and _joins(text, phrase, parts, at):
            phrase.parts.append(parts[at])
            at += 1
        _mark(phrase, line.words)
        office = phrase.of("office")
        phrase.lesser |= office is not None and _is_staff(text, office)
        phrase.coming |= office is not None and text.startswith(_CANDIDATES, office.span.end)
        # "Diplomatic Advisor to the Prime Minister of …": the state is that of the one served.
        phrase.serves = text.startswith((" to the ", " to President ", " to Prime "), phrase.parts[-1].span.end)
        yield phrase


def _parts(line: Line, names: Sequence[Name]) -> list[Part]:
    taken = {at for name in names for at in range(name.first, name.last + 1)}
    parts = [Part("name", n.first, n.last, n.span, n.entry, n) for n in names]
    for atom in line.atoms:
        sort = _sort(atom.entry, line.words[atom.first])
        if sort and atom.first not in taken and atom.last not in taken:
            parts.append(Part(sort, atom.first, atom.last, atom.span, atom.entry))
    parts.sort(key=lambda part: part.first)
    return parts


def _sort(entry: Entry, word: Word) -> str:
    """Return what a form that is no name is taken for; '' when its lower case denies it."""
    if entry.blocked:
        return ""
    if entry.group:
        return "group"
    if entry.offices and not (entry.states and word.capital):
        return "office"
    if entry.institution:
        return "institution"
    if entry.collective:
        return "collective"
    if not word.capital and word.token is not None:
        return ""
    if entry.states:
        return "state"
    if entry.demonyms:
        return "adjective"
    if entry.metonyms:
        return "metonym"
    if entry.capitals:
        return "capital"
    return "sign" if entry.signs else ""


def _joins(text: str, phrase: Phrase, parts: Sequence[Part], at: int) -> bool:
    last, part = phrase.parts[-1], parts[at]
    before, after = last.sort, part.sort
    gap_start, gap_end = last.span.end, part.span.start
    if gap_end < gap_start or gap_end - gap_start > 12:
        return False
    gap = " ".join(text[gap_start:gap_end].lower().split())
    before = "state" if before in _SEATS else before
    after = "state" if after in _SEATS else after
    if after in ("name", "state", "adjective") and any(
        (p.sort == "name") == (after == "name") and p.sort not in ("office", "institution") for p in phrase.parts
    ):
        return False
    if before == "name" and after in ("state", "adjective", "office") and gap not in ("of", "of the"):
        return _apposition(text, phrase, parts, at, gap)
    if (before, after) == ("state", "name") and not phrase.of("office"):
        return False
    if (before, after) == ("office", "office") and gap and not (phrase.name or _name_follows(text, parts, at)):
        return False
    if (before, after, gap) == ("office", "office", "and") and _has_article(text, phrase):
        return False
    if gap.startswith(("for", "to")) and after == "state" and text[part.span.end : part.span.end + 2] in ("'s", "’s"):
        return False
    if (before, after) == ("office", "state") and not gap and last.span.of(text).isascii():
        return False
    return gap in _JOINTS.get((before, after), frozenset())


def _is_staff(text: str, office: Part) -> bool:
    """Say whether an office only tells whom its bearer works for ("Senior Advisor to the President")."""
    before = text[max(0, office.span.start - 24) : office.span.start].lower()
    return before.endswith(_OF_THE_STAFF)


def _has_article(text: str, phrase: Phrase) -> bool:
    """Say whether "the" stands before: "the Vice President and President Varo" are two people."""
    start = phrase.parts[0].span.start
    return text[max(0, start - 4) : start].lower() == "the "


def _name_follows(text: str, parts: Sequence[Part], at: int) -> bool:
    """Say whether two offices in a row are one person's ("President and Chairman Varo")."""
    if at + 1 >= len(parts) or parts[at + 1].sort not in ("name", "office"):
        return False
    return not text[parts[at].span.end : parts[at + 1].span.start].strip(" ,")


def _apposition(text: str, phrase: Phrase, parts: Sequence[Part], at: int, gap: str) -> bool:
    """Say whether what follows a name is that person's office: not when a further name follows it in turn."""
    part = parts[at]
    han = not phrase.parts[-1].span.of(text)[-1:].isascii()
    if gap == "(" and part.sort == "state":
        return bool(phrase.of("office"))
    if gap not in (_APPOSED | {""} if han else _APPOSED):
        return False
    if phrase.of("office") and not han:
        return False
    follow = at
    while follow < len(parts) and parts[follow].sort in ("state", "adjective", "metonym", "capital", "office", "sign"):
        if follow > at:
            between = " ".join(text[parts[follow - 1].span.end : parts[follow].span.start].lower().split())
            if between not in _NOTHING | _POSSESSIVE | _OF:
                break
        follow += 1
    has_office = any(p.sort == "office" for p in parts[at:follow])
    if follow < len(parts) and parts[follow].sort == "name":
        between = text[parts[follow - 1].span.end : parts[follow].span.start].strip()
        if not between:
            return False
    return has_office


def _mark(phrase: Phrase, words: Sequence[Word]) -> None:
    """Note what the words before the phrase say of the office: former, deputy, elect, the."""
    first = min(part.first for part in phrase.parts)
    last = max(part.last for part in phrase.parts)
    office = phrase.of("office")
    for start in {first, office.first if office else first}:
        for at in range(max(0, start - 3), start):
            key = words[at].key
            between = range(at + 1, start)
            if any(words[k].key not in LESSER | FORMER | {"the"} for k in between):
                continue
            phrase.former |= key in FORMER
            phrase.lesser |= key in LESSER
            phrase.coming |= key in COMING
            phrase.definite |= key in ("the", "this")
    for at in range(last + 1, min(last + 2, len(words))):
        phrase.coming |= words[at].key in COMING
    if office and office.last + 1 < len(words):
        phrase.coming |= words[office.last + 1].key in COMING
