import unittest

import conllu


class Names(unittest.TestCase):
    def tags(self, *columns):
        return [tag for (tag,) in conllu.names(columns)]

    def test_brackets(self):
        self.assertEqual(self.tags("(e1-place-1--name:place)", "", "(e2-person-1--name:person", "e2)"),
                         ["B-place", "O", "B-person", "I-person"])

    def test_a_name_inside_its_mention(self):
        self.assertEqual(self.tags("", "(e3-person-1-2,3-name:person", "", "", "(e4-place-1--name:place)e3)"),
                         ["O", "O", "B-person", "I-person", "B-place"])

    def test_mentions_without_a_name(self):
        self.assertEqual(self.tags("(e3-person-1)", "(e3-person-2", "(e4-group-1)", "e3)", ""), ["O"] * 5)

    def test_none(self):
        self.assertEqual(self.tags(), [])


if __name__ == "__main__":
    unittest.main()
