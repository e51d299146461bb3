"""Which words of a news text report what somebody says, thinks or wants: the features of a linear-chain model.

The model labels the head word of each cue ("said", "claim", "according"); features are words, tags, dependencies
and quotation marks around it.
"""

from __future__ import annotations

from readouts.attribution.acts import ActTable
from readouts.attribution.syntax import Tree

_NEAR = 2
_CHILDREN = 12


def cue_features(tree: Tree, quoted: list[int], acts: ActTable) -> list[list[str]]:
    """Return the features of each token of a sentence. `quoted` numbers each token's quotation, -1 outside."""
    lemmas = [token.lemma.lower() for token in tree.tokens]
    known = [acts.of(lemma, "en") for lemma in lemmas]
    names = [act.name if act else "" for act in known]
    marks = _marks(quoted)
    return [_features(tree, at, lemmas, names, marks) for at in range(len(lemmas))]


def _marks(quoted: list[int]) -> list[str]:
    """Say of each token whether it stands in a quotation, and whether one ends before or begins after it."""
    count = len(quoted)
    has = "1" if any(number >= 0 for number in quoted) else "0"
    states = []
    for at, number in enumerate(quoted):
        if number >= 0:
            states.append("in")
        else:
            before = any(quoted[near] >= 0 for near in range(max(at - 3, 0), at))
            after = any(quoted[near] >= 0 for near in range(at + 1, min(at + 4, count)))
            states.append(f"{has}{'b' if before else ''}{'a' if after else ''}")
    return states


def _features(tree: Tree, at: int, lemmas: list[str], names: list[str], marks: list[str]) -> list[str]:
    token, lemma = tree.tokens[at], lemmas[at]
    head = token.head
    up = tree.tokens[head]
    features = [
        "1",
        f"l={lemma}",
        f"lt={lemma}|{token.tag}",
        f"ld={lemma}|{token.dep}",
        f"t={token.tag}",
        f"d={token.dep}",
        f"td={token.tag}|{token.dep}",
        f"e={token.entity[2:]}",
        f"w={token.text if token.pos == 'PUNCT' else token.text[-3:].lower()}",
        f"a={names[at]}",
        f"at={names[at]}|{token.tag}",
        f"q={marks[at]}",
        f"lq={lemma}|{marks[at]}",
        f"hl={lemmas[head]}|{token.dep}",
        f"ht={up.tag}|{token.dep}",
        f"ha={names[head]}|{token.dep}",
        f"hd={up.dep}|{token.dep}|{token.pos}",
        f"hh={lemmas[up.head]}|{up.dep}|{token.dep}",
    ]
    for step in range(-_NEAR, _NEAR + 1):
        near = at + step
        if step and 0 <= near < len(lemmas):
            features += (f"{step}l={lemmas[near]}", f"{step}t={tree.tokens[near].tag}|{token.pos}")
            if step in (-1, 1):
                features += (f"{step}ll={lemmas[near]}|{lemma}",)
    if token.pos in ("PUNCT", "DET"):
        return features
    return features + _children(tree, at, lemmas, names)


def _children(tree: Tree, at: int, lemmas: list[str], names: list[str]) -> list[str]:
    lemma, pos = lemmas[at], tree.tokens[at].pos
    features: list[str] = []
    kinds: set[str] = set()
    for child in tree.children[at][:_CHILDREN]:
        token = tree.tokens[child]
        dep = token.dep
        if dep == "punct":
            continue
        kinds.add(dep)
        features += (f"c={dep}|{pos}", f"cl={dep}|{lemmas[child]}", f"ct={dep}|{token.tag}|{pos}", f"lc={lemma}|{dep}")
        if dep in ("nsubj", "nsubjpass", "agent", "poss"):
            features += (f"s={token.pos}|{token.entity[2:]}|{dep}", f"sa={names[at]}|{token.pos}|{token.entity[2:]}")
        elif dep in ("ccomp", "xcomp", "acl", "prep", "dobj", "prt"):
            features += (f"lcl={lemma}|{dep}|{lemmas[child]}", f"ac={names[at]}|{dep}")
            if dep == "ccomp":
                before = "<" if child < at else ">"
                features += (f"cc={before}|{'that' if _has_that(tree, child) else ''}",)
    signature = ",".join(sorted(kinds & _TELLING))
    features += (f"k={signature}|{pos}", f"lk={lemma}|{signature}", f"ak={names[at]}|{signature}")
    return features


_TELLING = frozenset(
    {"nsubj", "nsubjpass", "ccomp", "xcomp", "dobj", "prep", "acl", "agent", "neg", "aux", "mark", "attr"}
)


def _has_that(tree: Tree, verb: int) -> bool:
    return any(tree.tokens[child].dep == "mark" for child in tree.children[verb])
