"""Mark what of a plain text is not the article. Nothing is deleted: marks lie beside the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from operator import attrgetter

import numpy as np
from numpy.typing import NDArray

from readouts.ingest.characters import (
    CAPITAL,
    CASELESS,
    CLOSING,
    COLON,
    COMMA,
    DIGIT,
    IDEOGRAPH,
    SORTS,
    STOP,
    tables,
)
from readouts.ingest.inline import residue_within
from readouts.ingest.lines import Lines, split_lines
from readouts.ingest.residue_model import load_residue_model, residue_probabilities
from readouts.model import Heading, Residue, ResidueReason, Span

Flags = NDArray[np.bool_]
_PLACE = attrgetter("span.start", "span.end")

# Marks at least this sure are left out of what the later stages read; it keeps 99 % of the article's lines.
SURE = 0.995
# Above this the model alone marks a line, to show it: the best macro F1 (`benchmarks.residue` prints it).
SHOWN = 0.45
# The training pages hold next to no Chinese; a short sentence there is not a menu.
_IDEOGRAPHIC = SURE
# Where so many of the lines are the article, a line between two of them is most often its heading.
_MOSTLY_TEXT, _BETWEEN_TEXT = 0.75, 0.95
# A line that says itself what it is needs less.
_SAID = 0.005
_SIGN_LENGTH = 200
# A line's beginning that says what it is; the first reason that fits.
_SIGNS = re.compile(
    r"(?P<comment_form>leave a (?:reply|comment)|your e-?mail address|required fields|post a comment|add a comment|"
    r"\d* ?comments?$|schreiben? sie einen kommentar|kommentare?$|laisser un commentaire|deja un comentario|"
    r"发表评论|оставить комментарий)|"
    r"(?P<related>(?:see also|read (?:more|also|next)|related(?: (?:articles?|stories|posts?|news|content))?\s*[:：]?|"
    r"(?:also|more) (?:on|from)|recommended|don't miss|you (?:may|might) also like|siehe auch|mehr zum thema|"
    r"lesen sie auch|lire aussi|à lire aussi|voir aussi|lea también|ver también|leia também|"
    r"相关(?:阅读|新闻|链接)|延伸阅读|читайте также|читайте також)(?:\b|(?=\W)|$))|"
    r"(?P<boilerplate><!--.{0,80}-->|[\\#*_=\s-]+$|©|copyright\b|all rights reserved|"
    r"this (?:site|website) uses cookies|we use cookies|terms of (?:use|service)|privacy policy|"
    r"advertisement$|sponsored$|share this|follow us|subscribe to|sign up for|"
    r"责任编辑|版权所有|央视网消息.{0,8}$)|"
    r"(?P<caption>(?:photo|image|picture|foto|bild|video|watch|图|图片|视频)\s*(?:credit|by|source|来源)?\s*[:：|/])",
    re.I,
)
_HEADING_WORDS, _HEADING_LENGTH = 20, 160
_ASKS, _ASKS_WIDE = ord("?"), ord("？")
_MAY_BEGIN = np.isin(np.arange(SORTS), (CAPITAL, IDEOGRAPH, CASELESS, DIGIT))
_MAY_END = ~np.isin(np.arange(SORTS), (STOP, COLON, COMMA, CLOSING))
# Where a question may be a headline left glued to a paragraph: so many lines, so many of them set apart.
_LEAST_LINES, _SET_APART = 6, 0.8


def mark_residue(
    text: str,
    language: str | None,
    known_residue: Sequence[Residue] = (),
    known_headings: Sequence[Heading] = (),
) -> tuple[tuple[Residue, ...], tuple[Heading, ...]]:
    """Return the residue and the headings of `text`, both in its order.

    What the file itself told (`known_residue`, `known_headings`) stands; the rest is judged line by line. Linear in
    the length of the text.
    """
    lines = split_lines(text)
    if not len(lines):
        return tuple(sorted(known_residue)), tuple(sorted(known_headings))
    probabilities = residue_probabilities(load_residue_model(), lines)
    told = sorted([mark.span for mark in known_residue] + [mark.span for mark in known_headings])
    free = ~_overlapping(lines, told)
    glued = _glued_questions(lines)
    asked = np.where(_ideographic_sentences(lines), _IDEOGRAPHIC, SHOWN)
    shown = probabilities >= np.where(_between_text(probabilities), _BETWEEN_TEXT, asked)
    residue, headings = list(known_residue), list(known_headings)
    judged = np.zeros(len(lines), bool)
    looked_at = np.flatnonzero(free & (glued | (probabilities >= _SAID)))
    columns = (array[looked_at].tolist() for array in (lines.starts, lines.ends, probabilities, glued, shown))
    for at, *of_line in zip(looked_at.tolist(), *columns, strict=True):
        found = _residue(text, *of_line)
        if found:
            judged[at] = True
            residue.append(found)
    within = list(residue_within(text, language, lines, free & ~judged))
    residue += within
    judged[np.searchsorted(lines.starts, [mark.span.start for mark in within], side="right") - 1] = True
    headings += [Heading(lines.span(at)) for at in np.flatnonzero(free & ~judged & _headings(lines)).tolist()]
    return tuple(sorted(residue, key=_PLACE)), tuple(sorted(headings, key=_PLACE))


def _residue(text: str, start: int, end: int, probability: float, glued: bool, shown: bool) -> Residue | None:
    said = _SIGNS.match(text, start, min(end, start + _SIGN_LENGTH))
    if said and probability >= _SAID:
        return Residue(Span(start, end), ResidueReason[str(said.lastgroup).upper()], max(probability, SURE))
    if glued:
        return Residue(Span(start, end), ResidueReason.CAPTION, SURE)
    return Residue(Span(start, end), ResidueReason.NAVIGATION, probability) if shown else None


def _overlapping(lines: Lines, told: Sequence[Span]) -> Flags:
    """Say of each line whether the file itself told what some of it is."""
    if not told:
        return np.zeros(len(lines), bool)
    starts = np.array([span.start for span in told])
    # Where spans lie within one another, the furthest end so far counts.
    ends = np.maximum.accumulate([span.end for span in told])
    before = np.searchsorted(starts, lines.ends) - 1
    overlapping: Flags = (before >= 0) & (ends[np.maximum(before, 0)] > lines.starts)
    return overlapping


def _between_text(probabilities: NDArray[np.float32]) -> Flags:
    """Say of each line whether lines of the article stand above and below it, in a text that is mostly the article."""
    is_text = probabilities < SHOWN
    between = np.zeros(len(is_text), bool)
    if is_text.mean() >= _MOSTLY_TEXT:
        between[1:-1] = is_text[:-2] & is_text[2:]
    return between


def _ideographic_sentences(lines: Lines) -> Flags:
    """Say of each line whether it is a sentence in Chinese or Japanese."""
    sentences: Flags = (lines.sorts[:, IDEOGRAPH] > 0) & (tables().sorts[lines.last] == STOP)
    return sentences


def _glued_questions(lines: Lines) -> Flags:
    """Say of each line whether it is another item's headline, left standing on the paragraph below it.

    Where paragraphs are set apart by blank lines, a copied page leaves the headline of a video or of a linked
    item glued to the next paragraph; a heading of the article's own is not a whole question there.
    """
    apart = lines.blanks > 0
    glued = np.zeros(len(lines), bool)
    if len(lines) >= _LEAST_LINES and apart[1:].mean() >= _SET_APART:
        question = (
            ((lines.last == _ASKS) | (lines.last == _ASKS_WIDE)) & (lines.words >= 5) & (lines.words <= _HEADING_WORDS)
        )
        glued[:-1] = question[:-1] & apart[:-1] & ~apart[1:]
    return glued


def _headings(lines: Lines) -> Flags:
    """Say of each line whether it is a heading: short, no sentence, with a longer line below it."""
    length = lines.ends - lines.starts
    first, last = tables().sorts[lines.first], tables().sorts[lines.last]
    heading = (lines.words > 0) & (lines.words <= _HEADING_WORDS) & (length <= _HEADING_LENGTH)
    heading &= _MAY_END[last] & (lines.last != ord(";")) & _MAY_BEGIN[first]
    heading[:-1] &= length[1:] > length[:-1]
    heading[-1] = False
    return heading
