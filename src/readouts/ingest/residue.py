"""Mark what of a plain text is not the article. Nothing is deleted: marks lie beside the text."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from readouts.ingest.inline import residue_within
from readouts.ingest.lines import Line, measure, split_lines
from readouts.ingest.residue_model import load_residue_model, residue_probabilities
from readouts.model import Heading, Residue, ResidueReason

# Marks at least this sure are left out of what the later stages read; it keeps 99 % of the article's lines.
SURE = 0.95
# Above this the model alone marks a line, to show it: the best macro F1 (`training/residue.py` prints the curve).
_SHOWN = 0.6
# A short line between lines of the article is most often its heading.
_BETWEEN_TEXT = 0.9
_TEXT = 0.5
# A line that says itself what it is needs less.
_SAID = 0.3
_SIGNS = (
    (
        ResidueReason.COMMENT_FORM,
        re.compile(
            r"(?:leave a (?:reply|comment)|your e-?mail address|required fields|post a comment|add a comment|"
            r"\d* ?comments?$|schreiben? sie einen kommentar|kommentare?$|laisser un commentaire|deja un comentario|"
            r"发表评论|оставить комментарий)",
            re.I,
        ),
    ),
    (
        ResidueReason.RELATED,
        re.compile(
            r"(?:see also|read (?:more|also|next)|related(?: (?:articles?|stories|posts?|news|content))?\s*[:：]?|"
            r"(?:also|more) (?:on|from)|recommended|don't miss|you (?:may|might) also like|siehe auch|mehr zum thema|"
            r"lesen sie auch|lire aussi|à lire aussi|voir aussi|lea también|ver también|leia também|"
            r"相关(?:阅读|新闻|链接)|延伸阅读|читайте также|читайте також)(?:\b|(?=\W)|$)",
            re.I,
        ),
    ),
    (
        ResidueReason.BOILERPLATE,
        re.compile(
            r"(?:<!--.{0,80}-->|[\\#*_=\s-]+$|©|copyright\b|all rights reserved|this (?:site|website) uses cookies|"
            r"we use cookies|terms of (?:use|service)|"
            r"privacy policy|advertisement$|sponsored$|share this|follow us|subscribe to|sign up for|"
            r"责任编辑|版权所有|央视网消息.{0,8}$)",
            re.I,
        ),
    ),
    (
        ResidueReason.CAPTION,
        re.compile(
            r"(?:photo|image|picture|foto|bild|video|watch|图|图片|视频)\s*(?:credit|by|source|来源)?\s*[:：|/]", re.I
        ),
    ),
)
_HEADING_WORDS = 20
_SENTENCE_END = re.compile(r"[.!?…:;,。！？：；，、\"”’»」]\s*$")
# The training pages hold next to no Chinese; a short sentence there is not a menu.
_IDEOGRAPHIC_SENTENCE = re.compile(r"[\u3400-\u9fff].*[。！？]$")
_QUESTION = re.compile(r"[?？]\s*$")


def mark_residue(
    text: str,
    language: str | None,
    known_residue: Sequence[Residue] = (),
    known_headings: Sequence[Heading] = (),
) -> tuple[tuple[Residue, ...], tuple[Heading, ...]]:
    """Return the residue and the headings of `text`, both in its order.

    What the file itself told (`known_residue`, `known_headings`) stands; the rest is judged line by line.
    """
    lines = split_lines(text)
    probabilities = residue_probabilities(load_residue_model(), measure(text, lines), lines)
    told = sorted([mark.span for mark in known_residue] + [mark.span for mark in known_headings])
    residue, headings = list(known_residue), list(known_headings)
    reached = 0
    for at, line in enumerate(lines):
        while reached < len(told) and told[reached].end <= line.span.start:
            reached += 1
        if reached < len(told) and told[reached].overlaps(line.span):
            continue
        found = _residue(text, lines, at, probabilities)
        if found:
            residue.append(found)
            continue
        if _is_heading(text, lines, at):
            headings.append(Heading(line.span))
        elif language == "en":
            residue += residue_within(text, line.span)
    return tuple(sorted(residue)), tuple(sorted(headings))


def _residue(text: str, lines: Sequence[Line], at: int, probabilities: NDArray[np.float32]) -> Residue | None:
    line, probability = lines[at], float(probabilities[at])
    words = text[line.span.start : min(line.span.end, line.span.start + 200)]
    said = next((reason for reason, sign in _SIGNS if sign.match(words)), None)
    if said and probability >= _SAID:
        return Residue(line.span, said, max(probability, SURE))
    if _is_glued_question(words, lines, at):
        return Residue(line.span, ResidueReason.CAPTION, SURE)
    around = probabilities[max(0, at - 1) : at + 2]
    between_text = 0 < at < len(lines) - 1 and around[0] < _TEXT and around[2] < _TEXT
    likely_text = between_text or _IDEOGRAPHIC_SENTENCE.search(words)
    if probability >= (_BETWEEN_TEXT if likely_text else _SHOWN):
        return Residue(line.span, said or ResidueReason.NAVIGATION, probability)
    return None


def _is_glued_question(words: str, lines: Sequence[Line], at: int) -> bool:
    """Say whether a line is another item's headline, left standing on the paragraph below it.

    Where paragraphs are set apart by blank lines, a copied page leaves the headline of a video or of a linked
    item glued to the next paragraph; a heading of the article's own is not a whole question there.
    """
    if not _QUESTION.search(words) or not 5 <= len(lines[at].words) <= _HEADING_WORDS or at + 1 >= len(lines):
        return False
    apart = sum(line.blanks_before > 0 for line in lines[1:])
    mostly_apart = apart >= 0.8 * (len(lines) - 1) and len(lines) > 5
    return mostly_apart and lines[at].blanks_before > 0 and lines[at + 1].blanks_before == 0


def _is_heading(text: str, lines: Sequence[Line], at: int) -> bool:
    line = lines[at]
    if not 0 < len(line.words) <= _HEADING_WORDS or len(line.span) > 160 or at + 1 >= len(lines):
        return False
    words = line.span.of(text)
    if _SENTENCE_END.search(words) or words[0].islower() or not words[0].isalnum():
        return False
    return len(lines[at + 1].span) > len(line.span)
