"""What 8-bit integers cost against 32-bit floats: the same parser with the same weights, on EWT dev from raw text."""
import os
import tempfile

import entities
import news
from common import Row, write_documents

KINDS = {kind: short for kind, short in entities.KINDS.items() if short != 'GRP'}


def measured(lab, score_ud, gold, documents, options):
    """(LAS, entity F1) of one way of computing."""
    with tempfile.TemporaryDirectory() as folder:
        path = write_documents(folder, [{'id': i, 'text': t} for i, t in documents])
        parse = lab.run('parse', options + [path])
        system = os.path.join(folder, 'system.conllu')
        with open(system, 'w', encoding='utf-8') as f:
            f.write(parse)
        las = score_ud.score(gold, system)['LAS'].f1
    return las, news.names(parse)


def against_fp32(lab):
    score_ud = lab.tool('score_ud')
    path = lab.path('data', 'ud_ewt', 'dev.conllu.zst')
    texts, gold = entities.uner_gold(lab)
    documents = list(texts.items())
    figures = {}
    for way, options in (('int8', ['--jobs', '2']), ('fp32', ['--fp32', '--jobs', '2'])):
        las, found = measured(lab, score_ud, path, documents, options)
        pairs = [(gold[i], {(b, e, KINDS[k]) for b, e, k in found.get(i, ()) if k in KINDS}) for i, _ in documents]
        figures[way] = las, 100 * entities.totals(pairs)[0][2]
    (las, names), (las_fp32, names_fp32) = figures['int8'], figures['fp32']
    return [Row('int8 against fp32, EWT dev', 'LAS lost', las_fp32 - las, None, f'int8 {las:.2f}, fp32 {las_fp32:.2f}; at most .3'),
            Row('int8 against fp32, EWT dev', 'entity F1 lost', names_fp32 - names, None, f'int8 {names:.2f}, fp32 {names_fp32:.2f}; at most .3')]
