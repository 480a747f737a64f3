"""What the scores share: labelled packs, the program under test, positions that do not hang on white space, rows of the table."""
import collections
import importlib.util
import json
import os
import re
import subprocess
import tempfile

# One line of the table. value and bar are numbers on the same scale; bar is None where there is none. more: further figures, as text.
Row = collections.namedtuple('Row', 'name what value bar more', defaults=(None, ''))


class Missing(Exception):
    """Data, a tool or a program that a score needs is not there."""


class Lab:
    """Where the data, the official scorers and the program are."""

    def __init__(self, data, program):
        self.data, self.program = data, program

    def path(self, *parts):
        path = os.path.join(self.data, *parts)
        if not os.path.exists(path):
            raise Missing(path + ' is not there')
        return path

    def pack(self, *parts):
        """The lines of a JSON lines file, .zst or not."""
        return read_lines(self.path('data', *parts))

    def tool(self, name):
        """An official scorer as a module."""
        spec = importlib.util.spec_from_file_location(name, self.path('tools', name + '.py'))
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        return module

    def run(self, command, paths):
        """The program's standard output for some paths; its talk goes to standard error."""
        if not os.path.exists(self.program):
            raise Missing(self.program + ' is not built')
        done = subprocess.run([self.program, command] + list(paths), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        if done.returncode not in (0, 3):
            raise Missing(f'`annalist {command}` failed: ' + done.stderr.decode('utf-8', 'replace').strip().split('\n')[-1])
        return done.stdout.decode('utf-8')

    def code(self, documents):
        """{id: the JSON object of `annalist code`} for [{"id", "text", "title"?, "date"?}]."""
        with tempfile.TemporaryDirectory() as folder:
            path = write_documents(folder, documents)
            return by_id(self.run('code', [path]))

    def parses(self, documents):
        """{id: CoNLL-U} of [(id, text)]."""
        with tempfile.TemporaryDirectory() as folder:
            path = write_documents(folder, [{'id': i, 'text': t} for i, t in documents])
            parses = split_conllu(self.run('parse', [path]))
        lost = [i for i, _ in documents if i not in parses]
        if lost:
            raise Missing('no parse of ' + ', '.join(lost[:3]))
        return parses

    def parse(self, documents):
        """CoNLL-U of [(id, text)], in their order."""
        parses = self.parses(documents)
        return ''.join(parses[i] for i, _ in documents)


def read_lines(path):
    if path.endswith('.zst'):
        text = subprocess.run(['zstd', '-dcq', path], stdout=subprocess.PIPE, check=True).stdout.decode('utf-8')
    else:
        with open(path, encoding='utf-8') as f:
            text = f.read()
    return [json.loads(line) for line in text.split('\n') if line.strip()]


def write_documents(folder, documents):
    path = os.path.join(folder, 'documents.jsonl')
    with open(path, 'w', encoding='utf-8') as f:
        for d in documents:
            f.write(json.dumps(d, ensure_ascii=False) + '\n')
    return path


def by_id(lines):
    return {d['document']['id']: d for d in map(json.loads, filter(None, lines.split('\n')))}


def split_conllu(text):
    """{document id: its part of a CoNLL-U text}."""
    parts, current = collections.OrderedDict(), None
    for line in text.splitlines(keepends=True):
        if line.startswith('# newdoc'):
            current = line.partition('=')[2].strip()
            parts[current] = ''
        if current is not None:
            parts[current] += line
    return parts


def bare(text):
    """offsets[i] = characters before position i that are no white space: the same in two texts that differ in spaces alone."""
    offsets, n = [], 0
    for c in text:
        offsets.append(n)
        n += not c.isspace()
    return offsets + [n]


def paragraphs(text):
    """A text of one sentence a line, as one of paragraphs: annalist reads a blank line as their border."""
    return re.sub(r'\n+', '\n\n', text)


def f1(right, n_system, n_gold):
    p, r = right / n_system if n_system else 0.0, right / n_gold if n_gold else 0.0
    return p, r, 2 * p * r / (p + r) if p + r else 0.0
