#!/usr/bin/env python3
"""Tests of make_kb.py: python3 tools/knowledge/make_kb_test.py"""
import gzip
import json
import tempfile
import unittest
from pathlib import Path

from make_kb import aliases_of, large_places, merge_terms, outlets, term_lines
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


class Outlets(unittest.TestCase):
    def test_a_large_place_keeps_its_name(self):
        rows = ["1\tHavik City\t\t1\t1\tNO\t1\t\t2000000\tP", "adm1:NO.1\tGreat Norland\t\t1\t1\tNO\t\t\t0\tA",
                "2\tOster\t\t1\t1\tNO\t2\t\t9000\tP"]
        papers = [{"domain": "gn.example", "names": ["Great Norland"]}, {"domain": "os.example", "names": ["Oster", "Havik City"]}]
        with tempfile.TemporaryDirectory() as folder:
            towns, listed = Path(folder) / "places.gz", Path(folder) / "outlets.gz"
            with gzip.open(towns, "wt", encoding="utf-8") as file:
                file.write("\n".join(["header"] + rows) + "\n")
            with gzip.open(listed, "wt", encoding="utf-8") as file:
                file.write("".join(json.dumps({**paper, "source": ["fundus"]}) + "\n" for paper in papers))
            found = outlets(listed, (set(), set()), {}, large_places(towns))
        self.assertEqual([block for _, block in found], ["outlet gn.example\n  name gn.example\n", "outlet os.example\n  name Oster\n"])


if __name__ == "__main__":
    unittest.main()
