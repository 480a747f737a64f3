#!/usr/bin/env python3
"""Title, authors, outlet and date out of pages' heads: eval/heads/pages.jsonl, 67 invented pages in the ways that sites have of saying
them (JSON-LD, Open Graph, Dublin Core, Parsely, microdata, bylines in text, dates in addresses ...), with what a reader would say.

  heads.py [--annalist CMD] [--pages]      alone; --pages shows each that is wrong
"""
import argparse
import json
import os
import shlex
import subprocess
import sys
import tempfile

from common import Missing, Row

HERE = os.path.dirname(os.path.abspath(__file__))
FIELDS = ('title', 'authors', 'outlet', 'date')
BODY = """<p>The first boats left the quay before dawn, and by noon the whole of the fleet was at sea, the harbour master said.</p>
<p>Nobody in the town had expected a decision so soon. The council, which meets on Thursdays, had put the matter off three times
since the winter, and its members were still divided when they took their seats.</p>
<p>"We have waited long enough," one of them said after the vote. The rules will be looked at again in two years, according to the
council's clerk, who read them out to a full hall.</p>"""


def read_pages():
    with open(os.path.join(HERE, 'heads', 'pages.jsonl'), encoding='utf-8') as f:
        return [json.loads(line) for line in f if line.strip()]


def extract(command, pages):
    """{name: document} of `annalist extract`."""
    with tempfile.TemporaryDirectory() as folder:
        for page in pages:
            with open(os.path.join(folder, page['name'] + '.html'), 'w', encoding='utf-8') as f:
                f.write(page['html'].replace('{{body}}', BODY))
        done = subprocess.run(command + [folder], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        if done.returncode not in (0, 3):
            raise Missing('annalist extract failed: ' + done.stderr.decode('utf-8', 'replace').strip()[-200:])
        documents = [json.loads(line)['document'] for line in done.stdout.decode('utf-8').split('\n') if line.strip()]
        return {os.path.basename(d['path'])[:-5]: d for d in documents}


def fields_of(document):
    return {'title': document.get('title') or '', 'authors': document.get('authors') or [], 'outlet': document.get('outlet') or '',
            'date': document.get('published') or ''}


def score(pages, found):
    """({field: share right}, [(page, field, wanted, got)])."""
    right, wrong = dict.fromkeys(FIELDS, 0), []
    for page in pages:
        got = fields_of(found.get(page['name'], {}))
        for field in FIELDS:
            if got[field] == page[field]:
                right[field] += 1
            else:
                wrong.append((page['name'], field, page[field], got[field]))
    return {field: n / len(pages) for field, n in right.items()}, wrong


def heads(lab):
    """The rows of eval/run.py."""
    if not os.path.exists(lab.program):
        raise Missing(lab.program + ' is not built')
    pages = read_pages()
    shares, _ = score(pages, extract([lab.program, 'extract'], pages))
    more = ', '.join(f'{field} {shares[field]:.3f}' for field in FIELDS)
    return [Row('heads of pages (own)', 'fields right', sum(shares.values()) / len(FIELDS), .95, f'{len(pages)} pages: {more}')]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--annalist', default='build/release/bin/annalist extract')
    parser.add_argument('--pages', action='store_true')
    arguments = parser.parse_args()
    pages = read_pages()
    shares, wrong = score(pages, extract(shlex.split(arguments.annalist), pages))
    if arguments.pages:
        for name, field, wanted, got in wrong:
            print(f'{name}: {field} is {got!r}, not {wanted!r}')
    print(f'pages {len(pages)}  ' + '  '.join(f'{field} {shares[field]:.3f}' for field in FIELDS))


if __name__ == '__main__':
    sys.exit(main())
