"""The coreference scorer: a mention-ranking network over categorical features (Durrett and Klein 2013; Clark and Manning 2016).

A pair's score is out . relu(sum of the rows of the pair's features, the anaphor's and the candidate's, and of what their heads' senses say);
the score of beginning a new chain is out . relu(sum of the rows of the anaphor's features). Senses are a linear layer over the reader's
vectors, cut off at -1 and 1; one half is what an anaphor asks, the other what a candidate offers. C++ runs it in
src/annalist/understand/actors/coreference_model.cc and src/annalist/read/senses.cc.
"""

import torch
from torch import nn
from torch.nn import functional as F


HALF = 32  # of the senses
VECTOR_DROPOUT = 0.3
WITHOUT = 0.25  # share of texts that are read without senses, so that the model does without them where a reader has none


class Ranker(nn.Module):
    def __init__(self, phrase_features, pair_features, values, hidden, dropout=0.0):
        super().__init__()
        self.sense = nn.Linear(values, 2 * HALF)
        self.asks = nn.Linear(HALF, hidden, bias=False)
        self.offers = nn.Linear(HALF, hidden, bias=False)
        self.both = nn.Linear(HALF, hidden, bias=False)
        self.pair = nn.Embedding(pair_features, hidden)
        self.anaphor = nn.Embedding(phrase_features, hidden)
        self.candidate = nn.Embedding(phrase_features, hidden)
        self.fresh = nn.Embedding(phrase_features, hidden)
        self.pair_bias = nn.Parameter(torch.zeros(hidden))
        self.fresh_bias = nn.Parameter(torch.zeros(hidden))
        self.pair_out = nn.Linear(hidden, 1, bias=False)
        self.fresh_out = nn.Linear(hidden, 1)
        self.dropout = dropout
        for table in (self.pair, self.anaphor, self.candidate, self.fresh):
            nn.init.normal_(table.weight, std=0.05)

    def forward(self, rows, anaphors, candidates, pairs, vectors):
        """-> (scores of the pairs, scores of a new chain for every phrase)."""
        senses = F.hardtanh(self.sense(F.dropout(vectors, VECTOR_DROPOUT, self.training)))
        if self.training and torch.rand(1).item() < WITHOUT:
            senses = torch.zeros_like(senses)
        asks, offers = senses[:, :HALF], senses[:, HALF:]
        bag = lambda table, ids: F.embedding_bag(ids, table.weight, mode="sum")
        hidden = bag(self.pair, pairs) + bag(self.anaphor, rows)[anaphors] + bag(self.candidate, rows)[candidates] + self.pair_bias
        hidden = hidden + self.asks(asks)[anaphors] + self.offers(offers)[candidates] + self.both(asks[anaphors] * offers[candidates])
        hidden = F.dropout(torch.relu(hidden), self.dropout, self.training)
        fresh = F.dropout(torch.relu(bag(self.fresh, rows) + self.fresh_bias), self.dropout, self.training)
        return self.pair_out(hidden).squeeze(1), self.fresh_out(fresh).squeeze(1)
