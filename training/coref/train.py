#!/usr/bin/env python3
"""Trains models/coref.weights, one command:

  train.py --data SHARED/data --build BUILD [--out models/coref.weights] [--epochs N] [--seed N]

BUILD has the targets `annalist` and `coreference_examples`, whose reader parses the raw texts, so that training sees what running sees.
Data: coref_ontogum (licence_group open), coref_litbank, coref_gap, train parts alone. On one idle core about two minutes.
"""

import argparse
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import time

import numpy as np
import torch

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(HERE))

import weights_file  # noqa: E402
from pair_examples import match_chains, read_examples, read_pack  # noqa: E402
from ranker import Ranker  # noqa: E402
from ranking_loss import chain_loss, name_loss  # noqa: E402

NAMES = range(9, 14)  # PhraseType kPersonName .. kOtherName
PRONOUNS = range(0, 7)
LITBANK_WEIGHT = 0.5  # fiction, six kinds of entities: less of it
GAP_BATCH = 20
GAP_WEIGHT = 3.0  # one pronoun a text: more of them


class Example:
    """A document's tensors. Of whole chains: `good` pairs, phrases that `has` an antecedent, phrases that are `used`."""

    def __init__(self, document, first=0, end=None):
        self.rows = torch.from_numpy(document.rows.astype(np.int64))
        self.anaphors = torch.from_numpy(document.anaphors[first:end])
        self.candidates = torch.from_numpy(document.candidates[first:end])
        self.pairs = torch.from_numpy(document.pairs[first:end])
        self.vectors = torch.from_numpy(document.vectors)

    def with_chains(self, document):
        chains, anaphors = document.chains, document.anaphors
        good = (chains[anaphors] >= 0) & (chains[anaphors] == chains[document.candidates])
        has = np.zeros(len(chains), bool)
        has[anaphors[good]] = True
        self.good, self.has, self.used = torch.from_numpy(good), torch.from_numpy(has), torch.from_numpy(chains != -2)
        return self


def gap_example(document):
    """The pronoun's candidates alone, labelled; None where the pronoun or both names were not found."""
    begin, end = document.gold["pronoun"]
    found = [i for i, span in enumerate(document.spans) if span[0] == begin and span[1] == end]
    if not found:
        return None
    phrase = found[0]
    first, last = np.searchsorted(document.anaphors, [phrase, phrase + 1])
    example = Example(document, first, last)
    candidates = document.candidates[first:last]
    heads = document.spans[candidates]
    is_name = np.isin(document.types[candidates], list(NAMES))
    labels = np.zeros(last - first, int)
    for name in "ab":
        begin, end = document.gold[name]
        words = document.gold["text"][begin:end].lower().split()
        within = (begin <= heads[:, 2]) & (heads[:, 2] < end)
        again = np.array([document.text[head[2]:head[3]].lower() in words for head in heads], bool) & (labels == 0)
        labels[is_name & (within | again)] = 1 if document.gold[name + "_coref"] else -1
    if not labels.any():
        return None
    example.phrase = phrase
    example.labels = torch.from_numpy(labels)
    example.unknown = torch.from_numpy((labels == 0) & np.isin(document.types[candidates], list(PRONOUNS)))
    return example


def gap_loss(model, batch):
    offsets = np.cumsum([0] + [len(example.rows) for example in batch])
    join = lambda part: torch.cat([getattr(example, part) + int(offset) for example, offset in zip(batch, offsets)])
    scores, fresh = model(torch.cat([e.rows for e in batch]), join("anaphors"), join("candidates"), torch.cat([e.pairs for e in batch]),
                          torch.cat([e.vectors for e in batch]))
    loss, at = 0, 0
    for example, offset in zip(batch, offsets):
        size = len(example.pairs)
        loss = loss + name_loss(scores[at:at + size], fresh[int(offset) + example.phrase], example.labels, example.unknown)
        at += size
    return loss


