import unittest
from collections import Counter, defaultdict

from lemma_lexicon import key, lexicon, morph


def table(rows):
    made = defaultdict(Counter)
    for form, lemma, count in rows:
        made[form, "NOUN", "Plur"][lemma] += count
    return made


class LemmaLexicon(unittest.TestCase):
    def test_key(self):
        self.assertEqual(key("Talks", "NOUN", "Number=Plur"), ("talks", "NOUN", "Plur"))
        self.assertEqual(key("Times", "PROPN", "Number=Plur"), ("Times", "PROPN", "Plur"))
        self.assertEqual(morph("VERB", "Tense=Past|VerbForm=Part"), "PartPast")
        for form, upos, feats in (("teh", "DET", "Typo=Yes"), ("'s", "PART", "_"), ("Western", "ADJ", "_"), ("B2", "NOUN", "_"), (".", "PUNCT", "_")):
            self.assertIsNone(key(form, upos, feats), form)

    def test_one_bank_decides(self):
        found = lexicon(table([("folks", "folks", 9), ("mice", "mouse", 1), ("odds", "odd", 1), ("cans", "can", 3)]),
                        table([("folks", "folk", 99), ("mice", "mouse", 1), ("odds", "odds", 1)]))
        self.assertEqual({form: lemma for (form, _, _), lemma in found.items()}, {"folks": "folks", "mice": "mouse", "cans": "can"})


if __name__ == "__main__":
    unittest.main()
