"""Lines whose beginning says that they are not the article, and what they are."""

from __future__ import annotations

import re
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from readouts.ingest.characters import CAPITAL, CASELESS, SMALL, SORTS
from readouts.ingest.lines import Lines, split_lines
from readouts.model import ResidueReason

# Reason, first words (any of them; none where a line begins with a mark, a number or an ideograph), what must follow.
_OPENINGS: tuple[tuple[ResidueReason, str, str], ...] = (
    (ResidueReason.COMMENT_FORM, "leave", " a (?:reply|comment)"),
    (ResidueReason.COMMENT_FORM, "your", " e-?mail address"),
    (ResidueReason.COMMENT_FORM, "required", " fields"),
    (ResidueReason.COMMENT_FORM, "post add", " a comment"),
    (ResidueReason.COMMENT_FORM, "comment comments kommentar kommentare", "$"),
    (ResidueReason.COMMENT_FORM, "schreibe schreiben", "(?: sie)? einen kommentar"),
    (ResidueReason.COMMENT_FORM, "laisser", " un commentaire"),
    (ResidueReason.COMMENT_FORM, "deja", " un comentario"),
    (ResidueReason.COMMENT_FORM, "оставить", " комментарий"),
    (ResidueReason.COMMENT_FORM, "", r"\d+ comments?$|发表评论"),
    (ResidueReason.RELATED, "see", r" also\b"),
    (ResidueReason.RELATED, "read", r" (?:more|also|next)\b"),
    (ResidueReason.RELATED, "related", r"(?: (?:articles?|stories|posts?|news|content))?(?:\s*[:：]|\b)"),
    (ResidueReason.RELATED, "also more", r" (?:on|from)\b"),
    (ResidueReason.RELATED, "recommended", r"\b"),
    (ResidueReason.RELATED, "don", r"['’]t miss\b"),
    (ResidueReason.RELATED, "you", r" (?:may|might) also like\b"),
    (ResidueReason.RELATED, "siehe", r" auch\b"),
    (ResidueReason.RELATED, "mehr", r" zum thema\b"),
    (ResidueReason.RELATED, "lesen", r" sie auch\b"),
    (ResidueReason.RELATED, "lire voir", r" aussi\b"),
    (ResidueReason.RELATED, "à", r" lire aussi\b"),
    (ResidueReason.RELATED, "lea ver", r" también\b"),
    (ResidueReason.RELATED, "leia", r" também\b"),
    (ResidueReason.RELATED, "читайте", r" (?:также|також)\b"),
    (ResidueReason.RELATED, "", "相关(?:阅读|新闻|链接)|延伸阅读"),
    (ResidueReason.BOILERPLATE, "copyright", r"\b"),
    (ResidueReason.BOILERPLATE, "all", " rights reserved"),
    (ResidueReason.BOILERPLATE, "this", " (?:site|website) uses cookies"),
    (ResidueReason.BOILERPLATE, "we", " use cookies"),
    (ResidueReason.BOILERPLATE, "terms", " of (?:use|service)"),
    (ResidueReason.BOILERPLATE, "privacy", " policy"),
    (ResidueReason.BOILERPLATE, "advertisement sponsored", "$"),
    (ResidueReason.BOILERPLATE, "share", " this"),
    (ResidueReason.BOILERPLATE, "follow", " us"),
    (ResidueReason.BOILERPLATE, "subscribe", " to"),
    (ResidueReason.BOILERPLATE, "sign", " up for"),
    (ResidueReason.BOILERPLATE, "", r"<!--.*-->$|[\\#*_=\s-]+$|©|责任编辑|版权所有|央视网消息.{0,8}$"),
    (
        ResidueReason.CAPTION,
        "photo image picture foto bild video watch",
        r"\s*(?:credit|by|source|来源)?\s*[:：|/]",
    ),
    (ResidueReason.CAPTION, "", r"(?:图|图片|视频)\s*(?:来源)?\s*[:：|/]"),
)
_LENGTH = 200
_BY_A_WORD = np.isin(np.arange(SORTS), (SMALL, CAPITAL, CASELESS))


def may_say(lines: Lines) -> NDArray[np.bool_]:
    """Say of each line whether it begins with a word of those, or with no word."""
    _, first_words = _known()
    may: NDArray[np.bool_] = ~_BY_A_WORD[lines.first_sort]
    filled = lines.words.nonzero()[0]
    may[filled] |= first_words[lines.own[lines.bounds[filled]]]
    return may


def said_of_itself(text: str, start: int, end: int) -> ResidueReason | None:
    """Return what the line `[start, end)` of a text says that it is, where it is not the article."""
    pattern, _ = _known()
    said = pattern.match(text[start : min(end, start + _LENGTH)].lower())
    return ResidueReason[str(said.lastgroup)] if said else None


@lru_cache(maxsize=1)
def _known() -> tuple[re.Pattern[str], NDArray[np.bool_]]:
    """Return the pattern of all beginnings, in small letters, and the places of their first words."""
    found: dict[ResidueReason, list[str]] = {}
    first_words = np.zeros(2**16, bool)
    for reason, words, following in _OPENINGS:
        found.setdefault(reason, []).append(f"(?:{'|'.join(words.split())})(?:{following})")
        first_words[split_lines(words).own] = True
    return re.compile("|".join(f"(?P<{reason.name}>{'|'.join(every)})" for reason, every in found.items())), first_words
