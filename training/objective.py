"""The training loss: the sum of the heads' mean losses."""

import torch
from torch.nn import functional as F

from examples import SKIP

WEIGHTS = {"upos": 0.5, "feats": 0.5, "lemma": 0.5, "ner": 1.5, "arc": 1.0, "label": 1.0, "fact": 0.5}


def marginal(logits, allowed):
    """-log of the probability of all allowed labels, mean over words; allowed is a bit mask a word, 0 where padded."""
    bits = (allowed[..., None] >> torch.arange(logits.shape[-1])) & 1
    taught = (bits.sum(-1) > 0) & (bits.sum(-1) < logits.shape[-1])
    inside = logits.masked_fill(bits == 0, float("-inf"))[taught]
    loss = logits[taught].logsumexp(-1) - inside.logsumexp(-1)
    return loss.sum() / taught.sum().clamp(min=1)


def losses(reader, batch):
    """A dict of the heads' losses, before their weights."""
    encoded = reader.encode(batch["pieces"], batch["cases"], batch["lengths"])
    nodes = reader.token_vectors(encoded, batch["first"])
    tokens = reader.dropout(nodes[:, 1:])
    found = {}
    for name in ("upos", "feats", "lemma"):
        logits = getattr(reader.head, name)(tokens).float()
        target = batch[name]
        count = (target != SKIP).sum().clamp(min=1)
        found[name] = F.cross_entropy(logits.flatten(0, 1), target.flatten(), ignore_index=SKIP, reduction="sum") / count
    found["ner"] = marginal(reader.head.ner(tokens).float(), batch["ner"])

    target = batch["head"]
    known = target != SKIP
    count = known.sum().clamp(min=1)
    scores = reader.arc(nodes[:, 1:], nodes).float()
    columns = torch.arange(scores.shape[2])[None, :] <= batch["words"][:, None]
    scores = scores.masked_fill(~columns[:, None, :], float("-inf"))
    found["arc"] = F.cross_entropy(scores.flatten(0, 1), target.flatten(), ignore_index=SKIP, reduction="sum") / count
    sentence, word = known.nonzero(as_tuple=True)
    logits = reader.label(nodes[sentence, word + 1], nodes[sentence, target[known]]).float()
    labels = batch["deprel"][known]
    judged = ~batch["fact"].isnan()
    guesses = reader.fact(tokens[judged]).float()
    found["fact"] = F.smooth_l1_loss(guesses, batch["fact"][judged], reduction="sum") / judged.sum().clamp(min=1)
    found["label"] = F.cross_entropy(logits, labels, ignore_index=SKIP, reduction="sum") / count
    return found
