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
    return [Row('MEANTIME dev', 'TIMEX3 span and value F1', value.f1, .80,
                f'P {value.p:.3f} R {value.r:.3f}, spans {partial.f1:.3f}, exact {exact.f1:.3f}')]


def gum_value(time):
    """The value of a GUM date as one string; None for mere bounds."""
    if 'when' in time:
        return time['when']
    return time['from'] + '/' + time['to'] if 'from' in time and 'to' in time else None


SEASONS = {'SP': ('03', '06'), 'SU': ('06', '09'), 'FA': ('09', '12'), 'WI': ('12', '03')}


def near(a, b):
    return abs((datetime.date.fromisoformat(a[:10]) - datetime.date.fromisoformat(b[:10])).days) <= 1


def same_stretch(marked, time):
    """GUM's from and to against TIMEX3 values that hold the same: a season ends in the month after its last, a week may begin on
    Sunday, "the past three years" begin the day after the one three years ago, "early" and "late" decades are a part of them."""
    first, last, value, words = marked['from'], marked['to'], time['value'], marked['w'].lower()
    year, _, season = value.partition('-')
    if season in SEASONS:
        begin, end = SEASONS[season]
        if year == 'XXXX':
            return (first, last) == ('--' + begin, '--' + end)
        return (first, last) == (f'{year}-{begin}', f'{int(year) + (season == "WI")}-{end}')
    if not time.get('from') or not all(re.fullmatch(r'\d{4}-\d\d-\d\d', x) for x in (first, last)):
        return False
    if value.startswith('P'):
        return near(first, time['from']) and near(last, time['to'])
    if re.fullmatch(r'\d{4}-W\d\d', value):
        return near(first, time['from']) and near(last, time['to'])
    return bool(re.search(r'\b(early|mid|late)\b', words)) and time['from'] <= first <= last <= time['to']


def padded(value):
    """Years of four digits: GUM writes -400 and 900 too."""
    return re.sub(r'^(-?)(\d{1,3})(?=-|$)', lambda m: m[1] + m[2].zfill(4), value)


def same_gum(spans, value, time, marked):
    if spans.same_time(padded(value), time['value']):
        return True
    days = time['from'] + '/' + time['to'] if time.get('from') and time.get('to') else None
    if days and spans.same_time(value, days):
        return True
    if 'when' not in marked:
        return same_stretch(marked, time)
    words = marked['w'].lower()
    if re.search(r'\bend\b', words) and time.get('to') == value:
        return True         # the year with mod END to TIMEX3, its last day to GUM
    if re.search(r'\b(years?|months?)\b.*\b(ago|later|earlier)\b', words) and re.fullmatch(r'\d{4}(-\d\d)?', time['value']):
        return value.startswith(time['value'])      # TIMEX3 is as fine as the unit that is counted with
    clock = re.fullmatch(r'(\d\d:\d\d)(:00)?', value)
    if clock:
        return 'T' + clock[1] in time['value'].replace('T24', 'T00')
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
            right += any(same_gum(spans, value, x, t) for x in hits)
    return [Row('GUM dates dev open', 'value accuracy', right / max(1, total), .80, f'{total} marked, {found / max(1, total):.3f} found')]


def same_days(gold, value, begin, end, starts):
    """Its ranges end on the day after the last; "from 2014 to 2018" ends where 2018 begins; what lies ahead begins tomorrow."""
    day = datetime.timedelta(1)
    first, after = (datetime.date.fromisoformat(gold[k][:10]) if k in gold else None for k in ('start', 'end'))
    if after is None:
        return first in (begin, end + day)      # since, after
    last = value.partition('/')[2]
    ends = after in (end, end + day) or last and after in starts
    if first is None:
        return after in (begin, end + day)      # before, until
    return bool(ends) and (first == begin or value.startswith('P') and first == begin + day)


SECONDS = {'Y': 31536000, 'W': 604800, 'D': 86400, 'H': 3600, 'M': 2592000, 'TM': 60, 'S': 1}


def length(value):
    """Seconds of a duration's value, None for others and for those with X; its working days are days."""
    if not re.fullmatch(r'P(\d[\d.]*(BD|[YMWD]))*(T(\d[\d.]*[HMS])*)?', value):
        return None
    days, _, clock = value[1:].replace('BD', 'D').partition('T')
    parts = [(n, u) for n, u in re.findall(r'([\d.]+)([YMWD])', days)]
    parts += [(n, 'TM' if u == 'M' else u) for n, u in re.findall(r'([\d.]+)([HMS])', clock)]
    return sum(float(n) * SECONDS[u] for n, u in parts)


def same_length(gold, value):
    """A vague "few" or "several" is three to it, and X to TIMEX3."""
    return length(gold) is not None and length(gold) == length(value) or 'X' in value and gold == value.replace('X', '3')


def often(value):
    """A set in one of both forms: TIMEX3 writes the day's place, it leaves it out; weekends are P1WE to it."""
    value = value.replace('XXXX-WXX-WE', 'P1WE').replace('XXXX-WXX-WD', 'P1WD').replace('XXXX-XX-XXT', 'T')
    return re.sub(r':00$', '', value)


