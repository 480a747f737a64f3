"""Times: spans and TIMEX3 values."""
import datetime
import re

from common import Row, bare, paragraphs

# MEANTIME is annotated in the title, the date line and the first four sentences of each article.
MEANTIME_SENTENCES = 6


def meantime(lab):
    spans = lab.tool('score_spans')
    documents = lab.pack('meantime', 'dev.jsonl.zst')
    published = {d['id']: next((t['value'] for t in d['times'] if t.get('dct')), None) for d in documents}
    system = lab.code([{'id': d['id'], 'text': paragraphs(d['text']), 'date': published[d['id']]} for d in documents])
    gold, found = {}, {}
    for d in documents:
        at = bare(d['text'])
        end = at[d['sents'][min(MEANTIME_SENTENCES, len(d['sents'])) - 1][1]]
        marked = [(at[t['spans'][0][0]], at[t['spans'][-1][1]], t['value']) for t in d['times'] if t['spans']]
        gold[d['id']] = [spans.item([b, e], None, v) for b, e, v in marked if b < end]
        at = bare(system[d['id']]['document']['text'])
        given = [(at[t['words'][0]], at[t['words'][1]], t['value']) for t in system[d['id']]['times']]
        found[d['id']] = [spans.item([b, e], None, v) for b, e, v in given if b < end]
    value, partial, exact = (spans.score(gold, found, fit) for fit in (spans.right_time, spans.partial, spans.exact))
    return [Row('MEANTIME dev', 'TIMEX3 span and value F1', value.f1, .75,
                f'P {value.p:.3f} R {value.r:.3f}, spans {partial.f1:.3f}, exact {exact.f1:.3f}')]


def gum_value(time):
    """The value of a GUM date as one string; None for mere bounds."""
    if 'when' in time:
        return time['when']
    return time['from'] + '/' + time['to'] if 'from' in time and 'to' in time else None


def same_gum(spans, value, time):
    if spans.same_time(value, time['value']):
        return True
    days = time['from'] + '/' + time['to'] if time.get('from') and time.get('to') else None
    if days and spans.same_time(value, days):
        return True
    clock = re.fullmatch(r'(\d\d:\d\d)(:00)?', value)
    if clock:
        return 'T' + clock[1] in time['value']
    # GUM gives the day of "this morning", annalist the part of the day too.
    return len(value) >= 10 and value.split('T')[0] == time['value'].split('T')[0]


def gum(lab):
    spans = lab.tool('score_spans')
    documents = lab.pack('times_gum', 'dev.open.jsonl.zst')
    system = lab.code([{'id': d['id'], 'text': paragraphs(d['text']), 'date': d['dateCreated']} for d in documents])
    total = found = right = 0
    for d in documents:
        here, there = bare(d['text']), bare(system[d['id']]['document']['text'])
        for t in d['times']:
            value = gum_value(t)
            if value is None:
                continue
            b, e = here[t['s']], here[t['e']]
            hits = [x for x in system[d['id']]['times'] if there[x['words'][0]] < e and b < there[x['words'][1]]]
            total += 1
            found += bool(hits)
            right += any(same_gum(spans, value, x) for x in hits)
    return [Row('GUM dates dev open', 'value accuracy', right / max(1, total), None, f'{total} marked, {found / max(1, total):.3f} found')]


def same_days(gold, value, begin, end):
    """Its ranges end on the day after the last; "from 2014 to 2018" ends where 2018 begins; what lies ahead begins tomorrow."""
    day = datetime.timedelta(1)
    first, after = (datetime.date.fromisoformat(gold[k][:10]) if k in gold else None for k in ('start', 'end'))
    if after is None:
        return first in (begin, end + day)      # since, after
    last = value.partition('/')[2]
    ends = after in (end, end + day) or re.fullmatch(r'\d{4}(-\d\d)?', last) and after.isoformat().startswith(last)
    if first is None:
        return after in (begin, end + day)      # before, until
    return bool(ends) and (first == begin or value.startswith('P') and first == begin + day)


def same_recognized(kind, gold, time):
    """Whether a TIMEX is what Recognizers-Text resolves."""
    timex = gold.get('timex', '')
    if timex == time['value']:
        return True
    begin, end = ((datetime.date.fromisoformat(time[k][:10]) if time.get(k) else None) for k in ('from', 'to'))
    if kind == 'date':
        return gold.get('value') == time['value']
    if kind == 'daterange' and begin and end:
        return same_days(gold, time['value'], begin, end)
    if kind in ('time', 'timerange', 'datetimerange'):
        return 'T' in timex and (time['value'].endswith(timex) or time['value'].endswith(timex + ':00'))
    if kind == 'datetime':
        return gold.get('value', '').replace(' ', 'T')[:16] == time['value'][:16]
    return False


def recognizers(lab):
    """Sentences with one time that has one value."""
    rows = [r for r in lab.pack('times_recognizers', 'train.jsonl.zst') if r['kind'] == 'datetime' and len(r['spans']) == 1]
    rows = [r for r in rows if len(r['spans'][0]['resolution'].get('values') or []) == 1 and r['text'].strip() and r['ref']]
    system = lab.code([{'id': str(i), 'text': re.sub(r'\s', ' ', r['text']), 'date': r['ref'][:10]} for i, r in enumerate(rows)])
    right = dates = right_dates = 0
    for i, r in enumerate(rows):
        span = r['spans'][0]
        kind = span['type'].split('.')[-1]
        hits = [t for t in system[str(i)]['times'] if t['words'][0] < span['e'] and span['s'] < t['words'][1]]
        ok = any(same_recognized(kind, span['resolution']['values'][0], t) for t in hits)
        right += ok
        if kind in ('date', 'daterange'):
            dates, right_dates = dates + 1, right_dates + ok
    return [Row('Recognizers-Text', 'value accuracy', right / max(1, len(rows)), .85,
                f'{len(rows)} sentences; dates and ranges {right_dates / max(1, dates):.3f} of {dates}')]
