"""Factuality of predicates from raw sentences, after UDS-IH2: Pearson's r of MISC's Factuality with the annotators' mean."""
from common import Row, bare


def words_of(conllu):
    """(form, Factuality or None) of each syntactic word."""
    words = []
    for line in conllu.splitlines():
        column = line.split('\t')
        if len(column) == 10 and column[0].isdigit():
            value = [m.partition('=')[2] for m in column[9].split('|') if m.startswith('Factuality=')]
            words.append((column[1], float(value[0]) if value else None))
    return words


def pearson(pairs):
    n = len(pairs)
    if n < 2:
        return 0.0
    mean_x, mean_y = (sum(p[k] for p in pairs) / n for k in (0, 1))
    xy = sum((x - mean_x) * (y - mean_y) for x, y in pairs)
    xx, yy = (sum((p[k] - mean) ** 2 for p in pairs) for k, mean in ((0, mean_x), (1, mean_y)))
    return xy / (xx * yy) ** 0.5 if xx and yy else 0.0


def uds(lab):
    """A predicate without a value, or whose word is cut otherwise, counts as 0: neither."""
    sentences = lab.pack('fact_uds', 'dev.jsonl.zst')
    parses = lab.parses([(str(i), s['text']) for i, s in enumerate(sentences)])
    pairs, missing = [], 0
    for i, sentence in enumerate(sentences):
        at, values, letters = bare(sentence['text']), {}, 0
        for form, value in words_of(parses[str(i)]):
            values[letters] = value
            letters += len(''.join(form.split()))
        for event in sentence['events']:
            value = values.get(at[event['s']])
            missing += value is None
            pairs.append((value or 0.0, event['fact']))
    return [Row('UDS factuality dev', "Pearson's r", pearson(pairs), .70, f'{len(pairs)} predicates, {missing} without a value')]
