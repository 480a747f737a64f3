"""Scores on sentences with gold tokens: UPOS, features, lemmas, UAS, LAS, and exact entity spans.

python training/evaluate.py WEIGHTS --data ../shared/data       scores a weights file on the dev sets
"""

import argparse
import json

import torch

import lemma_scripts
from examples import SKIP, batches, collate

UNER = {"person": "PER", "organization": "ORG", "place": "LOC"}


def spans_of(tags):
    """(begin, end, type) of BIO tags; an I without its like before it begins a span."""
    spans, begin, kind = [], 0, None
    for i, tag in enumerate(list(tags) + ["O"]):
        if kind and tag != "I-" + kind:
            spans.append((begin, i, kind))
            kind = None
        if tag != "O" and kind is None:
            begin, kind = i, tag[2:]
    return spans


def best_tags(logits):
    """The best BIO sequence: the sum of logits, where I-x follows only B-x or I-x. logits: [words, labels], O first, then B, I a type."""
    count = logits.shape[1]
    barred = torch.zeros(count, count)
    for inside in range(2, count, 2):
        barred[:, inside] = float("-inf")
        barred[inside - 1:inside + 1, inside] = 0
    total, back = logits[0] + barred[0], []
    for row in logits[1:]:
        best, source = (total[:, None] + barred).max(0)
        total = best + row
        back.append(source)
    tags = [int(total.argmax())]
    for source in reversed(back):
        tags.append(int(source[tags[-1]]))
    return tags[::-1]


@torch.no_grad()
def predict(reader, examples, autocast=True, pieces_a_batch=4096):
    """Best labels of each example, entities as the best legal sequence: lists upos, feats, lemma, ner, head, deprel, fact."""
    reader.eval()
    found = [None] * len(examples)
    for members in batches(examples, pieces_a_batch):
        batch = collate([examples[i] for i in members])
        with torch.autocast("cpu", torch.bfloat16, enabled=autocast):
            nodes = reader.token_vectors(reader.encode(batch["pieces"], batch["cases"], batch["lengths"]), batch["first"])
            tokens = nodes[:, 1:]
            best = {name: getattr(reader.head, name)(tokens).argmax(-1) for name in ("upos", "feats", "lemma")}
            best["fact"] = reader.fact(tokens).float()
            names = reader.head.ner(tokens).float()
            scores = reader.arc(tokens, nodes).float()
            columns = torch.arange(scores.shape[2])[None, :] <= batch["words"][:, None]
            scores = scores.masked_fill(~columns[:, None, :], float("-inf"))
            rows = torch.arange(scores.shape[1])
            scores[:, rows, rows + 1] = float("-inf")
            best["head"] = scores.argmax(-1)
            count, words, hidden = tokens.shape
            heads = nodes.gather(1, best["head"][:, :, None].expand(-1, -1, hidden))
            labels = reader.label(tokens.reshape(-1, hidden), heads.reshape(-1, hidden))
            best["deprel"] = labels.view(count, words, -1).argmax(-1)
        for row, i in enumerate(members):
            size = int(batch["words"][row])
            found[i] = {name: value[row, :size].tolist() for name, value in best.items()}
            found[i]["ner"] = best_tags(names[row, :size])
    return found


def score(reader, encoder, sentences, autocast=True):
    """-> (percentages by layer, percentages by entity set that the sentences carry)."""
    kept = [(s, e) for s, e in ((s, encoder.encode(s)) for s in sentences) if e]
    guesses = predict(reader, [e for _, e in kept], autocast)
    right = dict.fromkeys(("upos", "feats", "lemma", "uas", "las"), 0)
    words = hit = guessed = gold = 0
    facts = []
    ner_labels, scripts = reader.labels["ner"], reader.labels["lemma"]
    for (sentence, example), guess in zip(kept, guesses):
        words += len(sentence.words)
        for i, word in enumerate(sentence.words):
            head = guess["head"][i] == example["head"][i]
            right["upos"] += guess["upos"][i] == example["upos"][i]
            right["feats"] += guess["feats"][i] == example["feats"][i]
            right["uas"] += head
            right["las"] += head and guess["deprel"][i] == example["deprel"][i]
            right["lemma"] += lemma_scripts.apply(scripts[guess["lemma"][i]], word) == sentence.lemmas[i]
        facts += [(guess["fact"][i], value) for i, value in enumerate(sentence.facts) if value is not None]
        marked = {s for s in sentence.entities}
        named = {(b, e, UNER[t]) for b, e, t in spans_of(ner_labels[k] for k in guess["ner"]) if t in UNER}
        hit, guessed, gold = hit + len(marked & named), guessed + len(named), gold + len(marked)
    scores = {name: round(100 * value / max(words, 1), 2) for name, value in right.items()}
    if gold:
        scores["entities_p"], scores["entities_r"] = round(100 * hit / max(guessed, 1), 2), round(100 * hit / gold, 2)
        scores["entities_f1"] = round(200 * hit / (guessed + gold), 2)
    if facts:
        scores["factuality_r"] = round(float(torch.corrcoef(torch.tensor(facts).T)[0, 1]), 4)
    return scores


def gum_entities(reader, encoder, sentences):
    """F1 by type against the names that ner_schemes derives from GUM; masked words on either side are left out."""
    kept = [(s, e) for s, e in ((s, encoder.encode(s)) for s in sentences) if e]
    counts = {}
    for (sentence, _), guess in zip(kept, predict(reader, [e for _, e in kept])):
        unsure = {i for i, labels in enumerate(sentence.ner) if len(labels) != 1}
        gold = set(spans_of("O" if i in unsure else labels[0] for i, labels in enumerate(sentence.ner)))
        named = {(b, e, t) for b, e, t in spans_of(reader.labels["ner"][k] for k in guess["ner"])
                 if not unsure.intersection(range(b, e))}
        for kind in {t for _, _, t in gold | named}:
            count = counts.setdefault(kind, [0, 0, 0])
            one, two = {s for s in gold if s[2] == kind}, {s for s in named if s[2] == kind}
            for slot, value in enumerate((len(one & two), len(two), len(one))):
                count[slot] += value
    return {kind: round(200 * hit / max(guessed + gold, 1), 1) for kind, (hit, guessed, gold) in sorted(counts.items())}


def main():
    import corpora
    import export
    from examples import Encoder
    from wordpiece import WordPiece
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights")
    parser.add_argument("--data", required=True)
    args = parser.parse_args()
    reader, pieces = export.load(args.weights)
    encoder = Encoder(WordPiece(pieces), reader.labels, reader.config.max_pieces)
    places = corpora.place_names(corpora.ewt(args.data, "train"))
    gum = corpora.gum(args.data, "dev", places)
    print(json.dumps({"ewt": score(reader, encoder, corpora.ewt(args.data, "dev"), False), "gum": score(reader, encoder, gum, False),
                      "gum_names": gum_entities(reader, encoder, gum)}, indent=1))


if __name__ == "__main__":
    main()
