"""UD's format rules for a CoNLL-U text (universaldependencies.org/format.html, level 1 and 2 of its validation), and CorefUD's brackets."""
import re

UPOS = set("ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split())
RELATIONS = set("acl advcl advmod amod appos aux case cc ccomp clf compound conj cop csubj dep det discourse dislocated expl fixed flat goeswith "
                "iobj list mark nmod nsubj nummod obj obl orphan parataxis punct reparandum root vocative xcomp".split())
SPACES = {"s": " ", "t": "\t", "r": "\r", "n": "\n", "p": "|", "\\": "\\"}


def misc_of(column):
    return {} if column == "_" else dict(item.split("=", 1) for item in column.split("|"))


def unescape(value):
    return re.sub(r"\\(.)", lambda m: SPACES[m[1]], value)


class Checker:
    """Collects faults, as "line: what"; `texts`: each document's text, put together from forms and spaces."""

    def __init__(self, text):
        self.faults, self.texts, self.ids, self.entities = [], {}, set(), {}
        self.document, self.line, self.after = None, 0, ""
        if text and not text.endswith("\n\n"):
            self.fault("the last sentence has no blank line after it")
        block = []
        for self.line, line in enumerate(text.split("\n"), 1):
            if line:
                block.append(line)
            elif block:
                self.sentence(block)
                block = []

    def fault(self, what):
        self.faults.append(f"{self.line}: {what}")

    def check(self, holds, what):
        if not holds:
            self.fault(what)
        return holds

    def sentence(self, lines):
        comments = {}
        for line in lines:
            if line.startswith("#"):
                key, _, value = line[1:].partition("=")
                comments[key.strip()] = value.strip(" ")
        if "newdoc id" in comments:
            self.document, self.after = comments["newdoc id"], ""
            self.check(self.document not in self.texts, "a document's id twice")
            self.texts[self.document] = ""
            self.check("global.Entity" in comments, "no global.Entity at the document's begin")
        elif self.after is None:
            self.after = "\n\n" if "newpar" in comments else " "
        self.check(comments.get("sent_id") not in self.ids, "a sent_id twice or missing")
        self.ids.add(comments.get("sent_id"))
        rows = [line.split("\t") for line in lines if not line.startswith("#")]
        if not self.check(rows and all(len(row) == 10 and all(row) for row in rows), "a line without ten filled columns"):
            return
        words = [row for row in rows if row[0].isdigit()]
        self.check([row[0] for row in words] == [str(i + 1) for i in range(len(words))], "words are not numbered 1, 2, ...")
        self.tree(words)
        self.brackets(words)
        self.check(self.surface(rows) == comments.get("text"), "# text is not what forms and spaces give")

    def tree(self, words):
        heads = {}
        for row in words:
            self.check(row[3] in UPOS, f"no UPOS: {row[3]}")
            self.check(row[7].split(":")[0] in RELATIONS, f"no relation: {row[7]}")
            self.check(re.fullmatch(r"\d+", row[6]) and int(row[6]) <= len(words) and row[6] != row[0], f"HEAD {row[6]} of {row[0]}")
            self.check((row[6] == "0") == (row[7] == "root"), "root and HEAD 0 go together")
            feats = [] if row[5] == "_" else row[5].split("|")
            self.check(all(re.fullmatch(r"[A-Z][A-Za-z0-9]*(\[[a-z0-9]+\])?=[A-Z0-9][A-Za-z0-9]*(,[A-Z0-9][A-Za-z0-9]*)*", f) for f in feats),
                       f"FEATS {row[5]}")
            self.check(feats == sorted(feats, key=str.lower), f"FEATS not sorted: {row[5]}")
            heads[int(row[0])] = int(row[6]) if row[6].isdigit() else 0
        self.check(list(heads.values()).count(0) == 1, "not one root")
        for word in heads:
            seen = set()
            while word in heads and word not in seen:
                seen.add(word)
                word = heads[word]
            if not self.check(word == 0, "a cycle"):
                return

    def surface(self, rows):
        """The sentence's text with single spaces; adds the true spaces to the document's."""
        text, inside = "", 0
        for row in rows:
            if "-" in row[0]:
                first, last = map(int, row[0].split("-"))
                self.check(first < last and row[3:9] == ["_"] * 6, "a multiword line")
                inside = last
            elif row[0].isdigit() and int(row[0]) <= inside:
                continue
            misc = misc_of(row[9])
            self.check(not re.search(r"[\t\n\r]", row[1]), "white space in a form")
            self.check(not ("SpaceAfter" in misc and "SpacesAfter" in misc), "SpaceAfter and SpacesAfter")
            if self.after is None:
                self.after = " "
            self.texts[self.document] += self.after + unescape(misc.get("SpacesBefore", "")) + row[1]
            text += (" " if text and self.after else "") + row[1]
            self.after = unescape(misc["SpacesAfter"]) if "SpacesAfter" in misc else "" if misc.get("SpaceAfter") == "No" else None
        return text

    def brackets(self, words):
        open_ids = []
        for row in words:
            value = misc_of(row[9]).get("Entity", "")
            pieces = re.findall(r"\((e\d+)-([a-z]+)-(\d+)([^()]*)(\)?)|(e\d+)\)", value)
            self.check("".join(f"({i}-{k}-{h}{o}{c}" if i else f"{j})" for i, k, h, o, c, j in pieces) == value, f"Entity={value}")
            for begun, kind, _, _, closed, ended in pieces:
                if begun:
                    self.check(self.entities.setdefault((self.document, begun), kind) == kind, f"{begun} is of two kinds")
                    if not closed:
                        open_ids.append(begun)
                elif self.check(ended in open_ids, f"{ended} closes and was not open"):
                    open_ids.reverse()
                    open_ids.remove(ended)
                    open_ids.reverse()
        self.check(not open_ids, "an entity is open at the sentence's end")


def faults(text):
    return Checker(text).faults
