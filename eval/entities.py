"""Named entities from raw text."""
from common import Row, bare, f1, paragraphs

KINDS = {'person': 'PER', 'organization': 'ORG', 'place': 'LOC', 'group': 'GRP'}


def names(document, how=('name',)):
    """{(begin, end, kind)} of the names annalist found (or of mentions made in other ways, by `how`), begin and end without white space."""
    at = bare(document['document']['text'])
    return {(at[m['words'][0]], at[m['words'][1]], KINDS[m['kind']]) for m in document['mentions']
            if m.get('how') in how and m['kind'] in KINDS}


def overlap(gold, system):
    """Pairs of gold and system entities of one kind that share a character, one to one."""
    right, free = 0, sorted(system)
    for b, e, kind in sorted(gold):
        hit = next((s for s in free if s[2] == kind and s[0] < e and b < s[1]), None)
        if hit:
            free.remove(hit)
            right += 1
    return right


def totals(pairs):
    exact = partial = n_gold = n_system = 0
    for gold, system in pairs:
        exact += len(gold & system)
        partial += overlap(gold, system)
        n_gold, n_system = n_gold + len(gold), n_system + len(system)
    return f1(exact, n_system, n_gold), f1(partial, n_system, n_gold)


def row(name, pairs, bar=None, exact_first=True):
    exact, partial = totals(pairs)
    first, other = (exact, f'overlapping {partial[2]:.3f}') if exact_first else (partial, f'exact {exact[2]:.3f}')
    what = 'entity F1' if exact_first else 'entity F1, overlapping'
    return Row(name, what, first[2], bar, f'P {first[0]:.3f} R {first[1]:.3f}, {other}')


def uner_gold(lab):
    """({document: text}, {document: names}): the sentences stand in their documents, so the raw text is the treebank's."""
    score_ud = lab.tool('score_ud')
    texts = {i: t for i, t, _ in score_ud.raw_documents(lab.path('data', 'ud_ewt', 'dev.conllu.zst'))}
    solid = {i: ''.join(t.split()) for i, t in texts.items()}
    gold = {i: set() for i in texts}
    reached = dict.fromkeys(texts, 0)
    for sentence in lab.pack('ner_uner_ewt', 'dev.jsonl.zst'):
        doc, letters, at = sentence['doc'], ''.join(sentence['text'].split()), bare(sentence['text'])
        begin = solid[doc].find(letters, reached[doc])
        if begin < 0:   # out of order
            begin = solid[doc].index(letters)
        reached[doc] = begin + len(letters)
        gold[doc] |= {(begin + at[b], begin + at[e], kind) for b, e, kind in sentence['ents']}
    return texts, gold


def uner(lab):
    texts, gold = uner_gold(lab)
    system = lab.code([{'id': i, 'text': t} for i, t in texts.items()])
    pairs = [(gold[i], {n for n in names(system[i]) if n[2] != 'GRP'}) for i in texts]
    return [row('UNER EWT dev', pairs, bar=.79)]


def re3d(lab):
    """Its entities include descriptions ("U.S. service members") and some pronouns: names alone, whose recall is bounded, then every
    mention."""
    kinds = {'Person': 'PER', 'Organisation': 'ORG', 'Location': 'LOC', 'Nationality': 'GRP'}
    documents = lab.pack('ner_re3d', 'dev.open.jsonl.zst')
    system = lab.code([{'id': d['id'], 'text': d['text']} for d in documents])
    rows = []
    for name, how in (('re3d dev open', ('name',)), ('re3d dev open, every mention', ('name', 'description', 'pronoun'))):
        pairs = []
        for d in documents:
            at = bare(d['text'])
            pairs.append(({(at[e[0]], at[e[1]], kinds[e[2]]) for e in d['ents'] if e[2] in kinds}, names(system[d['id']], how)))
        rows.append(row(name, pairs, exact_first=False))
    return rows


def gum(lab):
    """Mentions that GUM links to Wikipedia: named ones, but also pronouns and descriptions ("His", "the Secretary"), so names alone, whose
    recall is bounded, then every mention. Its spans are whole noun phrases, so overlap counts."""
    kinds = {'person': 'PER', 'organization': 'ORG', 'place': 'LOC'}
    documents = lab.pack('entities_gum', 'dev.open.jsonl.zst')
    system = lab.code([{'id': d['id'], 'text': paragraphs(d['text']), 'date': d['dateCreated']} for d in documents])
    rows = []
    for name, how in (('GUM dev open', ('name',)), ('GUM dev open, every mention', ('name', 'description', 'pronoun'))):
        found = total = 0
        for d in documents:
            at = bare(d['text'])
            gold = {(at[m['s']], at[m['e']], kinds[m['type']]) for m in d['mentions'] if m.get('wiki') and m['type'] in kinds and
                    any(c.isupper() for c in m['w'])}
            total += len(gold)
            found += overlap(gold, names(system[d['id']], how))
        rows.append(Row(name, 'linked entities found', found / max(1, total), None, f'{found} of {total}'))
    return rows
