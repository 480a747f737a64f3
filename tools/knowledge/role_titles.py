"""Office titles as Wikidata labels them -> role ids of knowledge/roles.kb. First rule that matches the whole title wins; the last ones
are the general classes, which hold for regions too, where "President" or "Minister of Finance" of a region is not the state's."""
import re

NATIONAL = [
    (r"(interim |acting |transitional |state )?president( of the (republic|state|nation|government of national accord|state of palestine|presidential council))?", "president"),
    (r"(interim |acting )?(prime minister|premier|taoiseach|chairman of the council of ministers|president of the (government|council of ministers))", "prime-minister"),
    (r"(federal )?chancellor( of the federal republic)?", "prime-minister"),
    (r"(king|queen|emir|sultan|emperor|monarch)", "monarch"),
    (r"crown prince", "crown-prince"),
    (r"(supreme leader)", "supreme-leader"),
    (r"(first |second )?vice[- ]president( of the republic)?", "president.vice"),
    (r"(first |second )?(deputy prime minister|vice premier|vice[- ]prime minister|tánaiste|vice chancellor).*", "prime-minister.deputy"),
    (r"(federal )?(minister (of|for) (foreign|external) (affairs|relations)( and .*)?|foreign minister|secretary of state for (foreign|foreign and commonwealth|foreign, commonwealth and development) affairs|foreign secretary|minister of foreign affairs, .*|minister of europe and foreign affairs)", "minister.foreign"),
    (r"(federal )?(minister (of|for) (the )?(national )?(defen[cs]e|war)( and .*)?|secretary of state for defence|minister of (the )?armed forces|secretary of (national )?defen[cs]e)", "minister.defence"),
    (r"(federal )?(minister (of|for) (the )?(interior|internal affairs|home affairs|public security|state security|home and .*)|home secretary|secretary of homeland security|secretary of state for the home department)", "minister.interior"),
    (r"(federal )?(minister (of|for) (the )?(finance|economy and finance|finance and economy|treasury|finances)( and .*)?|chancellor of the exchequer|treasurer|secretary of the treasury)", "minister.finance"),
    (r"(federal )?(minister (of|for) justice( and .*)?|secretary of state for justice)", "minister.justice"),
    (r"minister (of|for) (public )?health( and .*)?|secretary of state for health( and .*)?|secretary of health and human services", "minister.health"),
    (r"minister (of|for) (national )?education|secretary of state for education|secretary of education", "minister.education"),
    (r"minister (of|for) agriculture( and .*)?|secretary of agriculture", "minister.agriculture"),
    (r"minister (of|for) (the )?environment( and .*)?", "minister.environment"),
    (r"minister (of|for) (energy|oil|petroleum)( and .*)?|secretary of energy", "minister.energy"),
    (r"minister (of|for) transport( and .*)?|secretary of transportation", "minister.transport"),
    (r"minister (of|for) culture( and .*)?", "minister.culture"),
    (r"minister (of|for) information( and .*)?", "minister.information"),
    (r"minister (of|for) (labou?r|employment)( and .*)?|secretary of labor", "minister.labour"),
    (r"minister (of|for) planning( and .*)?", "minister.planning"),
    (r"minister (of|for) tourism( and .*)?", "minister.tourism"),
    (r"minister (of|for) intelligence", "minister.intelligence"),
    (r"united states secretary of state|secretary of state", "minister.foreign"),
    (r"(deputy|vice|first deputy) (minister (of|for) foreign affairs|foreign minister)|minister of state for foreign affairs", "minister.foreign.deputy"),
    (r"chief of (the )?(general|defen[cs]e) staff.*|chairman of the joint chiefs of staff|chief of staff of the armed forces|chief of defen[cs]e", "chief.staff"),
    (r"chief of (the )?army staff|chief of the army|commander of the army|chief of staff of the army", "chief.army"),
    (r"chief of (the )?air staff|commander of the air force|chief of the air force", "chief.air-force"),
    (r"chief of (the )?naval staff|commander of the navy|chief of naval operations|chief of the navy", "chief.navy"),
    (r"national security advis[eo]r|secretary of the (supreme )?(national )?security council", "adviser.national-security"),
    (r"attorney[- ]general|prosecutor[- ]general", "attorney-general"),
    (r"governor of the (central|national) bank( .*)?|governor of the bank of .*|chair(man)? of the federal reserve", "governor.central-bank"),
    (r"chief justice( of .*)?|president of the supreme court", "judge.chief"),
    (r"permanent representative (of .* )?to the united nations|ambassador to the united nations", "ambassador.un"),
    (r"director of (the )?(central intelligence agency|mossad|national intelligence|mi6)", "director.intelligence"),
    (r"chief of police|police commissioner|inspector general of police", "chief.police"),
    (r"leader of the opposition", "leader.opposition"),
]
# "of France", "of Russia" after a national title: the state's own name is taken off first.
OWN_NAME = {
    "USA": "united states( of america)?", "GBR": "(great britain|(the )?united kingdom)", "RUS": "(russia|the russian federation)",
    "KOR": "(south korea|the republic of korea|korea)", "PRK": "north korea", "COD": "the democratic republic of the congo", "ARE": "the united arab emirates",
    "PSE": "(palestine|the palestinian national authority|the palestinian authority)", "TWN": "(taiwan|the republic of china)",
    "CHN": "(china|the people's republic of china)", "NLD": "the netherlands", "PHL": "the philippines",
}
GENERAL = [
    (r"ambassador|high commissioner|chargé|consul", "ambassador"),
    (r"spokes(person|man|woman)|press secretary", "spokesperson"),
    (r"speaker|president of the (senate|national assembly|chamber|house|parliament|legislative|congress|federation council|bundestag|storting|riksdag|knesset|majlis|national council|consultative)", "speaker.parliament"),
    (r"first (lady|gentleman)", "first-lady"),
    (r"\b(mayor)\b", "mayor"),
    (r"\b(governor|premier of|chief minister|lieutenant governor|administrator of|head of the republic|prefect)\b", "governor"),
    (r"\b(justice|judge|magistrate)\b", "judge"),
    (r"prosecutor", "prosecutor"),
    (r"\b(commander|general of|admiral|chief of (the )?(army|navy|air|naval)|armed forces|joint chiefs)\b", "commander"),
    (r"\benvoy|special representative|negotiator", "envoy"),
    (r"\badvis[eo]r", "adviser"),
    (r"minister|secretary of state|state secretary|cabinet|undersecretary|under-secretary|parliamentary secretary", "cabinet-minister"),
    (r"(director|chair|chairman|chairwoman|chairperson|head|chief|president|commissioner) of", "head"),
]


def role_of_title(title, country):
    text = re.sub(r"\s+", " ", title).strip().lower()
    text = re.sub(r"^(united states|british|shadow) ", lambda m: "" if m[1] != "shadow" else "shadow ", text)
    if country in OWN_NAME:
        text = re.sub(rf" of {OWN_NAME[country]}$", "", text)
    for pattern, role in NATIONAL:
        if re.fullmatch(pattern, text):
            return role
    for pattern, role in GENERAL:
        if re.search(pattern, text):
            return role
    return "official"
