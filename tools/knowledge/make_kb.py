#!/usr/bin/env python3
"""Makes the generated part of knowledge/ (places.kb, officials.kb, groups.kb, outlets.kb) from open research data.

    tools/knowledge/make_kb.py --data DIR [--out knowledge] [--legislators FILE]

DIR holds actors.jsonl.gz, countries.jsonl.gz, places.tsv.gz and outlets.jsonl.gz. Only sources that may be compiled are taken; they are
named in knowledge/SOURCES.md. Whoever the hand-written files of the output folder define, by id or by name and country, is left out here.
The output is sorted and the same for the same input.
"""
import argparse
import gzip
import json
import re
import sys
import unicodedata
from pathlib import Path

from role_titles import role_of_title

GENERATED = ("places.kb", "officials.kb", "groups.kb", "outlets.kb", "legislators.kb")
# The month in which each scraped repository was last filled; an office without an end was held then.
LATE_SNAPSHOT = {"LBN", "SYR", "PSE", "LBY", "YEM", "TWN", "VEN", "PRK", "CUB", "OMN", "BHR", "MLI"}
DATE = r"\d{4}(-\d\d){0,2}"
TITLE_START = re.compile(
    r"^(president|prime|foreign|minister|ambassador|secretary|general|gen|gen\.|dr|dr\.|mr|mr\.|mrs|ms|sheikh|king|prince|senator|"
    r"ayatollah|former|hojjatoleslam|sir|lord|the|us|russian|iranian|israeli|chinese|vice|deputy|chief|col|col\.|lt|lt\.|maj|professor)\b", re.I)
# Names of groups that are ordinary words or too short to be told from them.
COMMON = {"resistance", "popular front", "liberation", "front", "the front", "islamic party", "national front", "movement", "union",
          "people's war", "the organization", "army", "colombia", "kata", "la liga", "the base", "progress", "action", "military council",
          "united front", "peace", "justice", "liberty", "unity", "the family", "national army", "liberation army", "rebels"}


def fold(text):
    text = unicodedata.normalize("NFKD", text)
    text = "".join(c for c in text if not unicodedata.combining(c)).lower()
    return re.sub(r"[^a-z0-9]+", " ", text).strip()


def lines_of(path):
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


def clean(name):
    return unicodedata.normalize("NFC", re.sub(r"\s+", " ", name.replace(";", ",")).strip())


def latin(name):
    return all(not c.isalpha() or "LATIN" in unicodedata.name(c, "") for c in name)


def tidy(name):
    """A group's name with small words small and the part after "Al-" capitalised."""
    name = re.sub(r"(?<=\s)(Of|The|In|And|For|On|By|To)(?=\s)", lambda m: m[1].lower(), name.replace("'S ", "'s "))
    return re.sub(r"\b(Al|El|Ar|As|Ash|An|Ad|At|Az)-([a-z])", lambda m: m[1] + "-" + m[2].upper(), name)


def read_hand(folder):
    """Ids, and (folded name, country) pairs, that the hand-written files define."""
    ids, names = set(), set()
    for path in sorted(folder.glob("*.kb")):
        if path.name in GENERATED:
            continue
        country = ""
        for line in path.read_text(encoding="utf-8").splitlines():
            head = re.match(r"(actor|outlet|country|place|amend) (\S+)(.*)", line)
            if head:
                ids.add(head[2])
                words = head[3].split()
                country = words[-1] if words and re.fullmatch("[A-Z]{3}", words[-1]) else ""
                if head[1] == "outlet":
                    country = words[0] if words else ""
            field = re.match(r"  (name|alias) (.*)", line)
            if field:
                for name in field[2].split(";"):
                    names.add((fold(name), country))
                    names.add((fold(name), ""))
            domain = re.match(r"  domain (.*)", line)
            if domain:
                ids.update(d.strip() for d in domain[1].split(";"))
    return ids, names


def write(path, head, blocks):
    with open(path, "w", encoding="utf-8") as file:
        file.write(head)
        for _, block in sorted(blocks):
            file.write("\n" + block)
    print(f"{path.name}: {len(blocks)} records, {path.stat().st_size / 1e6:.2f} MB")


