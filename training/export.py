"""Writes a trained reader as one file: python training/export.py --work DIR --out FILE [--dtype f32] [--shares FILE] [--fixture FILE]

With --shares the word vectors and the vocabulary are left out and looked up in FILE, which must lie in the same folder as --out.
"""

import argparse
import os

import numpy as np
import torch

import weights_file
from model import Config, Reader

NAME, RELEASE = "annalist-reader-en", "1.0"
# Kept in fp32: vectors, layer norms, and what is small beside the encoder and sensitive.
KEPT = ("embed.case", "arc.U", "label.U", "head.upos.weight", "head.ner.weight", "fact.out.weight")
SHARED = ("embed.", "vocab")
ORDER = ("embed.", "layer.", "head.", "arc.", "label.", "fact.")


def tensors_of(reader, pieces, dtype="i8"):
    """(name, array) in file order; the vocabulary comes last."""
    tensors = []
    for name, value in sorted(reader.state_dict().items(), key=lambda item: [item[0].startswith(p) for p in ORDER][::-1]):
        array = value.detach().float().numpy()
        if dtype == "i8" and array.ndim == 2 and name not in KEPT:
            values, scale = weights_file.quantise(array)
            tensors += [(name, values), (name + ".scale", scale)]
        else:
            tensors.append((name, np.ascontiguousarray(array, dtype=np.float32)))
    return tensors + [("vocab", np.frombuffer("\n".join(pieces).encode("utf-8"), dtype=np.uint8))]


def name_of(shape):
    return NAME if shape == "full" else f"{NAME}-{shape}"


def write(path, reader, pieces, training, dtype="i8", name=NAME, shares=None):
    """`shares`: a weights file of the same word vectors and vocabulary, which are then not written again."""
    header = {"name": name, "version": RELEASE, "config": reader.config.as_dict(), "labels": reader.labels, "training": training}
    tensors = tensors_of(reader, pieces, dtype)
    if shares:
        theirs = load(shares)[0].embed.state_dict()
        for key, value in reader.embed.state_dict().items():
            assert torch.allclose(value, theirs[key], atol=1e-5), f"embed.{key} is not that of {shares}"
        header["shares"] = {"file": os.path.basename(shares), "fingerprint": weights_file.fingerprint(shares)}
        tensors = [(key, array) for key, array in tensors if not key.startswith(SHARED)]
    weights_file.write(path, header, tensors)


def load(path):
    """A Reader in fp32 from a weights file (its scales multiplied in), and its word pieces."""
    header, tensors = weights_file.read(path)
    reader = Reader(Config(**header["config"]), header["labels"])
    state = {name: torch.tensor(array) for name, array in weights_file.dequantised(tensors).items()}
    missing, unexpected = reader.load_state_dict(state, strict=False)
    assert not unexpected and all(name.startswith("fact.") for name in missing), (missing, unexpected)
    return reader.eval(), bytes(tensors["vocab"]).decode("utf-8").split("\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", required=True, help="folder with checkpoint.pt and reader.weights")
    parser.add_argument("--out", required=True)
    parser.add_argument("--dtype", choices=("i8", "f32"), default="i8")
    parser.add_argument("--shares", help="the weights file to share word vectors with")
    parser.add_argument("--fixture", help="also write oracle outputs of the written file here")
    args = parser.parse_args()
    header, tensors = weights_file.read(os.path.join(args.work, "reader.weights"))
    pieces = bytes(tensors["vocab"]).decode("utf-8").split("\n")
    state = torch.load(os.path.join(args.work, "checkpoint.pt"), weights_only=True)
    reader = Reader(Config(**header["config"]), state["labels"])
    reader.load_state_dict(state["average"])
    write(args.out, reader, pieces, {"epochs": state["epoch"]}, args.dtype, header["name"], args.shares)
    if args.fixture:
        import fixture
        fixture.write(args.fixture, args.out)


if __name__ == "__main__":
    main()
