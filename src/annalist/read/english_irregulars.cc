#include "annalist/read/english_irregulars.h"

#include <algorithm>
#include <iterator>
#include <span>

namespace annalist {
namespace {

struct Pair {
  std::string_view form, lemma;
};

// Both sorted by form. Forms that are more often a word of their own ("felled", "lay", "bare") are left out.
constexpr Pair kVerbs[] = {
    {"arisen", "arise"}, {"arose", "arise"}, {"ate", "eat"}, {"awoke", "awake"}, {"awoken", "awake"},
    {"bade", "bid"}, {"beaten", "beat"}, {"became", "become"}, {"began", "begin"}, {"begot", "beget"},
    {"begotten", "beget"}, {"begun", "begin"}, {"beheld", "behold"}, {"bent", "bend"},
    {"besought", "beseech"}, {"bet", "bet"}, {"bidden", "bid"}, {"bit", "bite"}, {"bitten", "bite"},
    {"bled", "bleed"}, {"blew", "blow"}, {"blown", "blow"}, {"bore", "bear"}, {"born", "bear"},
    {"borne", "bear"}, {"bought", "buy"}, {"bound", "bind"}, {"bred", "breed"}, {"broke", "break"},
    {"broken", "break"}, {"brought", "bring"}, {"built", "build"}, {"burnt", "burn"}, {"burst", "burst"},
    {"came", "come"}, {"cast", "cast"}, {"caught", "catch"}, {"chose", "choose"}, {"chosen", "choose"},
    {"clung", "cling"}, {"cost", "cost"}, {"crept", "creep"}, {"cut", "cut"}, {"dealt", "deal"},
    {"did", "do"}, {"done", "do"}, {"drank", "drink"}, {"drawn", "draw"}, {"dreamt", "dream"},
    {"drew", "draw"}, {"driven", "drive"}, {"drove", "drive"}, {"drunk", "drink"}, {"dug", "dig"},
    {"dwelt", "dwell"}, {"dyed", "dye"}, {"dyeing", "dye"}, {"dying", "die"}, {"eaten", "eat"},
    {"eyed", "eye"}, {"eyeing", "eye"}, {"fallen", "fall"}, {"fed", "feed"}, {"fell", "fall"},
    {"felt", "feel"}, {"fled", "flee"}, {"flew", "fly"}, {"flown", "fly"}, {"flung", "fling"},
    {"forbade", "forbid"}, {"forbidden", "forbid"}, {"forgave", "forgive"}, {"forgiven", "forgive"},
    {"forgot", "forget"}, {"forgotten", "forget"}, {"forsaken", "forsake"}, {"forsook", "forsake"},
    {"fought", "fight"}, {"found", "find"}, {"froze", "freeze"}, {"frozen", "freeze"}, {"gave", "give"},
    {"given", "give"}, {"gone", "go"}, {"got", "get"}, {"gotten", "get"}, {"grew", "grow"},
    {"ground", "grind"}, {"grown", "grow"}, {"had", "have"}, {"heard", "hear"}, {"held", "hold"},
    {"hid", "hide"}, {"hidden", "hide"}, {"hit", "hit"}, {"hung", "hang"}, {"hurt", "hurt"}, {"kept", "keep"},
    {"knelt", "kneel"}, {"knew", "know"}, {"known", "know"}, {"laid", "lay"}, {"lain", "lie"},
    {"leapt", "leap"}, {"learnt", "learn"}, {"led", "lead"}, {"left", "leave"}, {"lent", "lend"},
    {"let", "let"}, {"lit", "light"}, {"lost", "lose"}, {"lying", "lie"}, {"made", "make"}, {"meant", "mean"},
    {"met", "meet"}, {"mown", "mow"}, {"owed", "owe"}, {"owing", "owe"}, {"paid", "pay"},
    {"partaken", "partake"}, {"partook", "partake"}, {"pled", "plead"}, {"proven", "prove"}, {"put", "put"},
    {"quit", "quit"}, {"ran", "run"}, {"rang", "ring"}, {"read", "read"}, {"rent", "rend"}, {"rid", "rid"},
    {"ridden", "ride"}, {"risen", "rise"}, {"rode", "ride"}, {"rose", "rise"}, {"rung", "ring"},
    {"said", "say"}, {"sang", "sing"}, {"sank", "sink"}, {"sat", "sit"}, {"saw", "see"}, {"sawn", "saw"},
    {"seen", "see"}, {"sent", "send"}, {"set", "set"}, {"sewn", "sew"}, {"shaken", "shake"}, {"shed", "shed"},
    {"shone", "shine"}, {"shook", "shake"}, {"shorn", "shear"}, {"shot", "shoot"}, {"shown", "show"},
    {"shrank", "shrink"}, {"shrunk", "shrink"}, {"shut", "shut"}, {"skied", "ski"}, {"slain", "slay"},
    {"slept", "sleep"}, {"slew", "slay"}, {"slid", "slide"}, {"slung", "sling"}, {"smelt", "smell"},
    {"snuck", "sneak"}, {"sold", "sell"}, {"sought", "seek"}, {"sown", "sow"}, {"spat", "spit"},
    {"sped", "speed"}, {"spent", "spend"}, {"spilt", "spill"}, {"split", "split"}, {"spoke", "speak"},
    {"spoken", "speak"}, {"sprang", "spring"}, {"spread", "spread"}, {"sprung", "spring"}, {"spun", "spin"},
    {"stank", "stink"}, {"stole", "steal"}, {"stolen", "steal"}, {"stood", "stand"}, {"stricken", "strike"},
    {"striven", "strive"}, {"strode", "stride"}, {"strove", "strive"}, {"struck", "strike"},
    {"strung", "string"}, {"stuck", "stick"}, {"stung", "sting"}, {"stunk", "stink"}, {"sung", "sing"},
    {"sunk", "sink"}, {"swam", "swim"}, {"swept", "sweep"}, {"swollen", "swell"}, {"swore", "swear"},
    {"sworn", "swear"}, {"swum", "swim"}, {"swung", "swing"}, {"taken", "take"}, {"taught", "teach"},
    {"taxied", "taxi"}, {"thought", "think"}, {"threw", "throw"}, {"thrown", "throw"}, {"thrust", "thrust"},
    {"told", "tell"}, {"took", "take"}, {"tore", "tear"}, {"torn", "tear"}, {"trod", "tread"},
    {"trodden", "tread"}, {"tying", "tie"}, {"understood", "understand"}, {"vying", "vie"}, {"went", "go"},
    {"wept", "weep"}, {"withdrawn", "withdraw"}, {"withdrew", "withdraw"}, {"withheld", "withhold"},
    {"withstood", "withstand"}, {"woke", "wake"}, {"woken", "wake"}, {"won", "win"}, {"wore", "wear"},
    {"worn", "wear"}, {"wound", "wind"}, {"wove", "weave"}, {"woven", "weave"}, {"written", "write"},
    {"wrote", "write"}, {"wrung", "wring"},
};

constexpr Pair kNouns[] = {
    {"alumni", "alumnus"}, {"analyses", "analysis"}, {"bacteria", "bacterium"}, {"calves", "calf"},
    {"children", "child"}, {"crises", "crisis"}, {"criteria", "criterion"}, {"curricula", "curriculum"},
    {"diagnoses", "diagnosis"}, {"elves", "elf"}, {"emphases", "emphasis"}, {"feet", "foot"},
    {"geese", "goose"}, {"halves", "half"}, {"hooves", "hoof"}, {"hypotheses", "hypothesis"},
    {"knives", "knife"}, {"leaves", "leaf"}, {"lice", "louse"}, {"lives", "life"}, {"loaves", "loaf"},
    {"memoranda", "memorandum"}, {"men", "man"}, {"mice", "mouse"}, {"nuclei", "nucleus"}, {"oases", "oasis"},
    {"oxen", "ox"}, {"parentheses", "parenthesis"}, {"phenomena", "phenomenon"}, {"referenda", "referendum"},
    {"scarves", "scarf"}, {"selves", "self"}, {"shelves", "shelf"}, {"stimuli", "stimulus"},
    {"syntheses", "synthesis"}, {"teeth", "tooth"}, {"theses", "thesis"}, {"thieves", "thief"},
    {"ultimata", "ultimatum"}, {"wives", "wife"}, {"wolves", "wolf"}, {"women", "woman"},
};

std::string_view find(std::span<const Pair> table, std::string_view form) {
  const auto at = std::lower_bound(table.begin(), table.end(), form, [](const Pair& pair, std::string_view wanted) { return pair.form < wanted; });
  return at != table.end() && at->form == form ? at->lemma : std::string_view();
}

}  // namespace

std::string_view irregular_verb(std::string_view form) { return find(kVerbs, form); }
std::string_view irregular_noun(std::string_view form) { return find(kNouns, form); }

}  // namespace annalist
