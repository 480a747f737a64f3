#!/usr/bin/env python3
"""Trains the sentence segmenter's weights (models/segmenter.weights) and prints its scores.

  train.py --data FOLDER --out models/segmenter.weights

FOLDER holds ud_ewt/ and ud_gum/ with train and dev files (CoNLL-U, zstd). Needs numpy, g++, zstd and libutf8proc-dev. The
features are computed by the program's own C++ code (dump_features.cc), so training and use can't differ. Logistic
regression by Adagrad with averaged weights, rounded to one signed byte each; a threshold for each kind of place is chosen on
every tenth training document. Fixed seed; about two minutes on one core.
"""
import argparse, hashlib, os, random, re, struct, subprocess, tempfile
import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
SOURCE = os.path.join(HERE, '..', '..', 'src')
BITS, PLACES = 17, 6


def header_constant(name):
    text = open(os.path.join(SOURCE, 'annalist/read/segmenter_features.h')).read()
    return int(re.search(name + r' = (\d+);', text).group(1))


def lines_of(path):
    return subprocess.run(['zstd', '-dcq', path], stdout=subprocess.PIPE, check=True).stdout.decode().split('\n')


def documents(path):
    """[[(block text, {sentence ends}, {(begin, end) of tokens})]]: a treebank's documents as blocks, offsets in bytes."""
    docs, block, space, at, inside = [], None, '', 0, 0
    for line in lines_of(path):
        if line.startswith('# newdoc') or not docs:
            docs.append([])
            block = None
        if line.startswith('# newpar') and not line.startswith('# newpar_block'):
            block = None
        elif line.startswith('# text = '):
            if block is None:
                block = ['', set(), set()]
                docs[-1].append(block)
                space = ''
            block[0] += space
            at, inside = len(block[0]), 0
            block[0] += line[9:]
            block[1].add(len(block[0].encode()))
        elif line[:1].isdigit():
            c = line.split('\t')
            if '.' in c[0]:
                continue
            if '-' in c[0]:
                inside = int(c[0].split('-')[1])
            elif int(c[0]) <= inside:
                continue
            at = block[0].index(c[1], at)
            begin = len(block[0][:at].encode())
            block[2].add((begin, begin + len(c[1].encode())))
            at += len(c[1])
            space = '' if 'SpaceAfter=No' in c[9].split('|') else ' '
    return docs


def with_line_breaks(block, rng):
    """The block as a page might have it: wrapped at a width, or a line for each sentence. Offsets stay as they are."""
    text, ends, tokens = block
    raw = bytearray(text.encode())
    if rng.random() < 0.5:
        width, start = rng.choice((60, 72, 80)), 0
        for i, b in enumerate(raw):
            if b == 32 and i - start >= width - 5:
                raw[i], start = 10, i + 1
    else:
        for end in ends:
            if end < len(raw) and raw[end] == 32:
                raw[end] = 10
    return [raw.decode(), ends, tokens]


def features(dump, blocks):
    """For each block [(begin, end, place, features)] of its tokens."""
    data = b'\0'.join(b[0].encode() for b in blocks)
    out = np.frombuffer(subprocess.run([dump], input=data, stdout=subprocess.PIPE, check=True).stdout, dtype='<u4')
    at, result = 0, []
    for _ in blocks:
        tokens = []
        count, at = int(out[at]), at + 1
        for _ in range(count):
            n = int(out[at + 3])
            tokens.append((int(out[at]), int(out[at + 1]), int(out[at + 2]), out[at + 4:at + 4 + n]))
            at += 4 + n
        result.append(tokens)
    return result


class Set:
    """Blocks with the features of their places: rows padded with index 2^BITS, which weighs nothing."""

    def __init__(self, dump, docs, weight=1.0):
        self.blocks = [b for d in docs for b in d if b[0].strip()]
        self.parsed = features(dump, self.blocks)
        rows = [(t[3], t[1] in b[1], t[2]) for b, p in zip(self.blocks, self.parsed) for t in p[:-1]]
        self.x = np.full((len(rows), max(len(r[0]) for r in rows)), 1 << BITS, dtype=np.int32)
        for i, r in enumerate(rows):
            self.x[i, :len(r[0])] = r[0]
        self.y = np.array([r[1] for r in rows], dtype=np.float32)
        self.place = np.array([r[2] for r in rows])
        self.weight = np.full(len(rows), weight, dtype=np.float32)


def train(sets, epochs, seed, rate=0.15, l2=2e-6):
    width = max(s.x.shape[1] for s in sets)
    x = np.concatenate([np.pad(s.x, ((0, 0), (0, width - s.x.shape[1])), constant_values=1 << BITS) for s in sets])
    y = np.concatenate([s.y for s in sets])
    weight = np.concatenate([s.weight for s in sets])
    rng = np.random.default_rng(seed)
    w = np.zeros((1 << BITS) + 1, dtype=np.float64)
    squares, total = np.full_like(w, 1e-4), np.zeros_like(w)
    batches = 0
    for epoch in range(epochs):
        order = rng.permutation(len(y))
        for first in range(0, len(order), 512):
            rows = order[first:first + 512]
            index = x[rows]
            p = 1 / (1 + np.exp(-w[index].sum(axis=1)))
            error = (p - y[rows]) * weight[rows]
            flat = index.ravel()
            g = np.bincount(flat, weights=np.repeat(error, width), minlength=len(w))
            used = np.unique(flat)
            gu = g[used] + l2 * len(rows) * w[used]
            squares[used] += gu * gu
            w[used] -= rate * gu / np.sqrt(squares[used])
            w[-1] = 0
        if epoch >= epochs // 2:
            total += w
            batches += 1
    return total / batches


