"""Article bodies out of web pages, by body.py."""
import os
import re
import subprocess
import sys

from common import Missing, Row

HERE = os.path.dirname(os.path.abspath(__file__))


def body(lab, mode, *parts):
    if not os.path.exists(lab.program):
        raise Missing(lab.program + ' is not built')
    command = [sys.executable, os.path.join(HERE, 'body.py'), mode, lab.path('data', *parts), '--annalist', lab.program + ' extract']
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    if done.returncode != 0:
        raise Missing('body.py failed: ' + done.stderr.decode('utf-8', 'replace').strip()[-200:])
    return ' '.join(done.stdout.decode('utf-8').split())


def figure(text, name):
    """The number that follows a name in body.py's line."""
    hit = re.search(re.escape(name) + r'\D{0,3}([01]?\.\d+)', text)
    return float(hit[1]) if hit else 0.0


def aeb(lab):
    text = body(lab, 'aeb', 'html_aeb', 'dev.jsonl.zst')
    return [Row('article bodies (aeb) dev', 'shingle F1', figure(text, 'F1'), .945, text)]


def trafilatura(lab):
    text = body(lab, 'trafilatura', 'html_trafilatura', 'dev.jsonl.zst')
    return [Row('article bodies (trafilatura) dev', 'phrase F', figure(text, 'F'), None, text)]
