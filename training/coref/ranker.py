"""The coreference scorer: a mention-ranking network over categorical features (Durrett and Klein 2013; Clark and Manning 2016).

A pair's score is out . relu(sum of the rows of the pair's features, the anaphor's and the candidate's); the score of beginning a new chain
is out . relu(sum of the rows of the anaphor's features). C++ runs it in src/annalist/understand/actors/antecedent_scorer.cc.
"""

import torch
from torch import nn
from torch.nn import functional as F


class Ranker(nn.Module):
    def __init__(self, phrase_features, pair_features, hidden, dropout=0.0):
        super().__init__()
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

    def forward(self, rows, anaphors, candidates, pairs):
        """-> (scores of the pairs, scores of a new chain for every phrase)."""
        bag = lambda table, ids: F.embedding_bag(ids, table.weight, mode="sum")
        hidden = bag(self.pair, pairs) + bag(self.anaphor, rows)[anaphors] + bag(self.candidate, rows)[candidates] + self.pair_bias
        hidden = F.dropout(torch.relu(hidden), self.dropout, self.training)
        fresh = F.dropout(torch.relu(bag(self.fresh, rows) + self.fresh_bias), self.dropout, self.training)
        return self.pair_out(hidden).squeeze(1), self.fresh_out(fresh).squeeze(1)
