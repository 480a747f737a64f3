"""Reading CoNLL-U: sentences of syntactic words with their character offsets in "# text"."""

import io
import re
from dataclasses import dataclass, field

import zstandard


@dataclass
class Sentence:
    """Words of one sentence. Empty strings and None mean: not annotated, nothing to learn from."""
    id: str = ""
    doc: str = ""
    words: list = field(default_factory=list)
    space_after: list = field(default_factory=list)
    upos: list = field(default_factory=list)
    feats: list = field(default_factory=list)
    lemmas: list = field(default_factory=list)
    heads: list = field(default_factory=list)      # 0 is the root
    deprels: list = field(default_factory=list)
    entities: list = field(default_factory=list)   # (begin, end, type) as the data set has them
    ner: list = field(default_factory=list)        # a tuple of allowed labels a word; () where masked
    facts: list = field(default_factory=list)      # factuality of predicates, -3 (did not happen) to 3; None elsewhere


def lines_of(path):
    with open(path, "rb") as file:
        yield from io.TextIOWrapper(zstandard.ZstdDecompressor().stream_reader(file), encoding="utf-8")


_BRACKET = re.compile(r"\((?P<opens>e\d+)-[^-()]*-[^-()]*-(?P<part>[\d,]*)-name:(?P<type>\w+)|\((?P<unnamed>e\d+)-[^()]*|(?P<closes>e\d+)\)|\)")


def names(columns):
    """Entity brackets of a sentence's words, as `annalist parse` writes them (docs/parse.md) -> one tuple of one BIO label a word.
    A mention's name is the part its fourth field names, or all of it."""
    tags, opened = ["O"] * len(columns), {}
    for i, column in enumerate(columns):
        last = None
        for bracket in _BRACKET.finditer(column):
            begun = bracket["opens"] or bracket["unnamed"]
            if begun:
                last = begun
                opened.setdefault(begun, []).append((i, bracket["part"], bracket["type"]))
                continue
            begin, part, kind = opened[bracket["closes"] or last].pop()
            if not kind:
                continue
            inside = [begin + int(n) - 1 for n in part.split(",")] if part else range(begin, i + 1)
            for n in inside:
                tags[n] = "I-" + kind
            tags[inside[0]] = "B-" + kind
    return [(tag,) for tag in tags]


def read(path, with_entities=False):
    """Sentences of a zstd-packed CoNLL-U file; empty nodes are left out. `with_entities`: ner from the names in MISC's Entity."""
    sentences, sentence, doc, covered, last_space = [], Sentence(), "", 0, True
    for line in lines_of(path):
        line = line.rstrip("\n")
        if not line:
            if sentence.words:
                sentence.ner = names(sentence.ner)
                sentences.append(sentence)
            sentence, covered = Sentence(doc=doc), 0
        elif line.startswith("#"):
            if line.startswith("# newdoc id = "):
                doc = line[len("# newdoc id = "):]
                sentence.doc = doc
            elif line.startswith("# sent_id = "):
                sentence.id = line[len("# sent_id = "):]
        else:
            column = line.split("\t")
            spaced = "SpaceAfter=No" not in column[9].split("|")
            if "-" in column[0]:
                covered, last_space = int(column[0].split("-")[1]), spaced
                continue
            if "." in column[0]:
                continue
            number = int(column[0])
            sentence.words.append(column[1])
            sentence.lemmas.append(column[2] if column[2] != "_" or column[1] == "_" else "")
            sentence.upos.append(column[3])
            sentence.feats.append(column[5])
            sentence.heads.append(int(column[6]))
            sentence.deprels.append(column[7])
            if with_entities:
                sentence.ner.append("".join(item[len("Entity="):] for item in column[9].split("|") if item.startswith("Entity=")))
            if number < covered:
                sentence.space_after.append(False)
            else:
                sentence.space_after.append(last_space if number == covered else spaced)
    if sentence.words:
        sentence.ner = names(sentence.ner)
        sentences.append(sentence)
    return sentences
