"""Lemma edit scripts: how a lemma is made from a word's form.

A script is one of
    =LEMMA                          the lemma is LEMMA, whatever the form
    C|FRONT|PREFIX|BACK|SUFFIX      bring the form into casing C, take FRONT code points off its front and put PREFIX
                                    there, take BACK code points off its end and put SUFFIX there
Casing C: l lower, k keep as written, t first code point upper and the rest lower, u upper.
A form too short for the script (FRONT + BACK > its length), or an empty result, gives the lower-cased form.
"""

CASINGS = {"l": str.lower, "k": lambda s: s, "t": lambda s: s[:1].upper() + s[1:].lower(), "u": str.upper}
PLAIN = [f"{casing}|0||0|" for casing in CASINGS]


def _longest_common(a, b):
    """(length, begin in a, begin in b) of the longest common substring, the leftmost of equals."""
    best, rows = (0, 0, 0), [0] * (len(b) + 1)
    for i in range(len(a)):
        previous = rows
        rows = [0] * (len(b) + 1)
        for j in range(len(b)):
            if a[i] == b[j]:
                rows[j + 1] = previous[j] + 1
                if rows[j + 1] > best[0]:
                    best = (rows[j + 1], i + 1 - rows[j + 1], j + 1 - rows[j + 1])
    return best


def make(form, lemma):
    """The cheapest script that turns form into lemma; None where the lemma cannot be written as one."""
    if "|" in lemma or not lemma:
        return None
    best = None
    for order, casing in enumerate("lktu"):
        cased = CASINGS[casing](form)
        length, begin, start = _longest_common(cased, lemma)
        prefix, suffix = lemma[:start], lemma[start + length:]
        back = len(cased) - begin - length
        cost = begin + back + len(prefix) + len(suffix)
        if length * 2 >= len(lemma) and (best is None or (cost, order) < best[0]):
            best = ((cost, order), f"{casing}|{begin}|{prefix}|{back}|{suffix}")
    script = best[1] if best else "=" + lemma
    return script if apply(script, form) == lemma else None


def apply(script, form):
    if script.startswith("="):
        return script[1:]
    casing, front, prefix, back, suffix = script.split("|")
    cased, front, back = CASINGS[casing](form), int(front), int(back)
    if front + back > len(cased):
        return form.lower()
    return prefix + cased[front:len(cased) - back] + suffix or form.lower()
