#!/usr/bin/env python3
"""Tests of the scores' own logic, without data or program: python3 eval/test_eval.py"""
import os
import sys
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import amounts
import common
import coref
import corefud
import entities
import events
import heads
import reliability
import run
import times


class Positions(unittest.TestCase):
    def test_white_space_counts_nothing(self):
        self.assertEqual(common.bare('a b\n\nc'), [0, 1, 1, 2, 2, 2, 3])

    def test_a_span_lands_on_the_same_characters(self):
        one, other = 'on 5 May\nhe left', 'on 5 May\n\nhe  left'
        self.assertEqual(common.bare(one)[one.index('left')], common.bare(other)[other.index('left')])

    def test_conllu_is_cut_at_documents(self):
        parts = common.split_conllu('# newdoc id = a\n1\tx\n\n# newdoc id = b\n1\ty\n\n')
        self.assertEqual(list(parts), ['a', 'b'])
        self.assertIn('y', parts['b'])
        self.assertNotIn('y', parts['a'])

    def test_f1(self):
        self.assertEqual(common.f1(0, 0, 5), (0.0, 0.0, 0.0))
        self.assertAlmostEqual(common.f1(2, 4, 3)[2], 4 / 7)


class Entities(unittest.TestCase):
    def test_overlap_is_one_to_one_and_of_one_kind(self):
        gold = {(0, 4, 'PER'), (5, 9, 'PER')}
        self.assertEqual(entities.overlap(gold, {(0, 9, 'PER')}), 1)
        self.assertEqual(entities.overlap(gold, {(0, 4, 'ORG')}), 0)

    def test_only_names_count(self):
        document = {'document': {'text': 'He met Ann'}, 'mentions': [
            {'words': [0, 2], 'kind': 'person', 'how': 'pronoun'}, {'words': [7, 10], 'kind': 'person', 'how': 'name'}]}
        self.assertEqual(entities.names(document), {(5, 8, 'PER')})


class Amounts(unittest.TestCase):
    SENTENCE = {'Two men paid $5.': [('Two men', '2', 'persons', ''), ('$5', '5', 'USD', '')]}

    def amount(self, begin, end, value, unit, low=None, high=None, per=None):
        return {'words': [begin, end], 'value': value, 'low': low, 'high': high, 'unit': unit, 'per': per}

    def test_right_wrong_and_extra(self):
        found = [self.amount(0, 7, 2, 'persons'), self.amount(13, 15, 6, 'USD'), self.amount(8, 12, 1, 'x')]
        self.assertEqual(amounts.score(self.SENTENCE, {'Two men paid $5.': found}), (1, 2, 1))

    def test_nothing_found(self):
        self.assertEqual(amounts.score(self.SENTENCE, {}), (0, 2, 0))

    def test_bounds(self):
        self.assertTrue(amounts.same_value('20..', self.amount(0, 1, None, 'x', low=20)))
        self.assertFalse(amounts.same_value('20..', self.amount(0, 1, 20, 'x', low=20)))
        self.assertFalse(amounts.same_value('20', self.amount(0, 1, None, 'x', low=20)))
        self.assertTrue(amounts.same_value('0.50', self.amount(0, 1, '0.5', 'x')))

    def test_the_set_is_well_formed(self):
        folder = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'money')
        sentences = amounts.read_sets([os.path.join(folder, f) for f in sorted(os.listdir(folder)) if f.endswith('.tsv')])
        self.assertGreaterEqual(sum(map(len, sentences.values())), 150)
        for sentence, marked in sentences.items():
            for words, value, unit, per in marked:
                self.assertIn(words, sentence)
                self.assertTrue(unit and value)
                self.assertIn(per, ('', 'day', 'week', 'month', 'year'))


