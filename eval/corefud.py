"""Coreference chains out of CoNLL-U in CorefUD's brackets (MISC Entity), with spans counted without white space."""
import collections
import re

# "(e1-person-2--name:person", "(e4-place-1)", "e1)": what opens, with what closes at once, and what closes.
BRACKET = re.compile(r'\(([^()-]+)[^()]*(\))?|([^()]+)\)')


def word_spans(rows):
    """(begin, end) of each word of a sentence's rows from 0, and the sentence's surface. Words of a multiword token whose forms do not
    add up to it share its span."""
    forms = {int(row[0]): ''.join(row[1].split()) for row in rows if row[0].isdigit()}
    spans, surface, inside = [], '', 0
    for row in rows:
        form = ''.join(row[1].split())
        if '-' in row[0]:
            first, inside = map(int, row[0].split('-'))
            words = [forms[i] for i in range(first, inside + 1)]
            begin = len(surface)
            for word in words:
                end = begin + len(word)
                spans.append((begin, end) if ''.join(words) == form else (len(surface), len(surface) + len(form)))
                begin = end
            surface += form
        elif row[0].isdigit() and int(row[0]) > inside:
            spans.append((len(surface), len(surface) + len(form)))
            surface += form
    return spans, surface


def add_mentions(rows, base, chains):
    """The mentions of one sentence into `chains`, {name: [(begin, end)]}. -> its surface."""
    spans, surface = word_spans(rows)
    open_ = collections.defaultdict(list)
    for row, (begin, end) in zip((row for row in rows if row[0].isdigit()), spans):
        value = re.search(r'(?:^|\|)Entity=([^|]*)', row[9])
        for opened, at_once, closed in BRACKET.findall(value[1] if value else ''):
            if at_once:
                chains.setdefault(opened, []).append((base + begin, base + end))
            elif opened:
                open_[opened].append(begin)
            elif open_[closed]:
                chains.setdefault(closed, []).append((base + open_[closed].pop(), base + end))
    return surface


def read_chains(lines):
    """{id: (text without white space, chains)} of a CoNLL-U file's lines."""
    documents, texts, chains, rows = {}, [], {}, []
    for line in lines:
        line = line.rstrip('\n')
        if line.startswith('# newdoc'):
            texts, chains = [], {}
            documents[line.split('=', 1)[1].strip()] = texts, chains
        elif line and not line.startswith('#'):
            rows.append(line.split('\t'))
        elif not line and rows:
            texts.append(add_mentions(rows, sum(map(len, texts)), chains))
            rows = []
    return {name: (''.join(found), list(inside.values())) for name, (found, inside) in documents.items()}
