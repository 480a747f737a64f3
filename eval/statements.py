"""Statements against PolNeAR, which may be measured on and not trained on."""
import unicodedata

from common import Row, bare


def pieces(at, spans):
    return [[at[b], at[e]] for b, e in spans]


def composed(text):
    """bare(text) counted in the text's NFC, which is what annalist gives back."""
    offsets, n, i = [], 0, 0
    while i < len(text):
        end = i + 1
        while end < len(text) and unicodedata.combining(text[end]):
            end += 1
        offsets += [n] * (end - i)
        n += sum(not c.isspace() for c in unicodedata.normalize('NFC', text[i:end]))
        i = end
    return offsets + [n]


def polnear(lab):
    spans = lab.tool('score_spans')
    documents = lab.pack('attr_polnear', 'dev.jsonl.zst')
    system = lab.code([{'id': d['id'], 'text': d['text'], 'title': d['title'], 'date': d['date']} for d in documents])
    gold, found = {}, {}
    for d in documents:
        at = composed(d['text'])
        gold[d['id']] = [spans.item(pieces(at, a[part]), part) for a in d['attributions'] for part in ('source', 'cue', 'content') if a[part]]
        at = bare(system[d['id']]['document']['text'])
        items = []
        for s in system[d['id']]['statements']:
            own = [x['words'] for x in s['source'] if x.get('words')]
            for part, words in (('source', own[:1]), ('cue', [s['cue']]), ('content', s['content'])):
                if words and all(words):
                    items.append(spans.item(pieces(at, words), part))
        found[d['id']] = items
    rows = []
    for part, bar in (('cue', 0.75), ('source', 0.70), ('content', 0.75)):
        partial, exact = (spans.score(gold, found, fit, part) for fit in (spans.partial, spans.exact))
        rows.append(Row('PolNeAR dev', f'{part} F1, overlapping', partial.f1, bar, f'P {partial.p:.3f} R {partial.r:.3f}, exact {exact.f1:.3f}'))
    return rows
