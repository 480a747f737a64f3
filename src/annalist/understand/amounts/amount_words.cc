#include "annalist/understand/amounts/amount_words.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace annalist {
namespace {

constexpr std::string_view kPersons[] = {"abductee",      "activist",
                                         "actor",         "adolescent",
                                         "adult",         "adviser",
                                         "advisor",       "ambassador",
                                         "analyst",       "applicant",
                                         "arrestee",      "assailant",
                                         "asylum-seeker", "athlete",
                                         "attacker",      "attendee",
                                         "baby",          "backer",
                                         "banker",        "bodyguard",
                                         "bomber",        "boy",
                                         "broker",        "businessman",
                                         "businesswoman", "candidate",
                                         "captain",       "captive",
                                         "casualty",      "child",
                                         "christian",     "citizen",
                                         "civilian",      "clergyman",
                                         "cleric",        "colleague",
                                         "collaborator",  "colonel",
                                         "combatant",     "commander",
                                         "commando",      "commissioner",
                                         "congressman",   "conscript",
                                         "consul",        "contractor",
                                         "convict",       "cop",
                                         "councillor",    "councilor",
                                         "crewman",       "crewmember",
                                         "critic",        "customer",
                                         "daughter",      "democrat",
                                         "grandchild",    "grandchildren",
                                         "brother",       "sister",
                                         "husband",       "wife",
                                         "relative",      "occupant",
                                         "pedestrian",    "physician",
                                         "republican",    "liberal",
                                         "conservative",  "communist",
                                         "socialist",     "crew",
                                         "kid",           "bystander",
                                         "caller",        "cadet",
                                         "buyer",         "dead",
                                         "defector",      "defendant",
                                         "delegate",      "demonstrator",
                                         "deportee",      "deputy",
                                         "deserter",      "detainee",
                                         "diplomat",      "director",
                                         "dissident",     "doctor",
                                         "driver",        "dweller",
                                         "employee",      "engineer",
                                         "envoy",         "evacuee",
                                         "executive",     "exile",
                                         "expatriate",    "expert",
                                         "extremist",     "farmer",
                                         "father",        "female",
                                         "fighter",       "firefighter",
                                         "fisherman",     "follower",
                                         "foreigner",     "friend",
                                         "fugitive",      "gendarme",
                                         "general",       "girl",
                                         "governor",      "graduate",
                                         "guard",         "guerilla",
                                         "guerrilla",     "guest",
                                         "gunman",        "health-worker",
                                         "hijacker",      "hostage",
                                         "human",         "immigrant",
                                         "individual",    "infant",
                                         "influencer",    "informant",
                                         "inhabitant",    "inmate",
                                         "insurgent",     "interpreter",
                                         "investigator",  "islamist",
                                         "jew",           "jihadist",
                                         "journalist",    "judge",
                                         "kidnapper",     "laborer",
                                         "labourer",      "lawmaker",
                                         "lawyer",        "leader",
                                         "legislator",    "lieutenant",
                                         "loyalist",      "male",
                                         "man",           "marcher",
                                         "marine",        "mariner",
                                         "martyr",        "medic",
                                         "member",        "mercenary",
                                         "merchant",      "migrant",
                                         "militant",      "militiaman",
                                         "miner",         "minister",
                                         "minor",         "mother",
                                         "mourner",       "mp",
                                         "muslim",        "national",
                                         "negotiator",    "neighbor",
                                         "neighbour",     "newborn",
                                         "nun",           "nurse",
                                         "observer",      "officer",
                                         "official",      "onlooker",
                                         "operative",     "opponent",
                                         "orphan",        "owner",
                                         "parent",        "parliamentarian",
                                         "paramedic",     "participant",
                                         "partisan",      "passenger",
                                         "passerby",      "patient",
                                         "peacekeeper",   "peasant",
                                         "people",        "person",
                                         "personnel",     "photographer",
                                         "pilgrim",       "pilot",
                                         "pirate",        "player",
                                         "policeman",     "policewoman",
                                         "politician",    "pow",
                                         "priest",        "prisoner",
                                         "professor",     "prosecutor",
                                         "protester",     "protestor",
                                         "pupil",         "rebel",
                                         "recruit",       "refugee",
                                         "reporter",      "representative",
                                         "rescuer",       "researcher",
                                         "reservist",     "resident",
                                         "returnee",      "rioter",
                                         "sailor",        "scholar",
                                         "schoolboy",     "schoolchild",
                                         "schoolgirl",    "scientist",
                                         "seafarer",      "secretary",
                                         "seeker",        "senator",
                                         "separatist",    "sergeant",
                                         "serviceman",    "servicemember",
                                         "servicewoman",  "settler",
                                         "sheikh",        "shareholder",
                                         "shia",          "shooter",
                                         "shopper",       "sibling",
                                         "signatory",     "slave",
                                         "smuggler",      "sniper",
                                         "soldier",       "son",
                                         "specialist",    "spectator",
                                         "spy",           "staff",
                                         "staffer",       "striker",
                                         "student",       "supporter",
                                         "survivor",      "suspect",
                                         "teacher",       "technician",
                                         "teen",          "teenager",
                                         "terrorist",     "tourist",
                                         "trader",        "trafficker",
                                         "traveler",      "traveller",
                                         "trooper",       "troop",
                                         "user",          "vacationer",
                                         "veteran",       "victim",
                                         "villager",      "visitor",
                                         "volunteer",     "voter",
                                         "witness",       "woman",
                                         "worker",        "worshiper",
                                         "worshipper",    "wounded",
                                         "writer",        "youngster",
                                         "youth"};

constexpr std::array<std::string_view, 22> kTimes = {
    "second", "minute",  "hour",       "day",    "night",   "week",    "weekend",   "fortnight", "month", "quarter", "year",
    "decade", "century", "millennium", "season", "morning", "evening", "afternoon", "a.m.",      "p.m.",  "am",      "pm"};
constexpr std::array<std::string_view, 20> kOneIdioms = {"way",     "hand",     "point",   "thing", "side",   "reason", "other",
                                                         "another", "time",     "example", "step",  "moment", "issue",  "case",
                                                         "factor",  "question", "part",    "place", "word",   "aspect"};
// Irregular forms stand beside their lemmas: a wrong lemma should not hide a change.
constexpr std::array<std::string_view, 58> kChanges = {
    "add",     "boost",     "bring",  "climb",  "contract", "curb",    "cut",    "cutback", "decline", "decrease",  "dip",     "double",
    "drop",    "ease",      "exceed", "expand", "fall",     "gain",    "go",     "grow",    "growth",  "hike",      "improve", "increase",
    "inflate", "jump",      "lift",   "lower",  "narrow",   "plummet", "plunge", "raise",   "reduce",  "reduction", "rise",    "shrink",
    "sink",    "skyrocket", "slash",  "slide",  "slip",     "soar",    "surge",  "trim",    "tumble",  "widen",     "rose",    "risen",
    "fell",    "fallen",    "grew",   "grown",  "shrank",   "shrunk",  "sank",   "cutting", "cuts",    "sunk"};
constexpr std::array<std::string_view, 32> kCasualties = {
    "kill",    "wound",    "injure", "arrest", "detain", "rescue",   "save", "displace", "hurt",    "die",     "evacuate",
    "capture", "execute",  "abduct", "kidnap", "behead", "massacre", "dead", "missing",  "wounded", "injured", "hospitalize",
    "jail",    "imprison", "murder", "shoot",  "free",   "release",  "trap", "claim",    "leave",   "drown"};

template <class Table>
bool in(const Table& table, std::string_view word) {
  return std::find(std::begin(table), std::end(table), word) != std::end(table);
}

}  // namespace

