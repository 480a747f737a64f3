"""What the ranker is trained for: each anaphor's antecedents against all else, wrong choices made costlier (Durrett and Klein 2013)."""

import torch

FALSE_ANAPHOR, FALSE_NEW, WRONG_LINK = 0.1, 1.5, 1.0  # near Durrett and Klein's 0.1, 3, 1; not tuned


def chain_loss(scores, fresh, example):
    """Of a document with whole chains: minus the log share of the right antecedents, or of beginning a chain where there is none."""
    anaphors, good, has = example.anaphors, example.good, example.has
    scores = scores + torch.where(good, 0.0, torch.where(has[anaphors], WRONG_LINK, FALSE_ANAPHOR))
    fresh = fresh + torch.where(has, FALSE_NEW, 0.0)
    top = torch.full_like(fresh, -1e9).scatter_reduce(0, anaphors, scores.detach(), "amax")
    top = torch.maximum(top, fresh.detach())
    each, new = torch.exp(scores - top[anaphors]), torch.exp(fresh - top)
    everything = torch.zeros_like(fresh).index_add(0, anaphors, each) + new
    right = torch.zeros_like(fresh).index_add(0, anaphors, each * good) + torch.where(has, torch.zeros_like(new), new)
    return ((torch.log(everything) - torch.log(right + 1e-20)) * example.used).sum()


def name_loss(scores, fresh, labels, unknown):
    """Of one pronoun between two names (GAP): scores of its candidates, its score of a new chain. `labels`: 1 for the right name, -1 for a
    wrong one; `unknown`: pronouns, which may be linked to either."""
    right, wrong = labels == 1, labels == -1
    everything = torch.cat([scores, fresh[None]])
    true = torch.ones(1, dtype=torch.bool)
    if right.any():
        return torch.logsumexp(everything[torch.cat([~unknown, true])], 0) - torch.logsumexp(scores[right], 0)
    if wrong.any():
        return torch.logsumexp(everything, 0) - torch.logsumexp(everything[torch.cat([~wrong, true])], 0)
    return 0.0 * fresh