def merge_terms(claims):
    """Terms of one role: sorted, those that overlap or touch made into one. A term is (from, to, open)."""
    merged = []
    for begin, end, is_open in sorted(claims):
        if merged:
            last_begin, last_end, last_open = merged[-1]
            if last_open or (not end and not is_open) or begin <= last_end:
                longer = max(last_end, end)
                merged[-1] = (last_begin, longer, last_open or is_open)
                continue
        merged.append((begin, end, is_open))
    return merged


def term_lines(actor, known_countries):
    died = actor.get("died", "") if re.fullmatch(DATE, actor.get("died", "") or "") else ""
    grouped = {}
    for role in actor.get("roles", []):
        of = role.get("of", "")
        if role.get("cls") != "office" or of not in known_countries:
            continue
        begin, end = role.get("from", "") or "", role.get("to", "") or ""
        if not (begin or end) or not all(re.fullmatch(DATE, day) for day in (begin, end) if day):
            continue
        if end and begin and end < begin:
            continue
        is_open = not end and not died
        grouped.setdefault((role_of_title(role["role"], of), of), []).append((begin, end or died, is_open))
    out = []
    for (role, of), claims in sorted(grouped.items()):
        asof = "2023-01" if of in LATE_SNAPSHOT else "2022-07"
        for begin, end, is_open in merge_terms(claims):
            if is_open and begin > asof:
                asof_here = begin[:7]
            else:
                asof_here = asof
            if is_open:
                out.append(f"  role {role} {of} {begin}..? asof {asof_here}\n")
            elif not end or begin <= end:
                out.append(f"  role {role} {of} {begin}..{end}\n")
    return out


def aliases_of(names):
    name = clean(names[0])
    seen, out = {fold(name), ""}, []
    for other in names[1:]:
        other = clean(other)
        if len(other.split()) < 2 or TITLE_START.match(other) or not latin(other) or fold(other) in seen or len(other) > 60:
            continue
        if other.isupper() or "(" in other or '"' in other:
            continue
        seen.add(fold(other))
        out.append(other)
    return name, out[:12]


def officials(actors, hand, known):
    hand_ids, hand_names = hand
    blocks, taken = [], set()
    for actor in actors:
        if actor["kind"] != "person" or not actor["id"].startswith("Q") or actor["id"] in hand_ids:
            continue
        if not any(source.startswith("eps:") or source.startswith("congress") for source in actor["source"]):
            continue
        terms = term_lines(actor, known)
        name, aliases = aliases_of(actor["names"])
        country = next((c for c in actor.get("country", []) if c in known), "")
        if not terms or not latin(name) or any((fold(n), country) in hand_names for n in [name] + aliases):
            continue
        taken.update((fold(n), country) for n in [name] + aliases)
        block = f"actor {actor['id']} person{' ' + country if country else ''}\n  name {name}\n"
        if aliases:
            block += "  alias " + "; ".join(aliases) + "\n"
        blocks.append((actor["id"], block + "".join(terms) + "  src wikidata\n"))
    for actor in actors:
        if actor["kind"] != "person" or not actor["id"].startswith("phx:") or "Phoenix.Countries.actors" not in actor["source"]:
            continue
        country = next((c for c in actor.get("country", []) if c in known), "")
        name, aliases = aliases_of(actor["names"])
        if not country or len(name.split()) < 2 or not latin(name) or any(c.isdigit() for c in name):
            continue
        if any((fold(n), country) in taken or (fold(n), country) in hand_names for n in [name] + aliases):
            continue
        taken.update((fold(n), country) for n in [name] + aliases)
        block = f"actor {actor['id']} person {country}\n  name {name}\n"
        if aliases:
            block += "  alias " + "; ".join(aliases) + "\n"
        for code in actor.get("codes", []):
            begin, end = code.get("from", "") or "", code.get("to", "") or ""
            when = f" {begin}..{end}" if end else f" {begin}..? asof 2018-08" if begin else ""
            if not (begin and end and end < begin):
                block += f"  code {code['code']}{when}\n"
        blocks.append((actor["id"], block + "  src phoenix\n"))
    return blocks


