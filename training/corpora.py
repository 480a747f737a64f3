"""The packs, read into sentences: parses from EWT and GUM, entities from UNER, GUM, re3d and MEANTIME."""

import json
import re
from collections import defaultdict

import conllu
import ner_schemes
from conllu import Sentence

_TOKEN = re.compile(r"(?:[A-Z]\.)+|(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Sen|Gov|St|No)\.|['’]s\b|\d+(?:[.,:]\d+)*|\w+|[^\w\s]")
_KINDS = {"Organisation": "organization", "Person": "person", "Location": "place", "Nationality": "group",
          "PER": "person", "ORG": "organization", "LOC": "place", "PRO": "other"}


def json_lines(path):
    return [json.loads(line) for line in conllu.lines_of(path)]


def character_spans(sentence):
    """Begin and end of each word in the sentence's text (words of a multiword token lie side by side)."""
    spans, at = [], 0
    for word, space in zip(sentence.words, sentence.space_after):
        spans.append((at, at + len(word)))
        at += len(word) + space
    return spans


def ewt(data, part, with_entities=True):
    sentences = conllu.read(f"{data}/ud_ewt/{part}.conllu.zst")
    marked = {d["id"]: d for d in json_lines(f"{data}/ner_uner_ewt/{part}.jsonl.zst")} if with_entities else {}
    judged = {d["id"]: d["events"] for d in json_lines(f"{data}/fact_uds/{part}.jsonl.zst")} if with_entities else {}
    for sentence in sentences:
        sentence.facts = factuality(sentence, judged.get(sentence.id, ()))
        record = marked.get(sentence.id)
        if record is None or len(record["toks"]) != len(sentence.words):
            sentence.ner = [()] * len(sentence.words)
            continue
        begins = {b: i for i, (b, _) in enumerate(record["toks"])}
        ends = {e: i + 1 for i, (_, e) in enumerate(record["toks"])}
        sentence.entities = [(begins[b], ends[e], t) for b, e, t in record["ents"] if b in begins and e in ends]
        sentence.ner = ner_schemes.from_uner(sentence, sentence.entities)
    return sentences


def factuality(sentence, events):
    """UDS factuality by word: None where the set says nothing of it."""
    values = {(event["s"], event["e"]): event["fact"] for event in events}
    return [values.get(span) for span in character_spans(sentence)]


def place_names(sentences):
    """Names that UNER marks as places more often than as anything else."""
    votes = defaultdict(int)
    for sentence in sentences:
        for begin, end, kind in sentence.entities:
            votes[" ".join(sentence.words[begin:end])] += 1 if kind == "LOC" else -1
    return frozenset(name for name, count in votes.items() if count > 0)


def gum(data, part, places=frozenset()):
    sentences = conllu.read(f"{data}/ud_gum/{part}.open.conllu.zst")
    by_document = defaultdict(list)
    for sentence in sentences:
        by_document[sentence.doc].append(sentence)
    for document in json_lines(f"{data}/entities_gum/{part}.open.jsonl.zst"):
        begins = {b: i for i, (b, _) in enumerate(document["toks"])}
        ends = {e: i + 1 for i, (_, e) in enumerate(document["toks"])}
        mentions = [(begins[m["s"]], ends[m["e"]], m["type"], bool(m.get("wiki"))) for m in document["mentions"]
                    if m["s"] in begins and m["e"] in ends]
        at = 0
        for sentence in by_document[document["id"]]:
            size = len(sentence.words)
            inside = [(b - at, e - at, t, w) for b, e, t, w in mentions if at <= b and e <= at + size]
            sentence.ner = ner_schemes.from_gum(sentence, inside, places)
            at += size
        assert at == len(document["toks"]), document["id"]
    return sentences


def _from_spans(name, text, tokens, marks, places):
    """A sentence of bare words from character spans; marks are (begin, end, kind or None) in characters."""
    words = [text[b:e] for b, e in tokens]
    begins = {b: i for i, (b, _) in enumerate(tokens)}
    ends = {e: i + 1 for i, (_, e) in enumerate(tokens)}
    inside = [(begins[b], ends[e], kind) for b, e, kind in marks if b in begins and e in ends and begins[b] < ends[e]]
    size = len(words)
    spaced = [tokens[i + 1][0] > tokens[i][1] if i + 1 < size else True for i in range(size)]
    return Sentence(id=name, words=words, space_after=spaced, upos=[""] * size, feats=[""] * size, lemmas=[""] * size,
                    heads=[-1] * size, deprels=[""] * size, ner=ner_schemes.from_marks(words, inside, places)), inside


def _split_sentences(text):
    """Rough sentence spans of plain text, good enough to learn names from."""
    begin = 0
    for match in re.finditer(r"\n+|(?<=[a-z0-9)\"”][.!?])\s+(?=[A-Z\"“])|(?<=[.!?][\"”])\s+(?=[A-Z])", text):
        yield begin, match.start()
        begin = match.end()
    yield begin, len(text)


def re3d(data, part, places=frozenset()):
    sentences = []
    for number, document in enumerate(json_lines(f"{data}/ner_re3d/{part}.open.jsonl.zst")):
        text = document["text"]
        kinds = defaultdict(set)
        for begin, end, kind, _ in document["ents"]:
            kinds[begin, end].add(_KINDS.get(kind))
        marks = [(b, e, "place" if "place" in found else next(iter(found))) for (b, e), found in kinds.items()]
        for begin, end in _split_sentences(text):
            tokens = [(begin + m.start(), begin + m.end()) for m in _TOKEN.finditer(text[begin:end])]
            sentence, inside = _from_spans(f"re3d-{number}-{begin}", text, tokens, marks, places)
            if inside:
                sentences.append(sentence)
    return sentences


def meantime(data, part, places=frozenset()):
    sentences = []
    for article in json_lines(f"{data}/meantime/{part}.jsonl.zst"):
        marks = []
        for entity in article["entities"]:
            if entity["syn"] == "NAM" and len(entity["spans"]) == 1:
                chain = article["chains"].get(entity["chain"]) if entity["chain"] else None
                marks.append((*entity["spans"][0], _KINDS.get(chain["type"]) if chain else None))
        for begin, end in article["sents"]:
            tokens = [(b, e) for b, e in article["toks"] if begin <= b and e <= end]
            sentence, inside = _from_spans(f"{article['id']}-{begin}", article["text"], tokens, marks, places)
            if inside:
                sentences.append(sentence)
    return sentences
