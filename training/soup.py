"""The mean of two trained readers of one shape (Wortsman et al. 2022, "Model soups"): steadier than either.

python training/soup.py FIRST.weights --work DIR --out FILE [--fixture FILE]

DIR is that of a run begun from FIRST (train.py --start FIRST); heads that FIRST lacks are the run's own.
"""

import argparse
import os

import torch

import export
import weights_file
from model import Reader


def mean(first, second):
    """State dicts of floats -> theirs halfway; what `first` lacks is taken from `second`."""
    return {name: (first[name] + value) / 2 if name in first else value for name, value in second.items()}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("first")
    parser.add_argument("--work", required=True, help="folder with the run's checkpoint.pt")
    parser.add_argument("--out", required=True)
    parser.add_argument("--fixture", help="also write oracle outputs of the written file here")
    args = parser.parse_args()
    _, tensors = weights_file.read(args.first)
    first = {name: torch.tensor(array) for name, array in weights_file.dequantised(tensors).items()}
    state = torch.load(os.path.join(args.work, "checkpoint.pt"), weights_only=True)
    reader, pieces = export.load(args.first)
    second = Reader(reader.config, state["labels"])
    second.load_state_dict(mean(first, state["average"]))
    export.write(args.out, second, pieces, {"mean of": [os.path.basename(args.first), f"{state['epoch']} epochs from it"]})
    if args.fixture:
        import fixture
        fixture.write(args.fixture, args.out)


if __name__ == "__main__":
    main()
