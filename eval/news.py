"""Our own test of news sentences with gold trees and names (eval/news/): what treebanks have little of."""
import os
import re
import tempfile
import unicodedata

from common import Row, f1

GOLD = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'news', 'news.conllu')


def names(text):
    """{document: {(first character, last character, kind)}} of the names in Entity brackets; characters are counted without white space."""
    found, document, at, opened, words = {}, None, 0, {}, []
    for line in text.split('\n'):
        if line.startswith('# newdoc'):
            document, at = line.partition('=')[2].strip(), 0
            found[document] = set()
        columns = line.split('\t')
        if len(columns) != 10:
            words = [] if not line else words
            continue
        size = len(''.join(unicodedata.normalize('NFC', columns[1]).split()))
        if '-' in columns[0]:
            continue
        words.append((at, at + size))    # the words of a multiword token add up to it
        at += size
        value = re.search(r'(?:^|\|)Entity=([^|]*)', columns[9])
        for entity, fields, closed, ended in re.findall(r'\((e\d+)-([^()]*)(\)?)|(e\d+)\)', value[1] if value else ''):
            _, _, minspan, other = (fields.split('-') + ['', '', ''])[:4]
            if entity and not closed:
                opened.setdefault(entity, []).append((len(words) - 1, minspan, other))
                continue
            first, minspan, other = (len(words) - 1, minspan, other) if entity else opened[ended].pop()
            if other.startswith('name:'):
                own = [first + int(n) - 1 for n in minspan.split(',')] if minspan else [first, len(words) - 1]
                found[document].add((words[own[0]][0], words[own[-1]][1], other[5:]))
    return found


def own(lab):
    score_ud = lab.tool('score_ud')
    parse = lab.parse([(i, t) for i, t, _ in score_ud.raw_documents(GOLD)])
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'system.conllu')
        with open(path, 'w', encoding='utf-8') as f:
            f.write(parse)
        figures = score_ud.score(GOLD, path)
    with open(GOLD, encoding='utf-8') as f:
        gold = names(f.read())
    system = names(parse)
    right = sum(len(gold[d] & system.get(d, set())) for d in gold)
    p, r, f = f1(right, sum(len(system.get(d, ())) for d in gold), sum(map(len, gold.values())))
    return [Row('news sentences, our own', 'LAS', figures['LAS'].f1, None, f'UAS {figures["UAS"].f1:.2f}, words {figures["Words"].f1:.2f}'),
            Row('news sentences, our own', 'UPOS', figures['UPOS'].f1),
            Row('news sentences, our own', 'entity F1', f, None, f'P {p:.3f}, R {r:.3f}, {sum(map(len, gold.values()))} names')]