bool person_noun(std::string_view lemma) {
  if (in(kPersons, lemma)) return true;
  for (std::string_view ending : {"man", "men", "woman", "women", "people", "person"}) {
    if (lemma.size() > ending.size() + 2 && lemma.ends_with(ending)) return lemma != "specimen" && lemma != "regimen";
  }
  return false;
}

bool time_noun(std::string_view lemma) { return in(kTimes, lemma); }

bool idiom_after_one(std::string_view lemma) { return in(kOneIdioms, lemma); }

std::string_view rate_unit(std::string_view lower) {
  for (std::string_view unit : {"hour", "day", "week", "month", "year"}) {
    if (lower == unit) return unit;
  }
  return lower == "annum" ? "year" : std::string_view{};
}

std::string_view rate_adverb(std::string_view lower) {
  if (lower == "daily") return "day";
  if (lower == "weekly") return "week";
  if (lower == "monthly") return "month";
  if (lower == "yearly" || lower == "annual" || lower == "annually") return "year";
  return {};
}

bool change_word(std::string_view lemma) { return in(kChanges, lemma); }

bool casualty_word(std::string_view lemma) { return in(kCasualties, lemma); }

std::string plural_of(std::string_view noun) {
  std::string out(noun);
  if (noun.empty()) return out;
  const auto vowel = [](char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; };
  if (noun == "foot") return "feet";
  if (noun == "child") return "children";
  if (noun.ends_with("man") && noun != "german") return out.replace(out.size() - 3, 3, "men");
  if (noun.ends_with('y') && noun.size() > 1 && !vowel(noun[noun.size() - 2])) {
    out.pop_back();
    return out + "ies";
  }
  if (noun.ends_with('s') || noun.ends_with('x') || noun.ends_with('z') || noun.ends_with("ch") || noun.ends_with("sh")) return out + "es";
  return out + "s";
}

}  // namespace annalist