def clock(value):
    """HH:MM of a value's time of day, None where it has none in figures."""
    found = re.search(r'T(\d\d:\d\d)', value)
    return found and found[1].replace('24:', '00:')


def same_clocks(gold, value):
    """The two ends of a stretch of hours."""
    first, _, last = value.partition('/')
    if not last or not clock(first) or not clock(last):
        return False
    ends = [(gold.get(k) or '').rpartition(' ') for k in ('start', 'end')]
    return all(g[2][:5] == clock(v) and g[0] in ('', v[:10]) for g, v in zip(ends, (first, last)))


def anchored(gold, time, times):
    """A stretch is a duration to TIMEX3 (with beginPoint or endPoint), its other end an expression of its own: "two weeks from 20 May"."""
    pieces = gold.get('timex', '').strip('()').split(',')
    if len(pieces) != 3 or not same_length(pieces[2], time['value']):
        return False
    start = gold.get('start', '')
    others = [t for t in times if t is not time and not t['value'].startswith('P')]
    return bool(time.get('from')) or any(t.get('from') == start[:10] and (not clock(t['value']) or clock(t['value']) == start[11:16])
                                         or clock(t['value']) == start[:5] for t in others)


def coarser(gold, text, value):
    """TIMEX3 is as fine as the unit that is counted with: "in two months" is a month, "five minutes later" this very day of an
    article that has a date and no clock; "the end of the day" is the day (with mod END), not its last second."""
    day = gold.get('value', '')[:10]
    if re.search(r'\b(months?|years?|decades?)\b', text):
        return re.fullmatch(r'\d{4}(-\d\d)?', value) is not None and day.startswith(value)
    return value[:10] == day and re.search(r'\b(end|eod|minutes?|mins?|hours?|hrs?|seconds?)\b', text) is not None


def same_recognized(kind, gold, time, times, text):
    """Whether a TIMEX is what Recognizers-Text resolves; where the two standards differ, TIMEX3's own value is right."""
    timex, value = gold.get('timex') or '', time['value']
    if timex == value or value == 'PRESENT_REF' == timex:
        return True
    begin, end = ((datetime.date.fromisoformat(time[k][:10]) if time.get(k) else None) for k in ('from', 'to'))
    if kind in ('date', 'datetime') and coarser(gold, text, value):
        return True
    if kind == 'date':
        return gold.get('value') == value
    if kind.endswith('range') and (anchored(gold, time, times) or same_clocks(gold, value)):
        return True
    if kind == 'datetimerange' and text.startswith('within') and same_length(timex.strip('()').split(',')[-1], value):
        return True         # counted from a clock that an article does not have
    if 'range' in kind and gold.get('Mod') and clock(value):
        bound = (gold.get('start') or gold.get('end') or '').rpartition(' ')    # "before 4 pm": the bound is the expression
        return bound[2][:5] == clock(value) and bound[0] in ('', value[:10])
    if kind == 'daterange' and begin and end:
        starts = {datetime.date.fromisoformat(t['from'][:10]) for t in times if t.get('from')}
        return same_days(gold, value, begin, end, starts)
    if kind == 'duration':
        return same_length(timex, value)
    if kind == 'set':
        return often(timex) == often(value)
    if kind == 'time':
        return clock(value) == (gold.get('value') or '-')[:5]
    if kind in ('timerange', 'datetimerange'):
        return 'T' in timex and value.endswith(timex)
    return kind == 'datetime' and (gold.get('value') or '').replace(' ', 'T')[:16] == value[:16].replace('T24', 'T00')


def right_recognized(kind, span, times):
    """Whether one of the TIMEXes at the span's place is right; a day that no calendar has ("30 February") has none with days."""
    gold = span['resolution']['values'][0]
    hits = [t for t in times if t['words'][0] < span['e'] and span['s'] < t['words'][1]]
    if kind == 'date' and gold.get('value') == 'not resolved':
        return not any(t.get('from') for t in hits)
    return any(same_recognized(kind, gold, t, hits, span['w'].lower()) for t in hits)


def recognizers(lab):
    """Sentences with one time that has one value."""
    rows = [r for r in lab.pack('times_recognizers', 'train.jsonl.zst') if r['kind'] == 'datetime' and len(r['spans']) == 1]
    rows = [r for r in rows if len(r['spans'][0]['resolution'].get('values') or []) == 1 and r['text'].strip() and r['ref']]
    system = lab.code([{'id': str(i), 'text': re.sub(r'\s', ' ', r['text']), 'date': r['ref'][:10]} for i, r in enumerate(rows)])
    right = dates = right_dates = 0
    for i, r in enumerate(rows):
        span = r['spans'][0]
        kind = span['type'].split('.')[-1]
        ok = right_recognized(kind, span, system[str(i)]['times'])
        right += ok
        if kind in ('date', 'daterange'):
            dates, right_dates = dates + 1, right_dates + ok
    return [Row('Recognizers-Text', 'value accuracy', right / max(1, len(rows)), .90,
                f'{len(rows)} sentences; dates and ranges {right_dates / max(1, dates):.3f} of {dates}')]
