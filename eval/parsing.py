"""Parses of raw text against treebanks, as in the CoNLL 2018 shared task (tools/score_ud.py)."""
import os
import tempfile

from common import Row


def treebank(lab, name, bars, *parts):
    score_ud = lab.tool('score_ud')
    gold = lab.path('data', *parts)
    documents = [(i, t) for i, t, _ in score_ud.raw_documents(gold)]
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'system.conllu')
        with open(path, 'w', encoding='utf-8') as f:
            f.write(lab.parse(documents))
        figures = score_ud.score(gold, path)
    return [Row(name, metric, figures[metric].f1, bars.get(metric)) for metric in
            ('LAS', 'UPOS', 'Sentences', 'Words', 'UAS', 'CLAS', 'Lemmas')]


def ud_ewt(lab):
    return treebank(lab, 'UD EWT dev, raw text', {'LAS': 86.5, 'UPOS': 96, 'Sentences': 82, 'Lemmas': 97}, 'ud_ewt', 'dev.conllu.zst')


def ud_gum(lab):
    return treebank(lab, 'UD GUM dev open, raw text', {'LAS': 87}, 'ud_gum', 'dev.open.conllu.zst')
