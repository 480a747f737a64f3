"""Training examples of the coreference model: what `coreference_examples` writes, matched with the packs' chains."""

import collections
import dataclasses
import json
import struct
import subprocess

import numpy as np

MAGIC = b"ANNCOREF"


@dataclasses.dataclass
class Header:
    version: int
    phrase_templates: int
    pair_templates: int
    phrase_features: int
    pair_features: int
    reader: str  # the reader's version


@dataclasses.dataclass
class Document:
    id: str
    text: str
    spans: np.ndarray  # phrases x 4: begin, end, head's begin, head's end in code points
    types: np.ndarray  # phrases
    rows: np.ndarray  # phrases x phrase templates
    anaphors: np.ndarray  # pairs: the phrase that a pair's anaphor is
    candidates: np.ndarray  # pairs: the phrase that its candidate is
    pairs: np.ndarray  # pairs x pair templates
    vectors: np.ndarray  # phrases x values: of their heads, from the reader's network
    chains: np.ndarray = None  # phrases: number of the gold chain; -1 in none; -2 unknown
    gold: dict = None


def read_pack(path):
    data = subprocess.run(["zstdcat", path], stdout=subprocess.PIPE, check=True).stdout.decode("utf-8")
    return [json.loads(line) for line in data.split("\n") if line.strip()]


def read_examples(content, golds):
    """-> (Header, [Document]); `content` is what the program wrote for the golds' texts, in their order."""
    if content[:8] != MAGIC:
        raise ValueError("no coreference examples")
    numbers = struct.unpack_from("<IHHIII", content, 8)
    header = Header(*numbers[:5], content[28:28 + numbers[5]].decode("utf-8"))
    pair = np.dtype([("phrase", "<u4"), ("row", "<u2", header.pair_templates)])
    at, documents = 28 + numbers[5], []
    by_id = {gold["id"]: gold for gold in golds}
    while at < len(content):
        size = struct.unpack_from("<I", content, at)[0]
        name = content[at + 4:at + 4 + size].decode("utf-8")
        at += 4 + size
        count, values = struct.unpack_from("<II", content, at)
        at += 8
        phrase = np.dtype([("span", "<u4", 4), ("type", "<u2"), ("row", "<u2", header.phrase_templates), ("vector", "<f4", values)])
        phrases, blocks, anaphors = [], [], []
        for index in range(count):
            phrases.append(np.frombuffer(content, phrase, 1, at))
            at += phrase.itemsize
            number = struct.unpack_from("<I", content, at)[0]
            at += 4
            blocks.append(np.frombuffer(content, pair, number, at))
            at += number * pair.itemsize
            anaphors.append(np.full(number, index))
        if not phrases:
            continue
        phrases, blocks = np.concatenate(phrases), np.concatenate(blocks)
        gold = by_id[name]
        documents.append(Document(name, gold["text"], code_points(gold["text"], phrases["span"]), phrases["type"].astype(int),
                                  phrases["row"].astype(np.int32), np.concatenate(anaphors), blocks["phrase"].astype(int),
                                  blocks["row"].astype(np.int32), np.ascontiguousarray(phrases["vector"]), gold=gold))
    return header, documents


def code_points(text, spans):
    """Byte offsets -> offsets in code points."""
    points = np.zeros(len(text.encode("utf-8")) + 1, int)
    at = 0
    for index, char in enumerate(text):
        size = len(char.encode("utf-8"))
        points[at:at + size] = index
        at += size
    points[at] = len(text)
    return points[spans]


def match_chains(document, partial):
    """Gives the phrases their chains. `partial`: the pack marks some mentions only, so that a phrase in no chain tells nothing."""
    exact, heads = {}, collections.defaultdict(list)
    for index, (begin, end, head, _) in enumerate(document.spans):
        exact.setdefault((begin, end), index)
        heads[begin].append(index)
        heads[-end - 1].append(index)
    chains = np.full(len(document.spans), -2 if partial else -1)
    left = []
    for number, chain in enumerate(document.gold["chains"]):
        for begin, end in chain:
            found = exact.get((begin, end))
            if found is None:
                left.append((begin, end, number))
            else:
                chains[found] = number
    for begin, end, number in left:
        near = [i for i in heads[begin] + heads[-end - 1]
                if begin <= document.spans[i][2] and document.spans[i][3] <= end and chains[i] < 0]
        if near:
            chains[max(near, key=lambda i: min(end, document.spans[i][1]) - max(begin, document.spans[i][0]))] = number
    document.chains = chains