def load(options, pack, keep=lambda gold: True):
    golds = [gold for gold in read_pack(os.path.join(options.data, pack, "train.jsonl.zst")) if keep(gold)]
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, pack + ".jsonl")
        with open(path, "w", encoding="utf-8") as out:
            for gold in golds:
                out.write(json.dumps({"id": gold["id"], "text": gold["text"]}) + "\n")
        program = os.path.join(options.build, "training", "coref", "coreference_examples")
        content = subprocess.run([program, os.path.join(options.build, "share", "annalist"), path], stdout=subprocess.PIPE, check=True).stdout
    return read_examples(content, golds)


def chained(documents, partial):
    examples = []
    for document in documents:
        match_chains(document, partial)
        examples.append(Example(document).with_chains(document))
    return examples


def export(model, header, seed, path):
    tensors = []
    for name in ("pair", "anaphor", "candidate", "fresh"):
        matrix, scale = weights_file.quantise(getattr(model, name).weight.detach().numpy())
        tensors += [(name, matrix), (name + ".scale", scale)]
    for name, values in (("pair_bias", model.pair_bias), ("fresh_bias", model.fresh_bias), ("pair_out", model.pair_out.weight[0]),
                         ("fresh_out", model.fresh_out.weight[0]), ("fresh_score", model.fresh_out.bias)):
        tensors.append((name, values.detach().numpy().astype(np.float32)))
    for name in ("asks", "offers", "both"):
        tensors.append((name, getattr(model, name).weight.T.detach().numpy().astype(np.float32).copy()))
    reader = re.search(r"\(([0-9a-f]+)\)", header.reader)[1]  # senses are of this network alone
    matrix, scale = weights_file.quantise(model.sense.weight.detach().numpy())
    tensors += [("sense." + reader, matrix), ("sense." + reader + ".scale", scale),
                ("sense_bias." + reader, model.sense.bias.detach().numpy().astype(np.float32))]
    about = {"name": "annalist-coreference-en", "version": f"{header.version}.0", "seed": seed,
             "data": ["coref_ontogum open", "coref_litbank", "coref_gap"]}
    weights_file.write(path, about, tensors)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", required=True)
    parser.add_argument("--build", required=True)
    parser.add_argument("--out", default=os.path.join(HERE, "..", "..", "models", "coref.weights"))
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--hidden", type=int, default=32)
    parser.add_argument("--rate", type=float, default=1e-3)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(options.seed)
    order = random.Random(options.seed)

    header, documents = load(options, "coref_ontogum", lambda gold: gold["licence_group"] == "open")
    news = chained(documents, partial=False)
    fiction = chained(load(options, "coref_litbank")[1], partial=True)
    names = [example for example in map(gap_example, load(options, "coref_gap")[1]) if example is not None]
    print(f"{len(news)} OntoGUM and {len(fiction)} LitBank documents, {len(names)} GAP pronouns", flush=True)

    model = Ranker(header.phrase_features, header.pair_features, news[0].vectors.shape[1], options.hidden, dropout=0.2)
    optimizer = torch.optim.Adam(model.parameters(), lr=options.rate)
    per_epoch = len(news) + len(fiction) // 2 + -(-len(names) // GAP_BATCH)
    step, begin = 0, time.monotonic()
    for epoch in range(options.epochs):
        order.shuffle(names)
        batches = [("chains", example, 1.0) for example in news]
        batches += [("chains", example, LITBANK_WEIGHT) for example in order.sample(fiction, len(fiction) // 2)]
        batches += [("names", names[i:i + GAP_BATCH], GAP_WEIGHT) for i in range(0, len(names), GAP_BATCH)]
        order.shuffle(batches)
        total = 0.0
        for kind, batch, weight in batches:
            for group in optimizer.param_groups:
                group["lr"] = options.rate * (1 - step / (per_epoch * options.epochs))
            step += 1
            if kind == "chains":
                loss = weight * chain_loss(*model(batch.rows, batch.anaphors, batch.candidates, batch.pairs, batch.vectors), batch)
            else:
                loss = weight * gap_loss(model, batch)
            optimizer.zero_grad()
            (loss / 100).backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 5.0)
            optimizer.step()
            total += loss.item()
        print(f"epoch {epoch + 1}: loss {total:.0f}, {time.monotonic() - begin:.0f} s", flush=True)
    export(model.eval(), header, options.seed, options.out)


if __name__ == "__main__":
    main()
