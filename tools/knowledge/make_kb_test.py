#!/usr/bin/env python3
"""Tests of make_kb.py: python3 tools/knowledge/make_kb_test.py"""
import unittest

from make_kb import aliases_of, merge_terms, term_lines
from role_titles import role_of_title


class RoleTitles(unittest.TestCase):
    def test_titles(self):
        rows = [
            ("Minister of Foreign Affairs", "IRN", "minister.foreign"),
            ("United States Secretary of State", "USA", "minister.foreign"),
            ("Prime Minister of the United Kingdom", "GBR", "prime-minister"),
            ("Premier of Quebec", "CAN", "governor"),
            ("Governor of Minnesota", "USA", "governor"),
            ("Minister of Finance of Catalonia", "ESP", "cabinet-minister"),
            ("President of the Senate", "FRA", "speaker.parliament"),
            ("ambassador to Hungary", "IRQ", "ambassador"),
            ("Permanent Representative to the United Nations", "RUS", "ambassador.un"),
            ("Lord of the Treasury", "GBR", "official"),
        ]
        for title, country, role in rows:
            self.assertEqual(role_of_title(title, country), role, title)


class Terms(unittest.TestCase):
    def test_overlapping_terms_become_one(self):
        self.assertEqual(merge_terms([("2001", "2005", False), ("2004", "2008", False)]), [("2001", "2008", False)])
        self.assertEqual(merge_terms([("2001", "2005", False), ("2007", "", True)]), [("2001", "2005", False), ("2007", "", True)])

    def test_an_open_term_says_when_it_was_checked_and_ends_with_death(self):
        role = {"role": "President", "of": "IRN", "from": "2019-01-01", "cls": "office"}
        self.assertEqual(term_lines({"roles": [role]}, {"IRN"}), ["  role president IRN 2019-01-01..? asof 2022-07\n"])
        self.assertEqual(term_lines({"roles": [role], "died": "2020-05-01"}, {"IRN"}), ["  role president IRN 2019-01-01..2020-05-01\n"])

    def test_malformed_dates_are_left_out(self):
        self.assertEqual(term_lines({"roles": [{"role": "President", "of": "IRN", "from": "2014s", "cls": "office"}]}, {"IRN"}), [])


class Names(unittest.TestCase):
    def test_titles_single_words_and_other_scripts_are_no_aliases(self):
        names = ["Sergey Lavrov", "Lavrov", "Foreign Minister Sergey V. Lavrov", "Sergei Lavrov", "Сергей Лавров", "SERGEY LAVROV"]
        self.assertEqual(aliases_of(names), ("Sergey Lavrov", ["Sergei Lavrov"]))


if __name__ == "__main__":
    unittest.main()
