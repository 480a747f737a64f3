"""Oracle outputs of a weights file, for the C++ tests: computed in fp32 from the dequantised weights.

python training/fixture.py WEIGHTS OUT.json
"""

import json
import sys

import torch

import export
from examples import collate
from wordpiece import WordPiece

SENTENCES = [
    "The foreign minister of Norland , Ines Havik , met a delegation from the Tessaly Workers ' Party in Vienna on Tuesday .",
    "Rebels said they had n't shelled the border town of Karsa , but two witnesses saw smoke .",
    "\" We will send $ 40 million in aid , \" President Oduya told reporters at the U.N. headquarters .",
    "IRAQI TROOPS RETAKE VILLAGE AFTER THREE DAYS OF FIGHTING",
    "Al - Rashid , who leads the Movement for Change , was arrested in Côte d'Ivoire last week .",
    "Protesters burned tyres and blocked roads across the capital",
    "Did McKinnon deny that AT&T paid him 3,500 euros for the 2019 report ?",
    "Stop .",
    "The Ministry of Public Works in Łódź has been accused by Amnesty International of evicting 120 Roma families without notice .",
]
HIDDEN = 16


def rounded(tensor):
    return [[round(float(v), 5) for v in row] for row in tensor]


def oracle(reader, wordpiece, words):
    pieces, cases, first = wordpiece.sentence(words)
    batch = {"pieces": torch.tensor([pieces]), "cases": torch.tensor([cases]), "first": torch.tensor([first])}
    with torch.no_grad():
        encoded = reader.encode(batch["pieces"], batch["cases"], torch.tensor([len(pieces)]))
        nodes = reader.token_vectors(encoded, batch["first"])
        tokens = nodes[:, 1:]
        arcs = reader.arc(tokens, nodes)[0]
        own = torch.arange(len(words))
        heads = arcs.clone()
        heads[own, own + 1] = float("-inf")
        heads = heads.argmax(-1)
        labels = reader.label(tokens[0], nodes[0, heads])
        names = reader.labels
        return {"tokens": words, "pieces": pieces, "cases": cases, "first": first,
                "hidden": rounded(nodes[0, :, :HIDDEN]), "hidden_note": f"rows: [CLS], then each token's first piece; first {HIDDEN} values",
                "upos": rounded(reader.head.upos(tokens)[0]), "ner": rounded(reader.head.ner(tokens)[0]), "arc": rounded(arcs),
                "head": heads.tolist(), "label": rounded(labels), "fact": [round(float(v), 5) for v in reader.fact(tokens)[0]],
                "best": {"upos": [names["upos"][i] for i in reader.head.upos(tokens)[0].argmax(-1)],
                         "feats": [names["feats"][i] for i in reader.head.feats(tokens)[0].argmax(-1)],
                         "lemma": [names["lemma"][i] for i in reader.head.lemma(tokens)[0].argmax(-1)],
                         "ner": [names["ner"][i] for i in reader.head.ner(tokens)[0].argmax(-1)],
                         "deprel": [names["deprel"][i] for i in labels.argmax(-1)]}}


def write(path, weights):
    reader, pieces = export.load(weights)
    wordpiece = WordPiece(pieces)
    found = [oracle(reader, wordpiece, sentence.split(" ")) for sentence in SENTENCES]
    with open(path, "w", encoding="utf-8") as file:
        file.write("[\n" + ",\n".join(json.dumps(one, ensure_ascii=False, separators=(",", ":")) for one in found) + "\n]\n")


if __name__ == "__main__":
    write(sys.argv[2], sys.argv[1])
