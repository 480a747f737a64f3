#!/usr/bin/env python3
"""models/lemmas.tsv: the lemma of each word that the training parts of EWT and open GUM lemmatise in one way.

  python training/lemma_lexicon.py --data ../shared/data --out models/lemmas.tsv

One line an entry, sorted: FORM, UPOS, MORPH, LEMMA, parted by tabs. FORM is lower-case, but a proper noun's is as written. MORPH is Number of
nouns, VerbForm and Tense of verbs joined ("PartPast"), empty for others. A form is taken when it was seen twice and four times of five
with this lemma; where the two treebanks follow different rules ("people", "whom"), EWT's count alone decides, unless it has the form but once.
Left out: words marked as typos, auxiliaries, marks and numbers, forms with digits or apostrophes, capitalised adjectives, whose lemma's case
hangs on what they are part of.
"""
import argparse
import re
from collections import Counter, defaultdict

import conllu

KINDS = frozenset("ADJ ADP ADV CCONJ DET INTJ NOUN PRON PROPN SCONJ VERB".split())
LEAST, SHARE = 2, 0.8


def morph(upos, feats):
    values = dict(pair.split("=") for pair in feats.split("|") if "=" in pair)
    if upos == "VERB":
        return values.get("VerbForm", "") + values.get("Tense", "")
    return values.get("Number", "") if upos in ("NOUN", "PROPN") else ""


def key(form, upos, feats):
    """What an entry is found by; None for a word that no entry is made of."""
    if upos not in KINDS or "Typo=" in feats or re.search("[0-9@'’\\s]", form) or (upos == "ADJ" and not form.islower()):
        return None
    return form if upos == "PROPN" else form.lower(), upos, morph(upos, feats)


def counts(sentences):
    table = defaultdict(Counter)
    for sentence in sentences:
        for form, upos, feats, lemma in zip(sentence.words, sentence.upos, sentence.feats, sentence.lemmas):
            found = key(form, upos, feats)
            if found and lemma and not re.search("\\s", lemma):
                table[found][lemma] += 1
    return table


def lexicon(ewt, gum):
    entries = {}
    for found in set(ewt) | set(gum):
        seen = ewt[found] if sum(ewt[found].values()) >= LEAST else ewt[found] + gum[found]
        lemma, count = seen.most_common(1)[0]
        if sum(seen.values()) >= LEAST and count >= SHARE * sum(seen.values()):
            entries[found] = lemma
    return entries


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", required=True)
    parser.add_argument("--out", required=True)
    options = parser.parse_args()
    entries = lexicon(counts(conllu.read(f"{options.data}/ud_ewt/train.conllu.zst")),
                      counts(conllu.read(f"{options.data}/ud_gum/train.open.conllu.zst")))
    lines = sorted("\t".join((*found, lemma)).encode() for found, lemma in entries.items())
    with open(options.out, "wb") as out:
        out.write(b"# Lemmas of the training parts of UD English EWT and GUM (open texts): training/lemma_lexicon.py. CC BY-SA 4.0\n")
        out.write(b"".join(line + b"\n" for line in lines))


if __name__ == "__main__":
    main()
