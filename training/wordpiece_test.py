import unittest

from wordpiece import CASE_CLASSES, WordPiece, basic_tokens, case_class


class CaseClass(unittest.TestCase):
    def test_classes(self):
        for token, expected in [("talks", "lower"), ("Iran", "title"), ("I", "title"), ("U.S.", "upper"), ("UN", "upper"),
                                ("McCain", "mixed"), ("iPhone", "mixed"), ("$", "other"), ("--", "other"), ("2019", "digit"),
                                ("F-16", "digit"), ("n't", "lower"), ("Élysée", "title"), ("'s", "lower")]:
            self.assertEqual(CASE_CLASSES[case_class(token)], expected, token)


class Pieces(unittest.TestCase):
    wordpiece = WordPiece(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "hav", "##ana", "lodz", "-", "al", "'", "s", "[", "un"])

    def test_basic_tokens(self):
        self.assertEqual(basic_tokens("Côte-d'Or"), ["cote", "-", "d", "'", "or"])
        self.assertEqual(basic_tokens("中国x"), ["中", "国", "x"])
        self.assertEqual(basic_tokens("a\u200bb"), ["ab"])

    def test_greedy_and_unknown(self):
        self.assertEqual(self.wordpiece.token("Havana"), [4, 5])
        self.assertEqual(self.wordpiece.token("Havanaz"), [1])
        self.assertEqual(self.wordpiece.token("\u0301"), [1])

    def test_first_pieces(self):
        pieces, cases, first = self.wordpiece.sentence(["Havana", "'s", "UN"])
        self.assertEqual(pieces, [2, 4, 5, 9, 10, 12, 3])
        self.assertEqual(cases, [0, 2, 2, 1, 1, 3, 0])
        self.assertEqual(first, [1, 3, 5])


if __name__ == "__main__":
    unittest.main()