class Coreference(unittest.TestCase):
    WORDS = [('1-2', "Ida's", '_'), ('1', 'Ida', 'Entity=(e1-person-1(e2-other-3'), ('2', "'s", 'Entity=e1)'), ('3', 'boat', 'Entity=e2)'),
             ('4', 'leaks', '_')]

    def lines(self):
        yield '# newdoc id = a'
        for number, form, misc in self.WORDS:
            yield '\t'.join([number, form] + ['_'] * 7 + [misc])
        yield ''
        yield '\t'.join(['1', 'It'] + ['_'] * 7 + ['Entity=(e2-other-1)'])
        yield ''

    def test_brackets_become_chains(self):
        text, chains = corefud.read_chains(self.lines())['a']
        self.assertEqual(text, "Ida'sboatleaksIt")
        self.assertEqual(chains, [[(0, 5)], [(0, 9), (14, 16)]])
        self.assertEqual(coref.several(chains), [[(0, 9), (14, 16)]])

    def test_words_that_do_not_add_up_share_their_surface(self):
        spans, surface = corefud.word_spans([['1-2', 'wanna'], ['1', 'want'], ['2', 'to'], ['3', 'go']])
        self.assertEqual((spans, surface), ([(0, 5), (0, 5), (5, 7)], 'wannago'))

    def test_measures_by_hand(self):
        # Two chains marked, one given that mixes them: one link of three is there.
        key = [[(0, 1), (2, 3), (4, 5)], [(6, 7), (8, 9)]]
        given = [[(0, 1), (2, 3), (6, 7)]]
        self.assertEqual(coref.muc(key, given), (1, 3))
        right, total = coref.b_cubed(key, given)
        self.assertAlmostEqual(right / total, (2 / 3 + 2 / 3 + 1 / 2) / 5)
        self.assertAlmostEqual(coref.ceaf_e(key, given), 2 * 2 / 6)


class Reliability(unittest.TestCase):
    def test_bins_hold_every_event_once(self):
        pairs = [(0.0, False), (0.5, True), (0.55, False), (1.0, True)]
        self.assertEqual([(low, n, share) for low, _, n, _, share in reliability.bins(pairs)], [(0.0, 1, 0.0), (0.5, 2, 0.5), (0.9, 1, 1.0)])

    def test_calibration_error(self):
        self.assertAlmostEqual(reliability.calibration_error([(1.0, True), (1.0, False)]), 0.5)
        self.assertAlmostEqual(reliability.calibration_error([(0.5, True), (0.5, False)]), 0.0)

    def test_other_events_of_a_text_are_set_aside(self):
        document = {'document': {'text': 'He met and fought'}}
        event = {'type': 'ASSAULT', 'trigger': [11, 17]}
        self.assertFalse(reliability.touches({'type': 'CONSULT', 'trigger': 'met'}, document, event))
        self.assertTrue(reliability.touches({'type': 'CONSULT', 'trigger': 'fought'}, document, event))


class Times(unittest.TestCase):
    def test_gum_values(self):
        self.assertEqual(times.gum_value({'when': '2015'}), '2015')
        self.assertEqual(times.gum_value({'from': '2015', 'to': '2016'}), '2015/2016')
        self.assertIsNone(times.gum_value({'notBefore': '2015'}))

    def recognized(self, kind, gold, time, text='', others=()):
        return times.same_recognized(kind, gold, time, [time, *others], text)

    def test_recognized_ranges_end_a_day_later(self):
        gold = {'timex': '2019-W36', 'start': '2019-09-02', 'end': '2019-09-09'}
        self.assertTrue(self.recognized('daterange', gold, {'value': 'x', 'from': '2019-09-02', 'to': '2019-09-08'}))
        self.assertFalse(self.recognized('daterange', gold, {'value': 'x', 'from': '2019-09-01', 'to': '2019-09-08'}))
        self.assertFalse(self.recognized('date', {'value': '2019-09-02'}, {'value': '2019-09-03'}))

    def test_a_stretch_is_a_duration_and_its_anchor(self):
        gold = {'timex': '(2019-05-20,2019-06-03,P2W)', 'start': '2019-05-20', 'end': '2019-06-03'}
        day = {'value': '2019-05-20', 'from': '2019-05-20', 'to': '2019-05-20'}
        self.assertTrue(self.recognized('daterange', gold, {'value': 'P2W'}, others=[day]))
        self.assertFalse(self.recognized('daterange', gold, {'value': 'P2W'}))
        self.assertFalse(self.recognized('daterange', gold, {'value': 'P3W'}, others=[day]))

    def test_lengths(self):
        self.assertTrue(times.same_length('PT2H30M', 'PT2.5H'))
        self.assertTrue(times.same_length('P3D', 'PXD'))
        self.assertFalse(times.same_length('P3D', 'P2D'))
        self.assertFalse(times.same_length('2019', '2019'))

    def test_clock_ranges(self):
        gold = {'timex': '(T17,T18,PT1H)', 'start': '17:00:00', 'end': '18:00:00'}
        self.assertTrue(self.recognized('timerange', gold, {'value': '2019-05-20T17:00/2019-05-20T18:00'}))
        self.assertFalse(self.recognized('timerange', gold, {'value': '2019-05-20T17:00/2019-05-20T19:00'}))

    def test_gum_stretches(self):
        summer = {'w': 'summer of 2012', 'from': '2012-06', 'to': '2012-09'}
        self.assertTrue(times.same_stretch(summer, {'value': '2012-SU'}))
        self.assertFalse(times.same_stretch(summer, {'value': '2012-FA'}))
        self.assertEqual(times.padded('-400'), '-0400')


