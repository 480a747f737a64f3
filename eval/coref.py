#!/usr/bin/env python3
"""Scores coreference on labelled data.

  coref.py --gold coref_ontogum/dev.jsonl.zst --conllu FILE.conllu [--group open] [--errors N]   chains of `annalist parse`
  coref.py --gold coref_ontogum/dev.jsonl.zst --pred FILE.jsonl    [--group open] [--errors N]   actors of `annalist code`
  coref.py --gap  coref_gap/dev.jsonl.zst     --pred FILE.jsonl                                  pronouns of `annalist code`

Documents are matched by id. `annalist parse` gives whole noun phrases in CorefUD's brackets (MISC Entity); `annalist code` gives actors
alone, whose names stand without title and article, so that its chains can't be those of OntoNotes: a lower bound. Singletons are left out
on both sides (OntoNotes). Prints the mentions found (exact spans), MUC, B3, CEAF-e and the mean of the three (CoNLL F1; Pradhan et al.
2012), and the share of third-person pronouns that stand in a chain with a right earlier mention. GAP (Webster et al. 2018): F1 over "is
this name the pronoun's", for both and for each gender. Plain python3; zstd files need the zstd program.
"""
import argparse, collections, json, subprocess, sys

from corefud import read_chains

PRONOUNS = set('he him his himself she her hers herself it its itself they them their theirs themselves'.split())


def read(path):
    if path.endswith('.zst'):
        data = subprocess.run(['zstdcat', path], stdout=subprocess.PIPE, check=True).stdout.decode('utf-8')
    else:
        data = open(path, encoding='utf-8').read()
    return [json.loads(line) for line in data.split('\n') if line.strip()]


def chains_of(document):
    """Chains of a predicted document: lists of (begin, end)."""
    by_actor = collections.OrderedDict()
    for mention in document['mentions']:
        if mention.get('actor') is not None:
            by_actor.setdefault(mention['actor'], []).append(tuple(mention['words']))
    return [sorted(set(spans)) for spans in by_actor.values() if len(set(spans)) > 1]


def tight(text):
    """Text without white space, and for each offset of the text where it is there."""
    where, kept = [], 0
    for char in text:
        where.append(kept)
        kept += not char.isspace()
    return ''.join(text.split()), where + [kept]


def muc(key, response):
    """Links of key found in response: (right, all)."""
    where = {m: i for i, chain in enumerate(response) for m in chain}
    right = total = 0
    for chain in key:
        parts = {where.get(m, ('alone', m)) for m in chain}
        right += len(chain) - len(parts)
        total += len(chain) - 1
    return right, total


def b_cubed(key, response):
    where = {m: set(chain) for chain in response for m in chain}
    right = total = 0.0
    for chain in key:
        own = set(chain)
        for m in chain:
            right += len(own & where.get(m, set())) / len(own)
            total += 1
    return right, total


def assign(scores):
    """The largest sum of a one-to-one assignment of rows to columns (Hungarian method)."""
    if not scores or not scores[0]:
        return 0.0
    if len(scores) > len(scores[0]):
        scores = [list(row) for row in zip(*scores)]
    n, m = len(scores), len(scores[0])
    infinity = float('inf')
    u, v, match, way = [0.0] * (n + 1), [0.0] * (m + 1), [0] * (m + 1), [0] * (m + 1)
    for i in range(1, n + 1):
        match[0] = i
        column = 0
        least, used = [infinity] * (m + 1), [False] * (m + 1)
        while True:
            used[column] = True
            row, delta, following = match[column], infinity, 0
            for j in range(1, m + 1):
                if used[j]:
                    continue
                cost = -scores[row - 1][j - 1] - u[row] - v[j]
                if cost < least[j]:
                    least[j], way[j] = cost, column
                if least[j] < delta:
                    delta, following = least[j], j
            for j in range(m + 1):
                if used[j]:
                    u[match[j]] += delta
                    v[j] -= delta
                else:
                    least[j] -= delta
            column = following
            if match[column] == 0:
                break
        while column:
            previous = way[column]
            match[column] = match[previous]
            column = previous
    return sum(scores[match[j] - 1][j - 1] for j in range(1, m + 1) if match[j])


def ceaf_e(key, response):
    similar = [[2.0 * len(set(a) & set(b)) / (len(a) + len(b)) for b in response] for a in key]
    return assign(similar)


def f1(p, r):
    return 2 * p * r / (p + r) if p + r else 0.0


def predicted(options):
    """{id: (text, chains)}, both without white space."""
    if options.conllu:
        with open(options.conllu, encoding='utf-8') as lines:
            found = read_chains(lines)
    else:
        found = {}
        for document in read(options.pred):
            text, where = tight(document['document']['text'])
            found[document['document']['id']] = (text, [[(where[b], where[e]) for b, e in chain] for chain in chains_of(document)])
    return {name: (text, several(chains)) for name, (text, chains) in found.items()}


def several(chains):
    """Chains of two different mentions and more."""
    chains = [sorted(set(map(tuple, chain))) for chain in chains]
    return [chain for chain in chains if len(chain) > 1]


