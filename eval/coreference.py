"""Coreference, by coref.py: chains of `annalist parse`, pronouns of `annalist code`."""
import os
import re
import subprocess
import sys
import tempfile

from common import Missing, Row, write_documents

HERE = os.path.dirname(os.path.abspath(__file__))


def scorer(lab, documents, command, arguments):
    """coref.py's output for documents of unchanged text."""
    script = os.path.join(HERE, 'coref.py')
    with tempfile.TemporaryDirectory() as folder:
        source, given = os.path.join(folder, 'documents'), os.path.join(folder, 'given')
        os.mkdir(source)
        with open(given, 'w', encoding='utf-8') as f:
            f.write(lab.run(command, [write_documents(source, documents)]))
        done = subprocess.run([sys.executable, script] + arguments + ['--conllu' if command == 'parse' else '--pred', given],
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    if done.returncode != 0:
        raise Missing('coref.py failed: ' + done.stderr.decode('utf-8', 'replace').strip()[-200:])
    return done.stdout.decode('utf-8')


def figure(text, name):
    """(P, R, F1) of coref.py's line for a measure."""
    hit = re.search(rf'^{name} +P ([\d.]+) +R ([\d.]+) +F1 ([\d.]+)', text, re.M)
    return tuple(map(float, hit.groups())) if hit else (None, None, None)


def ontogum(lab):
    path = lab.path('data', 'coref_ontogum', 'dev.jsonl.zst')
    documents = [{'id': d['id'], 'text': d['text']} for d in lab.pack('coref_ontogum', 'dev.jsonl.zst') if d.get('licence_group') == 'open']
    text = scorer(lab, documents, 'parse', ['--gold', path, '--group', 'open'])
    hit = re.search(r'CoNLL F1 ([\d.]+)', text)
    pronouns = '; '.join(re.findall(r'pronouns (\w+ .*?P [\d.]+ +R [\d.]+)', text))
    rows = [Row('OntoGUM dev open', 'CoNLL F1', float(hit[1]) if hit else None, 0.5, ' '.join(pronouns.split()))]
    for name, title in (('mentions', 'mentions F1'), ('muc', 'MUC F1'), ('b3', 'B3 F1'), ('ceaf-e', 'CEAF-e F1')):
        p, r, f = figure(text, name)
        rows.append(Row('OntoGUM dev open', title, f, None, f'P {p:.3f} R {r:.3f}' if p is not None else ''))
    return rows


def gap(lab):
    path = lab.path('data', 'coref_gap', 'dev.jsonl.zst')
    documents = [{'id': d['id'], 'text': d['text']} for d in lab.pack('coref_gap', 'dev.jsonl.zst')]
    text = scorer(lab, documents, 'code', ['--gap', path])
    rows = []
    for name, title, bar in (('GAP', 'F1', 0.74), ('feminine', 'F1, feminine', None), ('masculine', 'F1, masculine', None)):
        p, r, f = figure(text, name)
        rows.append(Row('GAP dev', title, f, bar, f'P {p:.3f} R {r:.3f}' if p is not None else ''))
    return rows
