"""Names of the world in place of those of the training texts, so that the reader does not learn names by heart.

Persons come from Wikidata (CC0), places from GeoNames (CC BY 4.0), organizations from the Phoenix dictionaries (MIT), all through the
pack `knowledge`. A name is put only where one of as many words stood, each a capitalised proper noun: the tree stays true.
"""

import gzip
import json
from collections import defaultdict


def _plain(name):
    words = name.split(" ")
    fits = len(words) <= 3 and all(word.isalpha() and word[0].isupper() and len(word) > 1 for word in words)
    return words if fits else None


def load(data):
    """-> {(entity type, number of words): sorted list of names as word lists}"""
    found = defaultdict(set)
    with gzip.open(f"{data}/knowledge/actors.jsonl.gz", "rt", encoding="utf-8") as file:
        for line in file:
            actor = json.loads(line)
            words = _plain(actor["names"][0])
            if not words:
                continue
            if actor["kind"] == "person" and all(source.startswith("eps") for source in actor["source"]):
                if len(words) > 1:
                    found["person", len(words)].add(tuple(words))
                    found["person", 1].update([(words[-1],), (words[0],)] if len(words) == 2 else [(words[-1],)])
            elif actor["kind"] in ("mnc", "igo", "ngo", "armed_group") and all(s.startswith("Phoenix") for s in actor["source"]):
                found["organization", len(words)].add(tuple(words))
    with gzip.open(f"{data}/knowledge/places.tsv.gz", "rt", encoding="utf-8") as file:
        next(file)
        for line in file:
            words = _plain(line.split("\t")[1])
            if words:
                found["place", len(words)].add(tuple(words))
    return {key: sorted(names) for key, names in found.items()}


def swap(sentence, names, chance, share):
    """Replaces in place a share of the names of `sentence`; its word and lemma lists are made anew where one changes."""
    i = 0
    while i < len(sentence.words):
        label = sentence.ner[i][0] if len(sentence.ner[i]) == 1 else "O"
        end = i + 1
        if label.startswith("B-"):
            while end < len(sentence.words) and sentence.ner[end] == ("I-" + label[2:],):
                end += 1
            pool = names.get((label[2:], end - i))
            simple = all(sentence.upos[k] == "PROPN" and sentence.words[k].isalpha() and sentence.words[k][0].isupper()
                         and not sentence.words[k].isupper() for k in range(i, end))
            if pool and simple and chance.random() < share:
                name = list(chance.choice(pool))
                sentence.words = sentence.words[:i] + name + sentence.words[end:]
                sentence.lemmas = sentence.lemmas[:i] + name + sentence.lemmas[end:]
        i = end