def groups(actors, hand, known):
    hand_ids, hand_names = hand
    persons = {fold(n) for a in actors if a["kind"] == "person" for n in a["names"]}
    kinds = {"armed_group": "armed-group", "ngo": "ngo", "mnc": "company"}
    blocks = []
    for actor in actors:
        sources = set(actor["source"]) & {"Phoenix.MilNonState.actors", "Phoenix.International.actors", "OFAC SDN"}
        if actor["kind"] not in kinds or actor["id"] in hand_ids or not sources or actor["id"].startswith("ucdp:"):
            continue
        keep = []
        for name in actor["names"]:
            name = tidy(clean(name))
            words = fold(name).split()
            if keep and "terrorist" in words:  # a label, not a name
                continue
            if len(words) < 2 or fold(name) in COMMON or fold(name) in persons or not latin(name) or len(name) > 70 or name[0].islower():
                continue
            if actor["kind"] != "armed_group" and len(words) > 6:
                continue
            if fold(name) not in {fold(k) for k in keep}:
                keep.append(name)
        if not keep or any((fold(n), "") in hand_names for n in keep):
            continue
        country = next((c for c in actor.get("country", []) if c in known), "")
        codes = [c["code"] for c in actor.get("codes", [])]
        if any(code.startswith("IMG") for code in codes):
            continue
        if actor["kind"] == "ngo" and any("RAD" in c for c in codes):
            continue
        block = f"actor {actor['id']} {kinds[actor['kind']]}{' ' + country if country else ''}\n  name {keep[0]}\n"
        if keep[1:]:
            block += "  alias " + "; ".join(keep[1:10]) + "\n"
        if codes:
            block += f"  code {codes[0]}\n"
        blocks.append((actor["id"], block + f"  src {'ofac' if 'OFAC SDN' in sources else 'phoenix'}\n"))
    return blocks


def outlets(path, hand, iso3, places):
    """`places`: folded names that no outlet takes; one without another name goes by its domain."""
    hand_ids, hand_names = hand
    blocks = []
    for row in lines_of(path):
        domain = row.get("domain", "")
        names = [clean(n) for n in row.get("names", [])]
        names = [n for n in names if len(n) > 2 and latin(n)]
        if not domain or not names or domain in hand_ids or not set(row["source"]) & {"freebie", "fundus", "newscatcher"}:
            continue
        country = iso3.get(row.get("country_best", "") or row.get("country", ""), "")
        if any((fold(n), "") in hand_names for n in names):
            continue
        names = [n for n in names if fold(n) not in places] or [domain]
        block = f"outlet {domain}{' ' + country if country else ''}\n  name {names[0]}\n"
        others = [n for n in dict.fromkeys(names[1:]) if n != names[0]]
        if others:
            block += "  alias " + "; ".join(others) + "\n"
        blocks.append((domain, block))
    return blocks


