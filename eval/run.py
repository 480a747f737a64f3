#!/usr/bin/env python3
"""Scores annalist on labelled data and prints one table; the same table goes to docs/scores.md.

  eval/run.py --data ../shared --program build/release/bin/annalist [--only NAME]... [--list] [--out FILE] [--no-out]

--data holds data/ (labelled packs), gold/ (articles) and tools/ (the official scorers, which are called and not copied).
A score whose data or program is missing is skipped with the reason. Standard library alone; .zst packs need the zstd program.
A score says whether the program is better; it is no test. Dev parts may be read; tests of the same sets are kept elsewhere.
"""
import argparse
import os
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)

import amounts
import coreference
import entities
import events
import int8
import news
import heads
import factuality
import pages
import parsing
import reliability
import statements
import times
from common import Lab, Missing

SCORES = {
    'ud_ewt': parsing.ud_ewt, 'ud_gum': parsing.ud_gum,
    'uner': entities.uner, 're3d': entities.re3d, 'entities_gum': entities.gum,
    'news': news.own, 'int8': int8.against_fp32,
    'html_aeb': pages.aeb, 'html_trafilatura': pages.trafilatura, 'heads': heads.heads,
    'plover_gsr': events.plover, 'cameo_annot': events.cameo, 'gold': events.gold,
    'confidence': reliability.reliability,
    'polnear': statements.polnear,
    'meantime': times.meantime, 'times_gum': times.gum, 'times_recognizers': times.recognizers,
    'amounts': amounts.own,
    'fact_uds': factuality.uds,
    'coref_ontogum': coreference.ontogum, 'coref_gap': coreference.gap,
}


def figure(value):
    return '' if value is None else f'{value:.3f}' if value <= 1 else f'{value:.2f}'


def verdict(row):
    if row.bar is None or row.value is None:
        return ''
    return 'reached' if row.value >= row.bar else 'below'


def cells(row):
    return [row.name, row.what, figure(row.value), figure(row.bar), verdict(row), row.more]


HEAD = ['set', 'measure', 'score', 'bar', '', 'more']


def plain(rows):
    lines = [HEAD] + [cells(r) for r in rows]
    widths = [max(len(line[i]) for line in lines) for i in range(5)]
    return '\n'.join('  '.join(f'{c:{"<" if i in (0, 1, 4) else ">"}{w}}' for i, (c, w) in enumerate(zip(line, widths))) + '  ' + line[5]
                     for line in lines)


def markdown(rows, skipped, version):
    lines = ['# Scores', '', 'Written by `make eval`: dev parts of labelled sets, the program from raw text to records. Bars are what a release',
             'must reach; the tests of the same sets are kept apart.', '', f'Program: {version}', '',
             '| ' + ' | '.join(HEAD) + ' |', '|---|---|--:|--:|---|---|']
    lines += ['| ' + ' | '.join(c.replace('|', '/') for c in cells(r)) + ' |' for r in rows]
    if skipped:
        lines += ['', 'Skipped: ' + '; '.join(f'{name} ({why})' for name, why in skipped) + '.']
    return '\n'.join(lines) + '\n'


def version_of(program):
    try:
        done = subprocess.run([program, '--version'], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True)
        return ', '.join(done.stdout.decode('utf-8').split('\n')).strip(', ')
    except (OSError, subprocess.CalledProcessError):
        return 'unknown'


def measure(lab, names, talk):
    rows, skipped = [], []
    for name in names:
        begin = time.monotonic()
        try:
            found = SCORES[name](lab)
        except Missing as why:
            skipped.append((name, str(why).replace(lab.data.rstrip('/') + '/', '')))
            print(f'{name}: skipped, {why}', file=talk, flush=True)
            continue
        rows += found
        print(f'{name}: {time.monotonic() - begin:.0f} s', file=talk, flush=True)
    return rows, skipped


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--data', default='../shared')
    parser.add_argument('--program', default='build/release/bin/annalist')
    parser.add_argument('--only', action='append', choices=sorted(SCORES), help='this score alone; may be repeated; docs stay as they are')
    parser.add_argument('--list', action='store_true')
    parser.add_argument('--out', default=os.path.join(HERE, '..', 'docs', 'scores.md'))
    parser.add_argument('--no-out', action='store_true')
    options = parser.parse_args()
    if options.list:
        print('\n'.join(SCORES))
        return 0
    lab = Lab(options.data, options.program)
    rows, skipped = measure(lab, options.only or list(SCORES), sys.stderr)
    print(plain(rows))
    if rows and not options.only and not options.no_out:
        with open(options.out, 'w', encoding='utf-8') as f:
            f.write(markdown(rows, skipped, version_of(options.program)))
    return 0


if __name__ == '__main__':
    sys.exit(main())
