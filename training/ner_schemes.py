"""Four ways of marking entities, brought to one: BIO over person, organization, place, group, other.

Every reader gives for each word the tuple of labels that its data allows. A word with one label is taught it, with several
their sum, with none or all nothing. What a data set does not say is never guessed: UNER marks no groups and no other names, so
its O means "O, group or other"; MEANTIME marks the opening of an article alone, so a capitalised word without a mark is left out.

A span is a name alone: no article, no title, no possessive, the outermost name where names nest.
"""

import os

TYPES = ["person", "organization", "place", "group", "other"]
LABELS = ["O"] + [f"{part}-{kind}" for kind in TYPES for part in "BI"]
UNMARKED_IN_UNER = ("O", "B-group", "I-group", "B-other", "I-other")
CALENDAR = set("january february march april may june july august september october november december monday tuesday "
               "wednesday thursday friday saturday sunday jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed "
               "thu thur thurs fri sat sun am pm bc ad est gmt pst".split())
CONNECTORS = {"of", "the", "for", "and", "&", "-", "–", "de", "du", "la", "le", "al", "el", "bin", "ibn", "van", "von", "der", "den",
              "di", "da", "dos", "del", "in", "on", "'", "’", ".", "/", "to"}
PARTICLES = {"-", "–", "de", "du", "la", "le", "al", "el", "bin", "ibn", "bint", "abu", "ben", "van", "von", "der", "den", "di", "da",
             "dos", "del", "'", "’", ".", "ul", "ur", "as", "ash", "ad", "an", "az"}
FUNCTION_WORDS = set("i we you he she it they us me him her them our your his its their the this that these those who which".split())
SELDOM_PLACES = {"EU", "European Union", "UN", "United Nations", "NATO", "Congress", "Senate", "Pentagon", "White House", "Kremlin"}
_HERE = os.path.dirname(os.path.abspath(__file__))


def _lexicon(name):
    with open(os.path.join(_HERE, "lexicon", name), encoding="utf-8") as file:
        return {word for line in file if not line.startswith("#") for word in line.split()}


_PEOPLES = _lexicon("peoples.txt")
PEOPLES = _PEOPLES | {word + "s" for word in _PEOPLES}
LANGUAGE_LIKE = set("English French German Spanish Russian Chinese Japanese Italian Portuguese Dutch Polish Turkish Greek Korean "
                    "Persian Vietnamese Thai Tamil Swedish Danish Norwegian Finnish Kurdish Welsh Irish Czech Hungarian".split())
TITLES = _lexicon("titles.txt")


def is_title(word):
    return word.lower().rstrip(".") in TITLES


def is_capital(word):
    letters = [ch for ch in word if ch.isalpha()]
    return bool(letters) and any(ch.isupper() for ch in letters)


def is_address(word):
    """An e-mail or web address, which is nobody's name here."""
    return "@" in word and "." in word or word.lower().startswith(("http:", "https:", "www."))


def is_people(word):
    return word in PEOPLES or (word.isupper() and word.title() in PEOPLES)


def trim(words, begin, end, kind):
    """Take articles, titles, possessives and loose punctuation off a span; None where no name is left."""
    while begin < end and (words[begin].lower() in ("the", "a", "an", "its", "our", "their", "his", "her") or words[begin] in "\"“”‘'(,-"):
        begin += 1
    if kind == "person":
        if all(is_title(word) for word in words[begin:end]):
            return None
        last = max((i for i in range(begin, end) if is_title(words[i])), default=begin - 1)
        begin = last + 1 if last + 1 < end else begin + (last == begin and end > begin + 1)
    while begin < end and words[end - 1] in ("'s", "’s", "'", "’", ",", ".", '"', "”", ")", ";", ":"):
        end -= 1
    return (begin, end, kind) if begin < end and any(is_capital(w) or w[:1].isdigit() for w in words[begin:end]) else None