def english_names():
    path = Path(__file__).with_name("english_names.txt")
    return {line.strip() for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")}


def region_populations(path):
    """People in the known towns of each first-level unit, "US.FL" -> n: what a region without a figure of its own has at least."""
    people = {}
    with gzip.open(path, "rt", encoding="utf-8") as file:
        next(file)
        for line in file:
            ident, _, _, _, _, country, unit, _, population, _ = line.rstrip("\n").split("\t")
            if unit and not ident.startswith("adm1"):
                people[f"{country}.{unit}"] = people.get(f"{country}.{unit}", 0) + int(float(population or 0))
    return people


LARGE = 1_000_000  # people


def large_places(path):
    """Folded names of places of so many people that a text means them by the name, whatever paper is called so too ("New York")."""
    names, regions = set(), region_populations(path)
    with gzip.open(path, "rt", encoding="utf-8") as file:
        next(file)
        for line in file:
            ident, name, _, _, _, _, _, _, population, _ = line.rstrip("\n").split("\t")
            if (int(float(population or 0)) or regions.get(ident.removeprefix("adm1:"), 0)) >= LARGE:
                names.add(fold(clean(name)))
    return names


def places(path, hand, iso3):
    english = english_names()
    regions = region_populations(path)
    blocks = []
    with gzip.open(path, "rt", encoding="utf-8") as file:
        next(file)
        for line in file:
            ident, name, aliases, lat, lon, country, _, _, population, feature = line.rstrip("\n").split("\t")
            code = iso3.get(country, "-")
            ident = ident.replace(" ", "_")
            if ident in hand[0] or not latin(name) or not lat or not lon:
                continue
            kind = "C" if feature == "PPLC" else "A" if ident.startswith("adm1") else "P"
            people = int(float(population or 0)) or regions.get(ident.removeprefix("adm1:"), 0)
            block = f"place {ident} {code} {lat} {lon} {people} {kind}\n  name {clean(name)}\n"
            keep = [alias for alias in map(clean, aliases.split("|")) if alias in english and alias != name]
            seen = {fold(name)} | {fold(alias) for alias in keep}
            for alias in aliases.split("|"):
                alias = clean(alias)
                if len(alias) < 4 or not alias[0].isupper() or "=" in alias or "," in alias or not latin(alias) or fold(alias) in seen:
                    continue
                # Old gazetteers give spellings of all languages: small places keep those that look like their name.
                big = int(float(population or 0)) >= 500000
                if (fold(alias), "") in hand[1] or not big and (len(alias) < 5 or fold(alias)[:2] != fold(name)[:2]):
                    continue
                seen.add(fold(alias))
                keep.append(alias)
            if keep:
                block += "  alias " + "; ".join(keep[:6]) + "\n"
            blocks.append(((code, ident), block))
    return blocks


def is_date(text):
    """Whether it is a year, month or day; the source has some that are none ("2016--01-15")."""
    return re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", text) is not None


def legislators(actors, hand, known):
    hand_ids, _ = hand
    blocks = []
    for actor in actors:
        cls = {role.get("cls") for role in actor.get("roles", [])}
        if actor["kind"] != "person" or not actor["id"].startswith("Q") or cls != {"legislator"} or actor["id"] in hand_ids:
            continue
        country = next((c for c in actor.get("country", []) if c in known), "")
        claims = [(r.get("from", "") or "", r.get("to", "") or "", not r.get("to")) for r in actor["roles"] if r.get("of") == country]
        claims = [c for c in claims if is_date(c[0]) and (not c[1] or is_date(c[1]) and c[0] <= c[1])]
        name, aliases = aliases_of(actor["names"])
        if not country or not claims or not latin(name):
            continue
        block = f"actor {actor['id']} person {country}\n  name {name}\n"
        if aliases:
            block += "  alias " + "; ".join(aliases) + "\n"
        for begin, end, is_open in merge_terms(claims):
            block += f"  role legislator {country} {begin}..{'? asof ' + max('2022-07', begin[:7]) if is_open else end}\n"
        blocks.append((actor["id"], block))
    return blocks


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=Path("knowledge"))
    parser.add_argument("--legislators", type=Path, help="also write members of parliaments to this file, for --knowledge")
    options = parser.parse_args()
    hand = read_hand(options.out)
    iso3 = {}
    for line in (options.out / "countries.kb").read_text(encoding="utf-8").splitlines():
        head = re.match(r"country (\w{3})(?: (\w\w))?$", line)
        if head:
            iso3[head[2] or head[1]] = head[1]
    known = set(iso3.values())
    actors = list(lines_of(options.data / "actors.jsonl.gz"))
    made = "# Made by tools/knowledge/make_kb.py; change the hand-written files or the tool, not this. "
    write(options.out / "officials.kb", made + "Holders of offices, from Wikidata and Phoenix.\n", officials(actors, hand, known))
    write(options.out / "groups.kb", made + "Armed groups, NGOs and companies, from Phoenix and OFAC.\n", groups(actors, hand, known))
    write(options.out / "outlets.kb", made + "News outlets by domain.\n", outlets(
        options.data / "outlets.jsonl.gz", hand, iso3, large_places(options.data / "places.tsv.gz")))
    write(options.out / "places.kb", made + "Contains data from GeoNames, CC BY 4.0.\n", places(options.data / "places.tsv.gz", hand, iso3))
    if options.legislators:
        write(options.legislators, made + "Members of parliaments, from Wikidata.\n", legislators(actors, hand, known))
    return 0


if __name__ == "__main__":
    sys.exit(main())
