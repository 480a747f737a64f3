import unittest

from lemma_scripts import apply, make


class Scripts(unittest.TestCase):
    def test_round_trip(self):
        for form, lemma in [("talks", "talk"), ("Talks", "talk"), ("was", "be"), ("n't", "not"), ("IRAQ", "Iraq"), ("iran", "Iran"),
                            ("usa", "USA"), ("studies", "study"), ("Americans", "American"), ("better", "good"), ("unit", "unit"),
                            ("ΣΟΦΟΣ", "σοφος"), ("2,000", "2000")]:
            script = make(form, lemma)
            if script is not None:
                self.assertEqual(apply(script, form), lemma, (form, script))

    def test_shared_scripts(self):
        self.assertEqual(make("talks", "talk"), "l|0||1|")
        self.assertEqual(make("Talks", "talk"), make("talks", "talk"))
        self.assertEqual(make("Iraq", "Iraq"), "k|0||0|")
        self.assertEqual(make("IRAQ", "Iraq"), "t|0||0|")
        self.assertEqual(make("is", "be"), "=be")

    def test_unwritable(self):
        self.assertIsNone(make("x", "a|b"))
        self.assertIsNone(make("x", ""))

    def test_short_form_falls_back(self):
        self.assertEqual(apply("l|0||3|y", "Is"), "is")
        self.assertEqual(apply("l|0||1|", "S"), "s")


if __name__ == "__main__":
    unittest.main()
