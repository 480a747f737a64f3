"""How far an event's confidence can be trusted: bins of it against the share of events that are right.

Right is an event of the marked type with at least one marked actor. The PLOVER examples mark one event a text; what the program finds
beside it, at other words and of another type, is set aside there, neither right nor wrong.
"""
import json
import os
import tempfile

from common import Row
from events import UNMARKED, codes, name

EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)


def judged_texts(lab, file, one_marked):
    """[(event, right)] over a set of labelled sentences."""
    tool = lab.tool('score_events')
    texts = {}
    for r in lab.pack('events', file):
        texts.setdefault(r['id'], []).append(r)
    system = lab.code([{'id': i, 'text': rs[0]['text'], 'date': None if rs[0].get('date_placeholder') else rs[0].get('date')}
                       for i, rs in texts.items()])
    out = []
    for i, rs in texts.items():
        marked = [r for r in rs if r.get('scored', True) and r.get('type')]
        if i not in system or any(not r.get('scored', True) for r in rs):
            continue
        found = [e for e in system[i]['events'] if not (e.get('cameo') or '').startswith(UNMARKED)]
        right = set(tool.pairs(len(marked), len(found), lambda a, b: is_right(tool, marked[a], system[i], found[b])).values())
        for k, event in enumerate(found):
            if k in right or not one_marked or any(touches(r, system[i], event) for r in marked):
                out.append((event, k in right))
    return out


def is_right(tool, marked, document, event):
    if event['type'] != marked['type']:
        return False
    def sides(participants):
        return tool.alist([name(document, p) for p in participants]) + [([], c) for c in codes(participants)]
    gold, other = tool.alist(marked.get('actors')), tool.alist(marked.get('recipients'))
    actors, recipients = sides(event['actors']), sides(event['recipients'])
    both = marked.get('reciprocal') or (not other and len(gold) > 1)
    return tool.lists_match(gold, actors, True) or bool(both and (tool.lists_match(gold, recipients, True) or
                                                                 tool.lists_match(other, actors, True)))


def touches(marked, document, event):
    """Whether the event stands at marked words, or is of the marked type."""
    b, e = event['trigger']
    words = set(document['document']['text'][b:e].lower().split())
    return event['type'] == marked['type'] or bool(words & set((marked.get('trigger') or '').lower().split()))


def judged_articles(lab):
    """[(event, right)] over the gold articles; what the gold holds as doubtful is left out."""
    tool = lab.tool('score_gold')
    folder = lab.path('gold')
    gold = {f[:-5]: tool.read_guide_form(os.path.join(folder, f)) for f in sorted(os.listdir(folder))
            if f.endswith('.json') and f != 'aliases.json'}
    coded = lab.run('code', [lab.path('gold', 'text')])
    with tempfile.TemporaryDirectory() as temporary:
        path = os.path.join(temporary, 'coded.jsonl')
        with open(path, 'w', encoding='utf-8') as f:
            f.write(coded)
        read = tool.read_pred(path, list(gold))
    judge = tool.Judge(tool.Names(os.path.join(folder, 'aliases.json')))
    events = {k: d['events'] for d in map(json.loads, filter(None, coded.split('\n'))) for k in gold
              if os.path.basename(d['document']['path'] or '').startswith(k)}
    out = []
    for k, want in gold.items():
        if k not in read:
            continue
        with open(lab.path('gold', 'text', k + '.txt'), encoding='utf-8') as f:
            want.inventory(f.read())
        out += judged_article(tool, judge, want, read[k].events, events[k])
    return out


def judged_article(tool, judge, want, found, events):
    def key(r):
        return r.sid, r.type
    for r in found:
        r['sid'] = want.align(r.sentence or '', r.trigger, r.near or '')
    for r in want.events + want.doubt_ev:
        r['sid'] = want.align(r.sentence, r.trigger)
    pairs = {j: i for i, j in tool.pair(want.events, found, key, judge.w_event)}
    rest = [j for j in range(len(found)) if j not in pairs]
    aside = {rest[b] for _, b in tool.pair(want.doubt_ev, [found[j] for j in rest], key, judge.w_event)}
    return [(events[j], j in pairs and bool(judge.event_roles(want.events[pairs[j]], found[j])[1][0]))
            for j in range(len(found)) if j not in aside]


def all_judged(lab):
    return (judged_texts(lab, 'plover_gsr_dev.jsonl', True) + judged_texts(lab, 'cameo_annot_dev.jsonl', False) + judged_articles(lab))


def bins(pairs):
    """[(low, high, count, mean confidence, share right)] of [(confidence, right)], empty bins left out."""
    out = []
    for low, high in zip(EDGES, EDGES[1:]):
        inside = [(c, r) for c, r in pairs if low <= c < high or (high == 1.0 and c == 1.0)]
        if inside:
            out.append((low, high, len(inside), sum(c for c, _ in inside) / len(inside), sum(r for _, r in inside) / len(inside)))
    return out


def calibration_error(pairs):
    """Expected calibration error (Guo et al. 2017): the bins' gaps between confidence and share right, weighted by count."""
    return sum(n * abs(mean - share) for _, _, n, mean, share in bins(pairs)) / max(1, len(pairs))


def reliability(lab):
    pairs = [(event['confidence'], right) for event, right in all_judged(lab)]
    rows = [Row('confidence of events', f'right at {low:.1f}-{high:.1f}', share, None, f'{n} events, mean confidence {mean:.2f}')
            for low, high, n, mean, share in bins(pairs)]
    return rows + [Row('confidence of events', 'calibration error', calibration_error(pairs), None, f'{len(pairs)} events; lower is better')]
