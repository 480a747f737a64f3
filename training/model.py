"""The reader's network: a BERT encoder with an added embedding for letter case, and one small head per task.

Names of parameters are the names of tensors in the weights file (see weights_file.py and README.md).
"""

import json
import struct
from dataclasses import asdict, dataclass

import torch
from torch import nn
from torch.nn import functional as F


@dataclass
class Config:
    layers: int = 6
    hidden: int = 384
    heads: int = 12
    ffn: int = 1536
    layer_heads: tuple = ()  # attention heads of each layer, where they differ from `heads`; each head is hidden / heads wide
    layer_ffn: tuple = ()    # likewise for `ffn`
    vocab: int = 30522
    positions: int = 512
    case_classes: int = 6
    arc_dim: int = 256
    label_dim: int = 128
    fact_dim: int = 128
    max_pieces: int = 256
    eps: float = 1e-12

    def as_dict(self):
        return {name: value for name, value in asdict(self).items() if value != ()}

    def heads_of(self, layer):
        return self.layer_heads[layer] if self.layer_heads else self.heads

    def ffn_of(self, layer):
        return self.layer_ffn[layer] if self.layer_ffn else self.ffn


class Dropout(nn.Module):
    """Dropout from cheap random bytes: torch's own is a tenth of a training step on a CPU."""

    def __init__(self, rate):
        super().__init__()
        self.keep = round((1.0 - rate) * 256)

    def forward(self, x):
        if not self.training or self.keep >= 256:
            return x
        words = torch.empty((x.numel() + 7) // 8, dtype=torch.int64).random_()
        mask = (words.view(torch.uint8)[: x.numel()] < self.keep).view(x.shape)
        return x * (mask.to(x.dtype) * (256.0 / self.keep))


class Layer(nn.Module):
    """One post-LN transformer layer as in BERT, the n-th of the network."""

    def __init__(self, c, n, dropout):
        super().__init__()
        self.heads, self.width = c.heads_of(n), c.hidden // c.heads
        inner, ffn = self.heads * self.width, c.ffn_of(n)
        self.q = nn.Linear(c.hidden, inner)
        self.k = nn.Linear(c.hidden, inner)
        self.v = nn.Linear(c.hidden, inner)
        self.o = nn.Linear(inner, c.hidden)
        self.norm1 = nn.LayerNorm(c.hidden, eps=c.eps)
        self.ffn1 = nn.Linear(c.hidden, ffn)
        self.ffn2 = nn.Linear(ffn, c.hidden)
        self.norm2 = nn.LayerNorm(c.hidden, eps=c.eps)
        self.dropout = Dropout(dropout)

    def forward(self, x, mask):
        batch, length, _ = x.shape

        def split(t):
            return t.view(batch, length, self.heads, self.width).transpose(1, 2)

        attended = F.scaled_dot_product_attention(
            split(self.q(x)), split(self.k(x)), split(self.v(x)), attn_mask=mask)
        attended = attended.transpose(1, 2).reshape(batch, length, -1)
        x = self.norm1(x + self.dropout(self.o(attended)))
        return self.norm2(x + self.dropout(self.ffn2(F.gelu(self.ffn1(x)))))


class Embedding(nn.Module):
    """Word piece + position (BERT's token type 0 folded in) + case class, then layer norm."""

    def __init__(self, c, dropout):
        super().__init__()
        self.word = nn.Parameter(torch.empty(c.vocab, c.hidden).normal_(0, 0.02))
        self.position = nn.Parameter(torch.empty(c.positions, c.hidden).normal_(0, 0.02))
        self.case = nn.Parameter(torch.zeros(c.case_classes, c.hidden))
        self.norm = nn.LayerNorm(c.hidden, eps=c.eps)
        self.dropout = Dropout(dropout)

    def forward(self, pieces, cases):
        x = F.embedding(pieces, self.word) + self.position[: pieces.shape[1]] + F.embedding(cases, self.case)
        return self.dropout(self.norm(x))


class Heads(nn.Module):
    """One linear classifier per tag layer, read from a token's first piece."""

    def __init__(self, c, labels):
        super().__init__()
        for name in ("upos", "feats", "lemma", "ner"):
            setattr(self, name, nn.Linear(c.hidden, len(labels[name])))


class Arc(nn.Module):
    """score[i][j] = dep_i . U . head_j + bias . head_j; column 0 is the root ([CLS])."""

    def __init__(self, c, dropout):
        super().__init__()
        self.dep = nn.Linear(c.hidden, c.arc_dim)
        self.head = nn.Linear(c.hidden, c.arc_dim)
        self.U = nn.Parameter(torch.empty(c.arc_dim, c.arc_dim).normal_(0, c.arc_dim ** -0.5 * 0.5))
        self.bias = nn.Parameter(torch.zeros(c.arc_dim))
        self.dropout = Dropout(dropout)

    def forward(self, tokens, heads):
        dep = self.dropout(F.relu(self.dep(tokens)))
        head = self.dropout(F.relu(self.head(heads)))
        return (dep @ self.U + self.bias) @ head.transpose(1, 2)


class Label(nn.Module):
    """score[r] = [dep_i;1] . U[r] . [head_j;1] for one chosen head per token."""

    def __init__(self, c, dropout, count):
        super().__init__()
        self.dep = nn.Linear(c.hidden, c.label_dim)
        self.head = nn.Linear(c.hidden, c.label_dim)
        self.U = nn.Parameter(torch.empty(count, c.label_dim + 1, c.label_dim + 1).normal_(0, 0.02))
        self.dropout = Dropout(dropout)

    def forward(self, tokens, heads):
        """tokens, heads: [N, hidden], row i of heads is the head of row i of tokens."""
        dep = F.pad(self.dropout(F.relu(self.dep(tokens))), (0, 1), value=1.0)
        head = F.pad(self.dropout(F.relu(self.head(heads))), (0, 1), value=1.0)
        count, width, _ = self.U.shape
        mixed = dep @ self.U.transpose(0, 1).reshape(width, count * width).to(dep.dtype)
        return torch.einsum("nrb,nb->nr", mixed.view(-1, count, width), head)


class Fact(nn.Module):
    """Whether what a predicate tells of happened, -3 (did not) to 3 (did), as UDS factuality (Rudinger et al. 2018) has it."""

    def __init__(self, c, dropout):
        super().__init__()
        self.hidden = nn.Linear(c.hidden, c.fact_dim)
        self.out = nn.Linear(c.fact_dim, 1)
        self.dropout = Dropout(dropout)

    def forward(self, tokens):
        return self.out(self.dropout(F.relu(self.hidden(tokens)))).squeeze(-1)


class Reader(nn.Module):
    def __init__(self, config, labels, dropout=0.1, head_dropout=0.3):
        super().__init__()
        self.config = config
        self.labels = labels
        self.embed = Embedding(config, dropout)
        self.layer = nn.ModuleList(Layer(config, n, dropout) for n in range(config.layers))
        self.head = Heads(config, labels)
        self.arc = Arc(config, head_dropout)
        self.label = Label(config, head_dropout, len(labels["deprel"]))
        self.fact = Fact(config, head_dropout)
        self.dropout = Dropout(head_dropout)

    def encode(self, pieces, cases, lengths):
        """[B, P] piece and case ids -> [B, P, hidden]; attention stays inside each sentence's length."""
        x = self.embed(pieces, cases)
        keep = torch.arange(pieces.shape[1])[None, :] < lengths[:, None]
        mask = None if bool(keep.all()) else keep[:, None, None, :]
        for layer in self.layer:
            x = layer(x, mask)
        return x

    def token_vectors(self, encoded, first):
        """first: [B, T] index of each token's first piece (0 where padded). -> [B, 1 + T, hidden], row 0 the root."""
        index = F.pad(first, (1, 0), value=0)
        return encoded.gather(1, index[:, :, None].expand(-1, -1, encoded.shape[2]))


def load_base(reader, path):
    """Fill the encoder from BERT's safetensors file at `path`; the heads and the case embedding stay as they are."""
    with open(path, "rb") as file:
        size = struct.unpack("<Q", file.read(8))[0]
        header = json.loads(file.read(size))
        data = file.read()

    def tensor(name):
        entry = header[name]
        begin, end = entry["data_offsets"]
        kind = {"F32": torch.float32, "F16": torch.float16}[entry["dtype"]]
        return torch.frombuffer(bytearray(data[begin:end]), dtype=kind).view(entry["shape"]).float()

    prefix = "bert." if "bert.embeddings.word_embeddings.weight" in header else ""
    state = {
        "embed.word": tensor(prefix + "embeddings.word_embeddings.weight"),
        "embed.position": tensor(prefix + "embeddings.position_embeddings.weight")
        + tensor(prefix + "embeddings.token_type_embeddings.weight")[0],
    }
    names = {"q": "attention.self.query", "k": "attention.self.key", "v": "attention.self.value",
             "o": "attention.output.dense", "norm1": "attention.output.LayerNorm",
             "ffn1": "intermediate.dense", "ffn2": "output.dense", "norm2": "output.LayerNorm"}
    for part in ("weight", "bias"):
        state[f"embed.norm.{part}"] = tensor(f"{prefix}embeddings.LayerNorm.{part}")
        for n in range(reader.config.layers):
            for ours, theirs in names.items():
                state[f"layer.{n}.{ours}.{part}"] = tensor(f"{prefix}encoder.layer.{n}.{theirs}.{part}")
    missing, unexpected = reader.load_state_dict(state, strict=False)
    assert not unexpected and all(not m.startswith("layer.") for m in missing), (missing, unexpected)
