"""Sentences to numbers: label inventories, training-time variants of a sentence, and length-sorted batches."""

import math
import random
from collections import Counter
from copy import copy

import torch

import lemma_scripts
import name_swaps
import ner_schemes

SKIP = -100
FIELDS = ("words", "upos", "feats", "lemmas", "heads", "deprels", "ner", "facts")


def inventories(sentences):
    """Label lists of the heads, from the training sentences."""
    counts = {name: Counter() for name in ("upos", "feats", "lemma", "deprel")}
    for sentence in sentences:
        counts["upos"].update(tag for tag in sentence.upos if tag)
        counts["feats"].update(tag for tag in sentence.feats if tag)
        counts["deprel"].update(tag for tag in sentence.deprels if tag)
        counts["lemma"].update(lemma_scripts.make(w, l) for w, l in zip(sentence.words, sentence.lemmas) if l)
    del counts["lemma"][None]
    seen_twice = {name: [tag for tag, n in sorted(counts[name].items(), key=lambda x: (-x[1], x[0])) if n >= 2]
                  for name in ("feats", "lemma")}
    lemma = seen_twice["lemma"] + [script for script in lemma_scripts.PLAIN if script not in seen_twice["lemma"]]
    return {"upos": sorted(counts["upos"]), "feats": seen_twice["feats"], "lemma": lemma,
            "deprel": sorted(counts["deprel"]), "ner": ner_schemes.LABELS}


_CURLY = {"'s": "’s", "n't": "n’t", "'re": "’re", "'ve": "’ve", "'ll": "’ll", "'m": "’m", "'d": "’d", "'": "’"}


def _curl(words):
    """Typographic quotes for plain ones."""
    curled, opening = [], True
    for word in words:
        if word == '"':
            word, opening = "“" if opening else "”", not opening
        curled.append(_CURLY.get(word.lower(), word))
    return curled


def vary(sentence, chance, names):
    """The sentence, now and then with other names, in another case, with curly quotes or without its final punctuation."""
    draw, drop, curl = chance.random(), chance.random() < 0.1, chance.random() < 0.15
    varied = copy(sentence)
    name_swaps.swap(varied, names, chance, 0.2)
    if curl:
        varied.words = _curl(varied.words)
    if draw < 0.05:
        change = (str.lower, str.upper, lambda w: w[:1].upper() + w[1:])[int(draw * 60)]
        varied.words = [change(word) for word in varied.words]
    last = len(varied.words)
    if drop and last > 3 and varied.upos[-1] == "PUNCT" and last not in varied.heads and varied.heads[-1] != 0:
        for name in FIELDS:
            setattr(varied, name, getattr(varied, name)[:-1])
    return varied


class Encoder:
    """Turns sentences into lists of ids."""

    def __init__(self, wordpiece, labels, max_pieces):
        self.wordpiece = wordpiece
        self.index = {name: {tag: i for i, tag in enumerate(tags)} for name, tags in labels.items()}
        self.max_pieces = max_pieces
        self._scripts = {}

    def _script(self, word, lemma):
        if not lemma:
            return SKIP
        if (word, lemma) not in self._scripts:
            self._scripts[word, lemma] = self.index["lemma"].get(lemma_scripts.make(word, lemma), SKIP)
        return self._scripts[word, lemma]

    def encode(self, sentence):
        """-> a dict of lists, or None where the sentence has too many pieces."""
        pieces, cases, first = self.wordpiece.sentence(sentence.words)
        if len(pieces) > self.max_pieces:
            return None
        allowed = []
        for labels in sentence.ner:
            mask = 0
            for label in labels:
                mask |= 1 << self.index["ner"][label]
            allowed.append(mask or (1 << len(ner_schemes.LABELS)) - 1)
        return {"pieces": pieces, "cases": cases, "first": first,
                "upos": [self.index["upos"].get(tag, SKIP) for tag in sentence.upos],
                "feats": [self.index["feats"].get(tag, SKIP) for tag in sentence.feats],
                "lemma": [self._script(w, l) for w, l in zip(sentence.words, sentence.lemmas)],
                "head": [head if head >= 0 else SKIP for head in sentence.heads],
                "deprel": [self.index["deprel"].get(tag, SKIP) for tag in sentence.deprels],
                "ner": allowed,
                "fact": [math.nan if value is None else value for value in sentence.facts] or [math.nan] * len(first)}


def collate(examples):
    """Padded tensors of one batch. head and the tags are SKIP where padded, ner is 0 there, fact NaN."""
    def pad(name, value):
        size = max(len(e[name]) for e in examples)
        return torch.tensor([e[name] + [value] * (size - len(e[name])) for e in examples])

    batch = {name: pad(name, 0) for name in ("pieces", "cases", "first", "ner")}
    batch.update({name: pad(name, SKIP) for name in ("upos", "feats", "lemma", "head", "deprel")})
    batch["fact"] = pad("fact", math.nan)
    batch["lengths"] = torch.tensor([len(e["pieces"]) for e in examples])
    batch["words"] = torch.tensor([len(e["first"]) for e in examples])
    return batch


def batches(examples, pieces_a_batch, chance=None):
    """Lists of indices, sentences of like length together; shuffled where `chance` is given."""
    order = list(range(len(examples)))
    jitter = [chance.random() * 2 if chance else 0 for _ in order]
    order.sort(key=lambda i: len(examples[i]["pieces"]) + jitter[i])
    found, current, widest = [], [], 0
    for i in order:
        widest = max(widest, len(examples[i]["pieces"]))
        if current and widest * (len(current) + 1) > pieces_a_batch:
            found.append(current)
            current, widest = [], len(examples[i]["pieces"])
        current.append(i)
    found += [current] if current else []
    if chance:
        chance.shuffle(found)
    return found


def epoch(sentences, encoder, names, pieces_a_batch, seed):
    """One pass over varied, shuffled training sentences; the same for the same seed."""
    chance = random.Random(seed)
    encoded = [e for e in (encoder.encode(vary(s, chance, names)) for s in sentences) if e]
    order = batches(encoded, pieces_a_batch, chance)
    return [[encoded[i] for i in members] for members in order]
