#!/usr/bin/env python3
"""Scores `annalist extract` on HTML pages whose article text is known.

  body.py aeb PACK.jsonl[.zst]          pages with their whole body (scrapinghub's article-extraction-benchmark): precision, recall and
                                        F1 over 4-word shingles, each averaged over the pages, F1 of the two averages; accuracy is the
                                        share of pages that are right to the shingle
  body.py trafilatura PACK.jsonl[.zst]  pages with phrases that must and must not come out (trafilatura's evaluation pages)

  --annalist CMD   the program and its arguments, before the folder of pages   (default: build/annalist extract)
  --pages          a line for every page, worst first
  --captions       leave caption blocks in (they are left out of the text that is scored)

A pack is JSON lines with `html`, and `articleBody` or `with`/`without`. The pages are written to a temporary folder as .html.
"""
import argparse
import collections
import json
import os
import re
import shlex
import subprocess
import sys
import tempfile

SHINGLE = 4


def read_pack(path):
    if path.endswith('.zst'):
        text = subprocess.run(['zstd', '-dcq', path], check=True, stdout=subprocess.PIPE).stdout
    else:
        text = open(path, 'rb').read()
    return [json.loads(line) for line in text.decode('utf-8').split('\n') if line.strip()]


def extract(command, pages, captions):
    """One text a page: what the program takes for the body, '' where it gives none."""
    out = [''] * len(pages)
    with tempfile.TemporaryDirectory() as folder:
        for i, page in enumerate(pages):
            # The bytes as the site sent them are lost; what is left is text, so it is written as UTF-8 with a mark that says so.
            with open(os.path.join(folder, f'{i:05d}.html'), 'w', encoding='utf-8-sig', errors='replace') as f:
                f.write(page['html'])
        run = subprocess.run(shlex.split(command) + [folder], stdout=subprocess.PIPE)
        if run.returncode not in (0, 3):
            sys.exit(f'{command} failed with code {run.returncode}')
        for line in run.stdout.decode('utf-8').split('\n'):
            if not line.strip():
                continue
            document = json.loads(line)['document']
            out[int(os.path.basename(document['path'])[:5])] = body_text(document, captions)
    return out


def body_text(document, captions):
    text = document['text']
    if captions:
        return text
    # Offsets are code points; a driver that gives each block's own text may be scored too.
    return '\n\n'.join(b.get('text') or text[b['words'][0]:b['words'][1]] for b in document['blocks'] if b['kind'] != 'caption')


def shingles(text):
    words = re.findall(r'\w+', text)
    size = min(SHINGLE, len(words)) or 1
    return collections.Counter(tuple(words[i:i + size]) for i in range(len(words) - size + 1))


def score_page(gold, found):
    g, f = shingles(gold), shingles(found)
    hit = sum((g & f).values())
    precision = hit / sum(f.values()) if f else float(not g)
    recall = hit / sum(g.values()) if g else float(not f)
    return precision, recall, g == f


def score_aeb(pages, texts, show):
    rows = [score_page(p['articleBody'], t) + (p,) for p, t in zip(pages, texts)]
    n = len(rows)
    precision, recall = sum(r[0] for r in rows) / n, sum(r[1] for r in rows) / n
    if show:
        for p, r, _, page in sorted(rows, key=lambda x: x[0] + x[1]):
            print(f"P {p:.3f}  R {r:.3f}  {page['id'][:8]} {page['url']}")
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    print(f'pages {n}  P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  accuracy {sum(r[2] for r in rows) / n:.3f}')


def flat(text):
    return re.sub(r'\s+', ' ', text)


def score_trafilatura(pages, texts, show):
    tp = fn = fp = tn = 0
    for page, text in zip(pages, texts):
        t = flat(text)
        lost = [w for w in page['with'] if flat(w) not in t]
        kept = [w for w in page['without'] if flat(w) in t]
        tp, fn = tp + len(page['with']) - len(lost), fn + len(lost)
        fp, tn = fp + len(kept), tn + len(page['without']) - len(kept)
        if show and (lost or kept):
            print(page['file'], 'lost', lost, 'kept', kept)
    precision, recall = tp / max(tp + fp, 1), tp / max(tp + fn, 1)
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    accuracy = (tp + tn) / max(tp + tn + fp + fn, 1)
    print(f'pages {len(pages)}  P {precision:.3f}  R {recall:.3f}  accuracy {accuracy:.3f}  F {f1:.3f}')


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('kind', choices=['aeb', 'trafilatura'])
    parser.add_argument('pack')
    parser.add_argument('--annalist', default='build/annalist extract')
    parser.add_argument('--pages', action='store_true')
    parser.add_argument('--captions', action='store_true')
    arguments = parser.parse_args()
    pages = read_pack(arguments.pack)
    texts = extract(arguments.annalist, pages, arguments.captions)
    (score_aeb if arguments.kind == 'aeb' else score_trafilatura)(pages, texts, arguments.pages)


if __name__ == '__main__':
    main()
