"""Coreference, by coref.py."""
import os
import re
import subprocess
import sys
import tempfile

from common import Missing, Row, write_documents

HERE = os.path.dirname(os.path.abspath(__file__))


def scorer(lab, documents, flag, arguments):
    """coref.py's output for documents of unchanged text."""
    script = os.path.join(HERE, 'coref.py')
    if not os.path.exists(script):
        raise Missing('eval/coref.py is not there')
    with tempfile.TemporaryDirectory() as folder:
        source, coded = os.path.join(folder, 'documents'), os.path.join(folder, 'coded.jsonl')
        os.mkdir(source)
        with open(coded, 'w', encoding='utf-8') as f:
            f.write(lab.run('code', [write_documents(source, documents)]))
        done = subprocess.run([sys.executable, script, flag] + arguments + ['--pred', coded], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    if done.returncode != 0:
        raise Missing('coref.py failed: ' + done.stderr.decode('utf-8', 'replace').strip()[-200:])
    return done.stdout.decode('utf-8')


def ontogum(lab):
    path = lab.path('data', 'coref_ontogum', 'dev.jsonl.zst')
    documents = [{'id': d['id'], 'text': d['text']} for d in lab.pack('coref_ontogum', 'dev.jsonl.zst') if d.get('licence_group') == 'open']
    text = scorer(lab, documents, '--gold', [path, '--group', 'open'])
    hit = re.search(r'CoNLL F1 ([\d.]+)', text)
    pronouns = '; '.join(re.findall(r'pronouns (\w+ .*?P [\d.]+ +R [\d.]+)', text))
    return [Row('OntoGUM dev open', 'CoNLL F1', float(hit[1]) if hit else None, None, ' '.join(pronouns.split()))]


def gap(lab):
    path = lab.path('data', 'coref_gap', 'dev.jsonl.zst')
    documents = [{'id': d['id'], 'text': d['text']} for d in lab.pack('coref_gap', 'dev.jsonl.zst')]
    text = scorer(lab, documents, '--gap', [path])
    hit = re.search(r'P ([\d.]+) +R ([\d.]+) +F1 ([\d.]+)', text)
    return [Row('GAP dev', 'F1', float(hit[3]) if hit else None, None, f'P {hit[1]} R {hit[2]}' if hit else '')]