class Events(unittest.TestCase):
    DOCUMENT = {'document': {'text': 'Iran met Hamas'}, 'events': [
        {'type': 'CONSULT', 'cameo': '042', 'actors': [{'words': [0, 4], 'name': 'Iran', 'code': 'IRN'}],
         'recipients': [{'words': [9, 14], 'name': '', 'code': ''}]},
        {'type': 'REQUEST', 'cameo': '020', 'actors': [], 'recipients': []}]}

    def test_names_codes_and_unmarked(self):
        lines = events.predictions({'a': self.DOCUMENT}, events.UNMARKED)
        self.assertEqual(lines, [{'id': 'a', 'type': 'CONSULT', 'actors': ['Iran'], 'actor_codes': ['IRN'],
                                  'recipients': ['Hamas'], 'recipient_codes': []}])
        self.assertEqual(len(events.predictions({'a': self.DOCUMENT})), 2)


class Heads(unittest.TestCase):
    def test_pages_are_whole_and_named_once(self):
        pages = heads.read_pages()
        self.assertEqual(len(pages), len({p['name'] for p in pages}))
        for page in pages:
            self.assertEqual(page['html'].count('{{body}}'), 1, page['name'])
            self.assertRegex(page['date'], r'^\d{4}-\d\d-\d\d$')

    def test_each_field_is_counted(self):
        pages = [{'name': 'a', 'title': 'T', 'authors': ['A', 'B'], 'outlet': 'O', 'date': '2020-01-01'}]
        found = {'a': {'title': 'T', 'authors': ['B', 'A'], 'outlet': None, 'published': '2020-01-01'}}
        shares, wrong = heads.score(pages, found)
        self.assertEqual(shares, {'title': 1.0, 'authors': 0.0, 'outlet': 0.0, 'date': 1.0})
        self.assertEqual([w[1] for w in wrong], ['authors', 'outlet'])
        self.assertEqual(sum(heads.score(pages, {})[0].values()), 0)


class Table(unittest.TestCase):
    ROWS = [common.Row('set', 'F1', .5, .4, 'more'), common.Row('set', 'LAS', 81.0, 82), common.Row('set', 'x', None)]

    def test_verdicts(self):
        self.assertEqual([run.verdict(r) for r in self.ROWS], ['reached', 'below', ''])

    def test_both_forms_hold_every_row(self):
        self.assertEqual(len(run.plain(self.ROWS).split('\n')), 4)
        text = run.markdown(self.ROWS, [('uner', 'no data')], 'v')
        self.assertIn('| set | LAS | 81.00 | 82.00 | below |', text)
        self.assertIn('uner (no data)', text)

    def test_missing_data_is_skipped_with_the_reason(self):
        lab = common.Lab('/nowhere', '/nowhere/annalist')
        rows, skipped = run.measure(lab, ['uner', 'html_aeb'], open(os.devnull, 'w'))
        self.assertEqual((rows, [name for name, _ in skipped]), ([], ['uner', 'html_aeb']))


if __name__ == '__main__':
    unittest.main()