def name_like(words, begin, end, kind):
    """True where every word is capitalised, a number, or joins two that are."""
    if begin + 1 == end and (words[begin].lower() in FUNCTION_WORDS or words[begin].lower() in CALENDAR or is_title(words[begin])):
        return False
    if kind == "organization" and any(w.lower() in ("president", "minister", "envoy", "ambassador", "spokesman", "commander")
                                      for w in words[begin:end]):
        return False
    inner = PARTICLES if kind == "person" else CONNECTORS
    for i in range(begin, end):
        word = words[i]
        joins = begin < i < end - 1 and word.lower() in inner
        if not (is_capital(word) or joins or (i > begin and word.isdigit()) or (word.lower() in PARTICLES and i < end - 1)):
            return False
    return is_capital(words[begin]) or words[begin].lower() in PARTICLES


def outermost(spans):
    """The longest of overlapping spans; of equal ones place before organization before the rest."""
    rank = {"place": 0, "organization": 1, "person": 2, "group": 3, "other": 4, None: 5}
    chosen, taken = [], set()
    for begin, end, kind in sorted(spans, key=lambda s: (s[0] - s[1], rank[s[2]], s[0])):
        if not taken.intersection(range(begin, end)):
            chosen.append((begin, end, kind))
            taken.update(range(begin, end))
    return chosen


def fill(words, spans, free):
    """Allowed labels a word: those of its span, else free[i]. A span of kind None is masked."""
    allowed = list(free)
    for begin, end, kind in spans:
        for i in range(begin, end):
            allowed[i] = () if kind is None else (("B-" if i == begin else "I-") + kind,)
    covered = {i for begin, end, _ in spans for i in range(begin, end)}
    for i, word in enumerate(words):
        if i not in covered and is_people(word):
            alone = word in LANGUAGE_LIKE and (i + 1 == len(words) or not words[i + 1][:1].isalpha())
            allowed[i] = ("O", "B-group", "B-other") if alone else ("B-group",)
        elif i not in covered and ((word.lower().rstrip(".") in CALENDAR and allowed[i]) or is_address(word)):
            allowed[i] = ("O",)
    return allowed


def from_uner(sentence, entities):
    """UNER over the same words: entities are (begin word, end word, PER|ORG|LOC)."""
    words = sentence.words
    kinds = {"PER": "person", "ORG": "organization", "LOC": "place"}
    spans = outermost([s for s in (trim(words, b, e, kinds[t]) for b, e, t in entities if t in kinds)
                       if s and not is_address(words[s[0]])])
    starts = {begin for begin, _, kind in spans if kind == "person"}
    free = []
    for i, word in enumerate(words):
        name = sentence.upos[i] == "PROPN" or "ExtPos=PROPN" in sentence.feats[i]
        near = 0 < i < len(words) - 1 and is_capital(words[i - 1]) and is_capital(words[i + 1])
        title = is_title(word) and (i + 1 in starts or (i + 2 in starts and i + 1 < len(words) and is_title(words[i + 1])))
        open_class = sentence.upos[i] in ("NOUN", "ADJ", "ADP", "CCONJ", "DET", "PUNCT", "NUM", "X")
        inside = open_class and (near or (i > 0 and is_capital(word)))
        free.append(UNMARKED_IN_UNER if (name or inside) and not title else ("O",))
    return fill(words, spans, free)


def _head_of(sentence, begin, end):
    for i in range(begin, end):
        if not begin < sentence.heads[i] <= end:
            return i
    return begin


def _under(sentence, i, top, begin, end):
    """True where word i hangs below `top` inside the span without a conjunction, apposition or clause between."""
    for _ in range(end - begin):
        if i == top:
            return True
        if sentence.deprels[i].split(":")[0] in ("appos", "acl", "advcl", "parataxis", "list", "dep"):
            return False
        i = sentence.heads[i] - 1
        if not begin <= i < end:
            return False
    return False


def _proper(sentence, i):
    return sentence.upos[i] == "PROPN" or "ExtPos=PROPN" in sentence.feats[i]