def quantize(w):
    w = np.clip(w[:-1], -6, 6)
    scale = np.abs(w).max() / 127
    return np.round(w / scale).astype(np.int8), np.float32(scale)


def log_odds(s, q, scale):
    padded = np.append(q.astype(np.int32), 0)
    return scale * padded[s.x].sum(axis=1)


def thresholds(s, odds):
    """For each place the threshold with the best F1 of boundaries there; 0 where few places speak."""
    out = np.zeros(PLACES, dtype=np.float32)
    for k in range(PLACES):
        o, y = odds[s.place == k], s.y[s.place == k]
        if y.sum() < 40:
            continue
        grid = np.arange(-1.5, 2.01, 0.1)
        scores = [2 * ((o > t) & (y > 0)).sum() / max(1, (o > t).sum() + y.sum()) for t in grid]
        best = [t for t, f in zip(grid, scores) if f >= max(scores) - 0.002]
        out[k] = max(0.0, min(best, key=abs))      # never below even odds: a false break costs a reader more than a missed one
    return out


def f1(right, gold, system):
    return 200 * right / max(1, gold + system)


def evaluate(name, s, odds, limits):
    row, tokens, sentences = 0, np.zeros(3, int), np.zeros(3, int)
    for block, parsed in zip(s.blocks, s.parsed):
        ends = []
        for i, t in enumerate(parsed):
            if i + 1 == len(parsed) or odds[row] > limits[t[2]]:
                ends.append(t[1])
            row += i + 1 < len(parsed)
        spans = lambda e: set(zip([0] + sorted(e)[:-1], sorted(e)))
        mine, gold = spans(ends), spans(block[1])
        sentences += (len(mine & gold), len(gold), len(mine))
        found = {(t[0], t[1]) for t in parsed}
        tokens += (len(found & block[2]), len(block[2]), len(found))
    print(f'{name:10s} tokens {f1(*tokens):6.2f}  sentences {f1(*sentences):6.2f}  '
          f'P {100 * sentences[0] / sentences[2]:6.2f}  R {100 * sentences[0] / sentences[1]:6.2f}')


def write(path, q, scale, limits):
    body = b'ANNSEG01' + struct.pack('<IIf', header_constant('kFeatureVersion'), BITS, scale)
    body += limits.astype('<f4').tobytes() + q.tobytes()
    with open(path, 'wb') as f:
        f.write(body + hashlib.sha256(body).hexdigest().encode())


def build_dump(folder):
    read = os.path.join(SOURCE, 'annalist/read')
    names = sorted(n for n in os.listdir(read) if re.match(r'(tokenizer\w*|segmenter_features)\.cc$', n) and not n.endswith('_test.cc'))
    out = os.path.join(folder, 'dump_features')
    subprocess.run(['g++', '-O2', '-std=c++20', '-I', SOURCE, os.path.join(HERE, 'dump_features.cc'),
                    *[os.path.join(read, n) for n in names], os.path.join(SOURCE, 'annalist/base/utf8.cc'), '-lutf8proc', '-o', out],
                   check=True)
    return out


def main():
    args = argparse.ArgumentParser()
    args.add_argument('--data', required=True)
    args.add_argument('--out', required=True)
    args.add_argument('--epochs', type=int, default=14)
    args.add_argument('--seed', type=int, default=1)
    a = args.parse_args()
    assert header_constant('kFeatureBits') == BITS
    rng = random.Random(a.seed)
    with tempfile.TemporaryDirectory() as folder:
        dump = build_dump(folder)
        docs = [d for f in ('ud_ewt/train', 'ud_gum/train.open') for d in documents(f'{a.data}/{f}.conllu.zst')]
        held = [d for i, d in enumerate(docs) if i % 10 == 5]
        kept = [d for i, d in enumerate(docs) if i % 10 != 5]
        broken = lambda ds: [[with_line_breaks(b, rng) for b in d] for d in ds]
        tune = [Set(dump, held + broken(held))]
        q, scale = quantize(train([Set(dump, kept), Set(dump, broken(kept), 0.4)], a.epochs, a.seed))
        limits = thresholds(tune[0], log_odds(tune[0], q, scale))
        print('thresholds', limits)
        q, scale = quantize(train([Set(dump, docs), Set(dump, broken(docs), 0.4)], a.epochs, a.seed))
        for name, f in (('EWT dev', 'ud_ewt/dev'), ('GUM dev', 'ud_gum/dev.open')):
            s = Set(dump, documents(f'{a.data}/{f}.conllu.zst'))
            evaluate(name, s, log_odds(s, q, scale), limits)
            s = Set(dump, broken(documents(f'{a.data}/{f}.conllu.zst')))
            evaluate(name + ' \\n', s, log_odds(s, q, scale), limits)
    write(a.out, q, scale, limits)


if __name__ == '__main__':
    main()
