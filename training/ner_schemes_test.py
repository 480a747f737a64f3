import unittest

from conllu import Sentence
from ner_schemes import UNMARKED_IN_UNER, from_gum, from_marks, from_uner, name_like, outermost, settle, trim


def sentence(text, upos, heads=None, deprels=None):
    words = text.split()
    count = len(words)
    return Sentence(words=words, upos=upos.split(), feats=["_"] * count, heads=heads or [0] * count,
                    deprels=(deprels or " ".join(["dep"] * count)).split())


class Spans(unittest.TestCase):
    def test_trim(self):
        words = "the President Ada Lund 's".split()
        self.assertEqual(trim(words, 0, 5, "person"), (2, 4, "person"))
        self.assertEqual(trim(words, 0, 1, "person"), None)
        self.assertEqual(trim("the Norland Bank".split(), 0, 3, "organization"), (1, 3, "organization"))

    def test_name_like(self):
        self.assertTrue(name_like("Bank of Norland".split(), 0, 3, "organization"))
        self.assertFalse(name_like("Norland officials".split(), 0, 2, "person"))
        self.assertFalse(name_like(["We"], 0, 1, "organization"))

    def test_outermost(self):
        self.assertEqual(outermost([(3, 4, "place"), (0, 4, "organization")]), [(0, 4, "organization")])

    def test_country_as_actor_is_a_place(self):
        self.assertEqual(settle(["Norland"], (0, 1, "organization"), {"Norland"}), (0, 1, "place"))


class Schemes(unittest.TestCase):
    def test_uner_leaves_groups_and_other_names_open(self):
        s = sentence("Lund quoted the Norland Treaty", "PROPN VERB DET PROPN PROPN")
        labels = from_uner(s, [(0, 1, "PER")])
        self.assertEqual(labels[0], ("B-person",))
        self.assertEqual(labels[1], ("O",))
        self.assertEqual(labels[3], UNMARKED_IN_UNER)

    def test_nationality_is_a_group(self):
        s = sentence("Iranian officials left", "ADJ NOUN VERB")
        self.assertEqual(from_uner(s, [])[0], ("B-group",))

    def test_gum_takes_the_name_from_a_longer_mention(self):
        s = sentence("the old city of Vienna", "DET ADJ NOUN ADP PROPN", [3, 3, 0, 5, 3], "det amod root case nmod")
        labels = from_gum(s, [(0, 5, "place", True), (4, 5, "place", True)])
        self.assertEqual(labels, [("O",), ("O",), ("O",), ("O",), ("B-place",)])

    def test_gum_joins_a_name_over_of(self):
        s = sentence("the University of Lund", "DET PROPN ADP PROPN", [2, 0, 4, 2], "det root case nmod")
        labels = from_gum(s, [(0, 4, "organization", True), (3, 4, "place", True)])
        self.assertEqual(labels, [("O",), ("B-organization",), ("I-organization",), ("I-organization",)])

    def test_marks_mask_what_is_no_name(self):
        labels = from_marks("the Norland service members saw Lund".split(), [(0, 4, "organization"), (1, 2, "place")])
        self.assertEqual(labels, [("O",), ("B-place",), ("O",), ("O",), ("O",), ()])


if __name__ == "__main__":
    unittest.main()