def gum_name(sentence, begin, end, kind, wiki, named_heads):
    """The name at the head of a GUM mention, or None where its head is no name."""
    words, top = sentence.words, _head_of(sentence, begin, end)
    if not _proper(sentence, top):
        return None

    def belongs(i):
        if not begin <= i < end or not _under(sentence, i, top, begin, end):
            return False
        if sentence.deprels[i].startswith("conj") and i in named_heads and not wiki:
            return False
        if kind == "person":
            named = _proper(sentence, i) or (sentence.deprels[i] == "flat" and is_capital(words[i]))
            return named and sentence.deprels[i] not in ("nmod:desc", "nmod:poss")
        return ((is_capital(words[i]) or words[i].isdigit()) and sentence.upos[i] in ("PROPN", "ADJ", "NOUN", "VERB", "NUM", "X")
                and sentence.deprels[i] != "nmod:poss")

    inner = PARTICLES if kind == "person" else CONNECTORS
    left, right = top, top + 1
    while belongs(left - 1) or (begin < left - 1 and words[left - 1].lower() in inner and belongs(left - 2)):
        left -= 1
    while right < end:
        gap = 0
        while gap < 2 and right + gap < end and not belongs(right + gap) and words[right + gap].lower() in inner:
            gap += 1
        if not belongs(right + gap):
            break
        right += gap + 1
    return trim(words, left, right, kind)


def settle(words, span, places):
    """A name that UNER knows as a place is one here too, whatever part a country plays in its sentence."""
    begin, end, kind = span
    name = " ".join(words[begin:end])
    if kind in ("organization", "place") and name in SELDOM_PLACES:
        return begin, end, "organization"
    return (begin, end, "place") if kind == "organization" and name in places else span


def from_gum(sentence, mentions, places=frozenset()):
    """GUM mentions of one sentence: (begin, end, type, wikified)."""
    words = sentence.words
    kinds = {"person": "person", "place": "place", "organization": "organization", "event": "other", "object": "other",
             "abstract": "other"}
    heads = {_head_of(sentence, b, e) for b, e, t, _ in mentions if t in kinds}
    spans = []
    for begin, end, kind, wiki in mentions:
        if kind == "time":
            continue
        found = gum_name(sentence, begin, end, kinds.get(kind, "other"), wiki, heads)
        if not found:
            continue
        begin, end, name = found
        if begin + 1 == end and is_people(words[begin]):
            continue
        plural = name == "person" and "Number=Plur" in sentence.feats[_head_of(sentence, begin, end)]
        sure = kind in ("person", "place", "organization") or (wiki and kind in kinds)
        spans.append(settle(words, (begin, end, name if sure and not plural else None), places))
    spans = outermost(spans)
    timed = {i for b, e, t, _ in mentions if t == "time" for i in range(b, e)}
    starts = {begin for begin, _, kind in spans if kind == "person"}
    free = []
    for i, word in enumerate(words):
        capital = is_capital(word) and i > 0 and sentence.upos[i] in ("NOUN", "ADJ", "X", "NUM")
        title = is_title(word) and (i + 1 in starts or i + 2 in starts or i + 1 == len(words) or not is_capital(words[i + 1]))
        unsure = (_proper(sentence, i) and i not in timed) or capital
        free.append(() if unsure and not title else ("O",))
    return fill(words, spans, free)


def from_marks(words, marks, places=frozenset()):
    """re3d and MEANTIME: marks are (begin, end, kind or None); spans that are no names are masked."""
    spans, loose = [], set()
    for begin, end, kind in marks:
        found = trim(words, begin, end, kind)
        if not found:
            continue
        begin, end, _ = found
        nested = any(b >= begin and e <= end and e - b < end - begin for b, e, _ in marks)
        if kind and name_like(words, begin, end, kind) and not (nested and "and" in words[begin:end]):
            if not (begin + 1 == end and is_people(words[begin])):
                spans.append(settle(words, (begin, end, kind), places))
        else:
            loose.update(range(begin, end))
    starts = {begin for begin, _, kind in spans if kind == "person"}
    free = []
    for i, word in enumerate(words):
        near = 0 < i < len(words) - 1 and is_capital(words[i - 1]) and is_capital(words[i + 1]) and word.lower() in CONNECTORS
        title = is_title(word) and (i + 1 in starts or i + 2 in starts)
        free.append(("O",) if title or not (is_capital(word) or near) else ())
    return fill(words, outermost(spans), free)
