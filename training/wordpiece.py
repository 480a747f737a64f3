"""BERT's uncased tokenizer for words that are already tokens, and the case class of a token."""

import unicodedata

CASE_CLASSES = ["other", "lower", "title", "upper", "mixed", "digit"]


def case_class(token):
    """Index into CASE_CLASSES; letters alone count, a single upper-case letter is "title"."""
    if any("0" <= ch <= "9" for ch in token):
        return 5
    letters = [ch for ch in token if ch.isalpha()]
    if not letters:
        return 0
    upper = [ch.isupper() or ch.istitle() for ch in letters]
    if not any(upper):
        return 1
    if upper[0] and not any(upper[1:]):
        return 2
    return 3 if all(upper) else 4


def _is_punctuation(ch):
    code = ord(ch)
    if 33 <= code <= 47 or 58 <= code <= 64 or 91 <= code <= 96 or 123 <= code <= 126:
        return True
    return unicodedata.category(ch).startswith("P")


def _is_cjk(ch):
    code = ord(ch)
    return (0x4E00 <= code <= 0x9FFF or 0x3400 <= code <= 0x4DBF or 0x20000 <= code <= 0x2A6DF
            or 0x2A700 <= code <= 0x2B81F or 0x2B820 <= code <= 0x2CEAF or 0xF900 <= code <= 0xFAFF
            or 0x2F800 <= code <= 0x2FA1F)


def basic_tokens(text):
    """Lower-case, NFD, drop Mn and control characters, part at white space, punctuation and CJK."""
    parts, current = [], ""
    for ch in unicodedata.normalize("NFD", text.lower()):
        category = unicodedata.category(ch)
        if ch in " \t\n\r" or category == "Zs":
            parts, current = parts + [current], ""
        elif category == "Mn" or category.startswith("C") or ch == "\ufffd":
            continue
        elif _is_punctuation(ch) or _is_cjk(ch):
            parts, current = parts + [current, ch], ""
        else:
            current += ch
    return [part for part in parts + [current] if part]


class WordPiece:
    def __init__(self, pieces):
        self.pieces = pieces
        self.ids = {piece: i for i, piece in enumerate(pieces)}
        self.cls, self.sep, self.unk = self.ids["[CLS]"], self.ids["[SEP]"], self.ids["[UNK]"]
        self._cache = {}

    @classmethod
    def from_file(cls, path):
        with open(path, encoding="utf-8") as file:
            return cls([line.rstrip("\n") for line in file])

    def _greedy(self, part):
        if len(part) > 100:
            return [self.unk]
        found, begin = [], 0
        while begin < len(part):
            end = len(part)
            while end > begin:
                piece = ("##" if begin else "") + part[begin:end]
                if piece in self.ids:
                    break
                end -= 1
            if end == begin:
                return [self.unk]
            found.append(self.ids[piece])
            begin = end
        return found

    def token(self, text):
        """Piece ids of one token; never empty."""
        known = self._cache.get(text)
        if known is None:
            known = [i for part in basic_tokens(text) for i in self._greedy(part)] or [self.unk]
            self._cache[text] = known
        return known

    def sentence(self, words):
        """-> piece ids with [CLS] and [SEP], case class of each piece, index of each word's first piece."""
        pieces, cases, first = [self.cls], [0], []
        for word in words:
            ids = self.token(word)
            first.append(len(pieces))
            pieces += ids
            cases += [case_class(word)] * len(ids)
        return pieces + [self.sep], cases + [0], first
