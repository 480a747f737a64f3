"""Events against PLOVER's and CAMEO's labelled sentences (tools/score_events.py) and the gold articles (tools/score_gold.py)."""
import json
import os
import subprocess
import sys
import tempfile

from common import Missing, Row

# The sets of the CAMEO years leave appeals and statements (01x, 02x) unmarked.
UNMARKED = ('01', '02')


def predictions(system, unmarked=()):
    """Lines for score_events.py from {id: coded document}."""
    lines = []
    for i, document in system.items():
        for e in document['events']:
            if (e.get('cameo') or '').startswith(tuple(unmarked)) and unmarked:
                continue
            lines.append({'id': i, 'type': e['type'],
                          'actors': [name(document, a) for a in e['actors']], 'actor_codes': codes(e['actors']),
                          'recipients': [name(document, a) for a in e['recipients']], 'recipient_codes': codes(e['recipients'])})
    return lines


def name(document, participant):
    if participant.get('name'):
        return participant['name']
    b, e = participant['words']
    return document['document']['text'][b:e]


def codes(participants):
    return [p['code'] for p in participants if p.get('code')]


def run_tool(command, output):
    done = subprocess.run([sys.executable] + command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    if done.returncode != 0 or not os.path.exists(output):
        raise Missing(f'{command[0]} failed: ' + done.stderr.decode('utf-8', 'replace').strip()[-200:])
    with open(output, encoding='utf-8') as f:
        return json.load(f)


def score(lab, file, unmarked):
    gold = lab.path('data', 'events', file)
    texts = {r['id']: r for r in lab.pack('events', file)}
    system = lab.code([{'id': i, 'text': r['text'], 'date': None if r.get('date_placeholder') else r.get('date')} for i, r in texts.items()])
    with tempfile.TemporaryDirectory() as folder:
        path, out = os.path.join(folder, 'events.jsonl'), os.path.join(folder, 'figures.json')
        with open(path, 'w', encoding='utf-8') as f:
            f.writelines(json.dumps(line) + '\n' for line in predictions(system, unmarked))
        return run_tool([lab.path('tools', 'score_events.py'), gold, path, '--codes', '--json', out], out)


def plover(lab):
    figures = score(lab, 'plover_gsr_dev.jsonl', UNMARKED)
    bars = {'type': .62, 'type+actor': .54, 'type+actor+rec': .47}
    return [Row('PLOVER gold records dev', f'{level} F1', figures['levels'][level]['f1'], bar,
                'P {p:.3f} hit {r:.3f}'.format(**figures['levels'][level])) for level, bar in bars.items()]


def cameo(lab):
    figures = score(lab, 'cameo_annot_dev.jsonl', UNMARKED)
    return [Row('CAMEO random leads dev', 'events found', figures['levels']['type']['r'], .40, f"{figures['gold']} marked"),
            Row('CAMEO random leads dev', 'false alarms', figures['negatives_with_prediction'] / max(1, figures['negatives']), None,
                f"share of {figures['negatives']} texts without event; lower is better")]


def given(figure):
    """Accuracy over the matched records where the gold gives a value."""
    return figure['right_given'] / figure['of_given'] if figure.get('of_given') else 0.0


def gold(lab):
    folder_of_text = lab.path('gold', 'text')
    with tempfile.TemporaryDirectory() as folder:
        path, out = os.path.join(folder, 'coded.jsonl'), os.path.join(folder, 'figures.json')
        with open(path, 'w', encoding='utf-8') as f:
            f.write(lab.run('code', [folder_of_text]))
        figures = run_tool([lab.path('tools', 'score_gold.py'), '--gold', lab.path('gold'), '--pred', path, '--json', out], out)
    rows = [Row('gold articles', what, figures[key]['f1'], bar, 'P {p:.3f} R {r:.3f}, {gold} in the gold'.format(**figures[key]))
            for what, key, bar in (('events F1', 'events: sentence and type', .65),
                                   ('events with actor and recipient F1', 'with actor and recipient', .50),
                                   ('statements F1', 'statements: sentence and cue', .80),
                                   ('statements with source F1', 'with source', .70))]
    bars = {'date': .85, 'status (given: not actual)': .90, 'via, exact chain': .75, 'amount': .90}
    for what in ('date', 'status (given: not actual)', 'via, exact chain', 'amount', 'place'):
        figure = figures['events: ' + what]
        rows.append(Row('gold articles', f'events: {what}', given(figure), bars.get(what), f"{figure['right_given']} of {figure['of_given']} given"))
    return rows