def score_chains(options):
    pred = predicted(options)
    sums = collections.Counter()
    errors = []
    for gold in read(options.gold):
        if options.group and gold.get('licence_group') != options.group:
            continue
        text, where = tight(gold['text'])
        found, response = pred.get(gold['id'], (None, []))
        sums['documents'] += 1
        if found != text:
            sums['missing'] += 1
        key = several([[(where[b], where[e]) for b, e in chain] for chain in gold['chains']])
        marked, given = {m for chain in key for m in chain}, {m for chain in response for m in chain}
        sums['mentions'] += len(marked & given)
        sums['mentions r of'] += len(marked)
        sums['mentions p of'] += len(given)
        for name, measure in (('muc', muc), ('b3', b_cubed)):
            right, total = measure(key, response)
            sums[name + ' r'] += right
            sums[name + ' r of'] += total
            right, total = measure(response, key)
            sums[name + ' p'] += right
            sums[name + ' p of'] += total
        sums['ceaf'] += ceaf_e(key, response)
        sums['ceaf r of'] += len(key)
        sums['ceaf p of'] += len(response)
        score_pronouns(gold['id'], text, key, response, sums, errors)
    total = 0.0
    print(f"{sums['documents']} documents, {sums['missing']} missing or with another text")
    p, r = sums['mentions'] / max(1, sums['mentions p of']), sums['mentions'] / max(1, sums['mentions r of'])
    print(f'mentions P {p:.3f}  R {r:.3f}  F1 {f1(p, r):.3f}')
    for name in ('muc', 'b3'):
        p = sums[name + ' p'] / max(1e-9, sums[name + ' p of'])
        r = sums[name + ' r'] / max(1e-9, sums[name + ' r of'])
        total += f1(p, r)
        print(f'{name:8s} P {p:.3f}  R {r:.3f}  F1 {f1(p, r):.3f}')
    p, r = sums['ceaf'] / max(1, sums['ceaf p of']), sums['ceaf'] / max(1, sums['ceaf r of'])
    total += f1(p, r)
    print(f"{'ceaf-e':8s} P {p:.3f}  R {r:.3f}  F1 {f1(p, r):.3f}")
    print(f'CoNLL F1 {total / 3:.3f}')
    for kind in ('he', 'it', 'they'):
        a, b, c = sums[kind + ' right'], sums[kind + ' given'], sums[kind + ' gold']
        print(f'pronouns {kind:5s} right {a} of {b} resolved, {c} in gold chains: P {a / max(1, b):.3f}  R {a / max(1, c):.3f}')
    for line in errors[:options.errors]:
        print(line)


def kind_of(word):
    return 'he' if word in ('he him his himself she her hers herself'.split()) else 'it' if word.startswith('it') else 'they'


def score_pronouns(name, text, key, response, sums, errors):
    right_chain = {m: set(chain) for chain in key for m in chain}
    given_chain = {m: chain for chain in response for m in chain}
    spans = {m for m in list(right_chain) + list(given_chain) if text[m[0]:m[1]].lower() in PRONOUNS}
    for span in sorted(spans):
        kind = kind_of(text[span[0]:span[1]].lower())
        earlier = {m for m in right_chain.get(span, ()) if text[m[0]:m[1]].lower() not in PRONOUNS}
        sums[kind + ' gold'] += bool(earlier)
        if span not in given_chain:
            continue
        sums[kind + ' given'] += 1
        # A mention may be wider or narrower than the gold's, so one common head region is enough.
        named = [m for m in given_chain[span] if text[m[0]:m[1]].lower() not in PRONOUNS]
        hit = any(m[0] < e[1] and e[0] < m[1] and (m in earlier or m[1] == e[1] or m[0] == e[0]) for m in named for e in earlier)
        sums[kind + ' right'] += hit
        if not hit:
            around = text[max(0, span[0] - 160):span[1] + 40].replace('\n', ' ')
            errors.append(f"{name} [{text[span[0]:span[1]]}] given {[text[m[0]:m[1]] for m in named][:2]} "
                          f"gold {[text[m[0]:m[1]] for m in sorted(earlier)][:2]}\n    … {around}")


def score_gap(options):
    pred = {d['document']['id']: d for d in read(options.pred)}
    sums = collections.Counter()
    for gold in read(options.gap):
        document = pred.get(gold['id'])
        mentions = document['mentions'] if document else []
        gender = 'f' if gold['text'][slice(*gold['pronoun'])].lower() in ('she', 'her', 'hers', 'herself') else 'm'
        pronoun = [m['actor'] for m in mentions if m['words'][0] == gold['pronoun'][0] and m['how'] == 'pronoun']
        for name in 'ab':
            begin, end = gold[name]
            actors = {m['actor'] for m in mentions if m['how'] == 'name' and m['actor'] and m['words'][0] < end and begin < m['words'][1]}
            said = bool(pronoun) and pronoun[0] in actors
            is_it = gold[name + '_coref']
            for group in ('', gender):
                sums[group, 'right'] += said and is_it
                sums[group, 'given'] += said
                sums[group, 'gold'] += is_it
    for group, title in (('', 'GAP'), ('f', 'feminine'), ('m', 'masculine')):
        p = sums[group, 'right'] / max(1, sums[group, 'given'])
        r = sums[group, 'right'] / max(1, sums[group, 'gold'])
        print(f'{title} P {p:.3f}  R {r:.3f}  F1 {f1(p, r):.3f}')


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    parser.add_argument('--gold')
    parser.add_argument('--gap')
    parser.add_argument('--pred', help='what `annalist code` gave')
    parser.add_argument('--conllu', help='what `annalist parse` gave')
    parser.add_argument('--group')
    parser.add_argument('--errors', type=int, default=0)
    options = parser.parse_args()
    if bool(options.gold) == bool(options.gap):
        parser.error('give one of --gold and --gap')
    if bool(options.pred) == bool(options.conllu) or (options.gap and not options.pred):
        parser.error('give one of --pred and --conllu; --gap takes --pred')
    (score_gap if options.gap else score_chains)(options)


if __name__ == '__main__':
    sys.exit(main())
