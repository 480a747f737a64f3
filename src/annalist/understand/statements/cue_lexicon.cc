#include "annalist/understand/statements/cue_lexicon.h"

#include <algorithm>
#include <array>
#include <string>

namespace annalist {
namespace {

using enum CueClass;

template <size_t kSize>
constexpr std::array<Cue, kSize> by_lemma(std::array<Cue, kSize> table) {
  std::sort(table.begin(), table.end(), [](const Cue& a, const Cue& b) { return a.lemma < b.lemma; });
  return table;
}

// clang-format off
constexpr std::array kVerbs = by_lemma(std::to_array<Cue>({
    // Saying
    {"acknowledge", kSay, kClause | kObject | kGerund, ""}, {"add", kSay, kClause, ""}, {"admit", kSay, kClause | kGerund, "to"},
    {"affirm", kSay, kClause, ""}, {"allege", kSay, kClause | kMatter, ""}, {"allude", kSay, 0, "to"},
    {"announce", kSay, kClause | kObject | kGerund, ""}, {"answer", kSay, kClause, ""}, {"argue", kSay, kClause, "for against"},
    {"assert", kSay, kClause | kMatter, ""}, {"assure", kSay, kClause | kAddressee, ""}, {"attest", kSay, kClause, ""},
    {"aver", kSay, kClause, ""}, {"avow", kSay, kClause, ""}, {"blog", kSay, kClause, "about"}, {"bluster", kSay, kClause, ""},
    {"boast", kSay, kClause, "about of"}, {"brag", kSay, kClause, "about of"}, {"caution", kSay, kClause | kAddressee, "against"},
    {"chant", kSay, kClause | kObject, ""}, {"chide", kJudge, kClause | kObject, "for"},
    {"claim", kSay, kClause | kInfinitive | kMatter, ""}, {"clarify", kSay, kClause | kMatter, ""},
    {"comment", kSay, kClause, "on about"}, {"complain", kSay, kClause, "about of"}, {"concede", kSay, kClause | kMatter, ""},
    {"conclude", kSay, kClause, ""}, {"confess", kSay, kClause, "to"}, {"confide", kSay, kClause, ""},
    {"confirm", kSay, kClause | kObject, ""}, {"contend", kSay, kClause, ""}, {"continue", kSay, kClause, ""},
    {"counter", kSay, kClause, ""}, {"cry", kSay, kClause, ""}, {"declare", kSay, kClause | kPredicate | kObject, ""},
    {"deny", kSay, kClause | kObject | kGerund, ""}, {"disclose", kSay, kClause | kObject, ""}, {"echo", kSay, kClause | kObject, ""},
    {"elaborate", kSay, kClause, "on"}, {"emphasise", kSay, kClause | kObject, ""}, {"emphasize", kSay, kClause | kObject, ""},
    {"exclaim", kSay, kClause, ""}, {"explain", kSay, kClause | kObject, ""}, {"gloat", kSay, kClause, "about"},
    {"hint", kSay, kClause, "at"}, {"imply", kSay, kClause, ""}, {"indicate", kSay, kClause, ""},
    {"inform", kSay, kClause | kAddressee, "about of"}, {"insinuate", kSay, kClause, ""}, {"insist", kSay, kClause | kGerund, "on"},
    {"interject", kSay, kClause, ""}, {"joke", kSay, kClause, "about"}, {"lament", kSay, kClause | kObject, ""},
    {"laud", kJudge, kObject, "for as"}, {"lie", kSay, 0, "about"}, {"maintain", kSay, kClause, ""},
    {"mention", kSay, kClause | kObject | kGerund, ""}, {"mumble", kSay, kClause, ""}, {"murmur", kSay, kClause, ""},
    {"muse", kSay, kClause, "about on"}, {"mutter", kSay, kClause, ""}, {"narrate", kSay, kClause, ""},
    {"note", kSay, kClause | kObject, ""}, {"notify", kSay, kClause | kAddressee, "of about"}, {"object", kSay, kClause, "to"},
    {"observe", kSay, kClause, ""}, {"opine", kSay, kClause, "on"}, {"point out", kSay, kClause, ""}, {"point", kSay, 0, "to"},
    {"post", kSay, kClause | kObject | kText, ""}, {"preach", kSay, kClause, ""}, {"proclaim", kSay, kClause | kPredicate, ""},
    {"pronounce", kSay, kPredicate, ""}, {"protest", kSay, kClause, ""}, {"quip", kSay, kClause, ""},
    {"rant", kSay, kClause, "about against"}, {"reassure", kSay, kClause | kAddressee, "about"}, {"rebut", kSay, kClause | kObject, ""},
    {"recall", kSay, kClause | kObject | kGerund, ""}, {"recount", kSay, kClause | kObject, ""}, {"refer", kSay, 0, "to"},
    {"reflect", kSay, kClause, "on"}, {"reiterate", kSay, kClause | kObject, ""}, {"rejoin", kSay, kClause, ""},
    {"relate", kSay, kClause, ""}, {"remark", kSay, kClause, "on"}, {"remind", kSay, kClause | kAddressee, "of about"},
    {"repeat", kSay, kClause | kObject, ""}, {"reply", kSay, kClause, "to"}, {"report", kSay, kClause | kObject | kGerund, "on"},
    {"respond", kSay, kClause, "to"}, {"restate", kSay, kClause | kObject, ""}, {"retort", kSay, kClause, ""},
    {"reveal", kSay, kClause | kObject, ""}, {"say", kSay, kClause | kObject, ""}, {"scoff", kSay, kClause, "at"},
    {"scream", kSay, kClause, ""}, {"shout", kSay, kClause, ""}, {"signal", kSay, kClause | kMatter, ""}, {"sneer", kSay, kClause, "at"},
    {"snap", kSay, kClause, ""}, {"specify", kSay, kClause, ""}, {"speak", kSay, 0, "about of against"},
    {"state", kSay, kClause | kObject, ""}, {"stipulate", kSay, kClause, ""}, {"stress", kSay, kClause | kObject, ""},
    {"submit", kSay, kClause, ""}, {"suggest", kShow, kClause | kMatter | kGerund, ""}, {"summarize", kSay, kClause, ""},
    {"swear", kPromise, kClause | kInfinitive, ""}, {"talk", kSay, 0, "about of"},
    {"tell", kSay, kClause | kObjectInfinitive | kAddressee, "about of"}, {"testify", kSay, kClause, "about"},
    {"tout", kJudge, kObject, "as"}, {"trumpet", kSay, kClause | kObject, ""}, {"tweet", kSay, kClause | kObject, "about"},
    {"underline", kSay, kClause | kObject, ""}, {"underscore", kSay, kClause | kObject, ""}, {"utter", kSay, kClause | kObject, ""},
    {"voice", kSay, kObject, ""}, {"volunteer", kSay, kClause, ""},
    {"warn", kSay, kClause | kObjectInfinitive | kAddressee | kMatter, "of about against"}, {"whisper", kSay, kClause, ""},
    {"write", kSay, kClause | kObject | kText, "about"}, {"yell", kSay, kClause, ""}, {"apologise", kSay, kClause, "for"},
    {"apologize", kSay, kClause | kGerund, "for"}, {"bemoan", kSay, kClause | kObject, ""}, {"chime in", kSay, kClause, ""},
    {"concur", kSay, kClause, ""}, {"deadpan", kSay, kClause, ""}, {"detail", kSay, kClause | kMatter, ""},
    {"disagree", kSay, kClause, "with on about"}, {"discuss", kSay, kMatter | kGerund, ""}, {"dispute", kSay, kClause | kMatter, ""},
    {"email", kSay, kClause, ""}, {"enthuse", kSay, kClause, "about"}, {"fire back", kSay, kClause, "at"},
    {"fume", kSay, kClause, "about over"}, {"gripe", kSay, kClause, "about"}, {"groan", kSay, kClause, ""},
    {"grumble", kSay, kClause, "about"}, {"gush", kSay, kClause, "about"}, {"highlight", kSay, kClause | kMatter, ""},
    {"hit back", kSay, kClause, "at"}, {"hypothesize", kSay, kClause, ""}, {"invoke", kSay, kMatter, ""},
    {"lash out", kSay, kClause, "at against"}, {"lay out", kSay, kMatter, ""}, {"marvel", kSay, kClause, "at"},
    {"moan", kSay, kClause, "about"}, {"outline", kSay, kMatter, ""}, {"posit", kSay, kClause, ""}, {"reference", kSay, kMatter, ""},
    {"regret", kBelieve, kClause | kMatter | kGerund, ""}, {"rule", kSay, kClause, ""}, {"rule out", kSay, kMatter | kGerund, ""},
    {"shoot back", kSay, kClause, ""}, {"spell out", kSay, kClause | kMatter, ""}, {"sum up", kSay, kClause, ""},
    {"text", kSay, kClause, ""}, {"theorize", kSay, kClause, ""}, {"thunder", kSay, kClause, ""}, {"vent", kSay, kClause, "about"},
    // Asking
    {"appeal", kAsk, kInfinitive, "for"}, {"ask", kAsk, kClause | kObjectInfinitive | kInfinitive | kAddressee, "for about"},
    {"beg", kAsk, kObjectInfinitive | kInfinitive, "for"}, {"beseech", kAsk, kObjectInfinitive, ""},
    {"call", kAsk, kPredicate, "for on upon"}, {"counsel", kAsk, kClause | kObjectInfinitive, "against"},
    {"demand", kAsk, kClause | kInfinitive | kObject, ""}, {"encourage", kAsk, kObjectInfinitive, ""},
    {"entreat", kAsk, kObjectInfinitive, ""}, {"exhort", kAsk, kObjectInfinitive, ""}, {"implore", kAsk, kObjectInfinitive | kClause, ""},
    {"inquire", kAsk, kClause, "about"}, {"instruct", kAsk, kClause | kObjectInfinitive, ""}, {"invite", kAsk, kObjectInfinitive, ""},
    {"order", kAsk, kClause | kObjectInfinitive | kMatter, ""}, {"petition", kAsk, kObjectInfinitive, "for"},
    {"plead", kAsk, kClause | kInfinitive, "for"}, {"press", kAsk, kObjectInfinitive, "for"},
    {"propose", kAsk, kClause | kInfinitive | kObject | kGerund, ""}, {"query", kAsk, kClause, ""},
    {"question", kAsk, kClause | kObject, ""}, {"recommend", kAsk, kClause | kObject | kGerund, ""},
    {"request", kAsk, kClause | kObjectInfinitive | kObject, ""}, {"urge", kAsk, kClause | kObjectInfinitive | kObject, ""},
    {"advise", kAsk, kClause | kObjectInfinitive | kAddressee, "against"}, {"advocate", kAsk, kClause | kObject | kGerund, "for"},
    {"wonder", kAsk, kClause, "about"},
    // Promising and refusing
    {"agree", kPromise, kClause | kInfinitive, "with on to"}, {"commit", kPromise, kInfinitive, "to"},
    {"guarantee", kPromise, kClause | kInfinitive, ""}, {"offer", kPromise, kInfinitive | kMatter, ""},
    {"pledge", kPromise, kClause | kInfinitive | kObject, ""}, {"promise", kPromise, kClause | kInfinitive | kAddressee | kObject, ""},
    {"refuse", kPromise, kInfinitive, ""}, {"threaten", kPromise, kClause | kInfinitive, ""}, {"undertake", kPromise, kInfinitive, ""},
    {"vow", kPromise, kClause | kInfinitive | kObject, ""}, {"decline", kPromise, kInfinitive, ""},
    // Believing, expecting, feeling
    {"anticipate", kBelieve, kClause | kObject | kGerund, ""}, {"assess", kBelieve, kClause, ""}, {"assume", kBelieve, kClause, ""},
    {"believe", kBelieve, kClause | kPredicate, "in"}, {"calculate", kBelieve, kClause, ""},
    {"decide", kBelieve, kClause | kInfinitive, ""}, {"deem", kJudge, kPredicate, ""}, {"doubt", kBelieve, kClause | kObject, ""},
    {"envisage", kBelieve, kObject, ""}, {"estimate", kBelieve, kClause | kObject, ""},
    {"expect", kBelieve, kClause | kInfinitive | kObjectInfinitive, ""}, {"fear", kBelieve, kClause | kObject, ""},
    {"feel", kBelieve, kClause, ""}, {"figure", kBelieve, kClause, ""}, {"forecast", kBelieve, kClause | kObject, ""},
    {"foresee", kBelieve, kClause | kObject, ""}, {"guess", kBelieve, kClause, ""}, {"hope", kBelieve, kClause | kInfinitive, "for"},
    {"imagine", kBelieve, kClause | kMatter | kGerund, ""}, {"intend", kBelieve, kInfinitive | kObjectInfinitive, ""},
    {"judge", kBelieve, kClause | kPredicate, ""}, {"know", kBelieve, kClause, ""}, {"predict", kBelieve, kClause | kObject, ""},
    {"presume", kBelieve, kClause, ""}, {"project", kBelieve, kClause, ""}, {"realise", kBelieve, kClause, ""},
    {"realize", kBelieve, kClause, ""}, {"reason", kBelieve, kClause, ""}, {"reckon", kBelieve, kClause, ""},
    {"speculate", kBelieve, kClause, "about"}, {"suppose", kBelieve, kClause, ""}, {"surmise", kBelieve, kClause, ""},
    {"suspect", kBelieve, kClause, "of"}, {"think", kBelieve, kClause | kPredicate, "about of"},
    {"understand", kBelieve, kClause | kMatter, ""}, {"want", kBelieve, kInfinitive | kObjectInfinitive | kMatter, ""},
    {"aim", kBelieve, kInfinitive, ""}, {"bet", kBelieve, kClause, ""}, {"determine", kBelieve, kClause, ""},
    {"dread", kBelieve, kClause | kMatter | kGerund, ""}, {"perceive", kBelieve, 0, "as"}, {"plan", kBelieve, kInfinitive, ""},
    {"prefer", kBelieve, kClause | kInfinitive | kMatter, ""}, {"recognise", kBelieve, kClause, ""}, {"recognize", kBelieve, kClause, ""},
    {"remember", kBelieve, kClause | kObject | kGerund, ""}, {"resolve", kPromise, kClause | kInfinitive, ""},
    {"trust", kBelieve, kClause | kObject, ""}, {"wish", kBelieve, kClause | kInfinitive | kObjectInfinitive, ""},
    {"worry", kBelieve, kClause, "about"},
    // Judging
    {"accuse", kJudge, kObject, "of"}, {"applaud", kJudge, kObject, "for"}, {"assail", kJudge, kObject, "for as over"},
    {"berate", kJudge, kObject, "for over"}, {"blame", kJudge, kObject, "for on"}, {"blast", kJudge, kObject, "for as over"},
    {"brand", kJudge, kPredicate, "as"}, {"castigate", kJudge, kObject, "for"}, {"characterise", kJudge, 0, "as"},
    {"characterize", kJudge, 0, "as"}, {"compare", kJudge, 0, "to with"}, {"condemn", kJudge, kObject, "for as over"},
    {"congratulate", kJudge, kObject, "on for"}, {"consider", kJudge, kClause | kPredicate | kGerund, "as"},
    {"credit", kJudge, 0, "for with"}, {"criticise", kJudge, kObject, "for as over"}, {"criticize", kJudge, kObject, "for as over"},
    {"decry", kJudge, kObject, "as"}, {"defend", kJudge, kObject | kGerund, "as"}, {"denounce", kJudge, kObject, "for as over"},
    {"deplore", kJudge, kObject, "as"}, {"deride", kJudge, kObject, "as for"}, {"describe", kJudge, kClause | kObject | kGerund, "as"},
    {"dismiss", kJudge, kMatter, "as"}, {"dub", kJudge, kPredicate, ""}, {"hail", kJudge, kObject, "as for"},
    {"label", kJudge, kPredicate, "as"}, {"lambast", kJudge, kObject, "for as"}, {"lambaste", kJudge, kObject, "for as"},
    {"liken", kJudge, 0, "to"}, {"mock", kJudge, kObject, "for as"}, {"name", kJudge, 0, "as"}, {"paint", kJudge, 0, "as"},
    {"portray", kJudge, 0, "as"}, {"praise", kJudge, kObject, "for as"}, {"rail", kJudge, 0, "against at"},
    {"rank", kJudge, 0, "as among"}, {"rate", kJudge, kPredicate, "as among"}, {"rebuke", kJudge, kObject, "for over"},
    {"regard", kJudge, 0, "as"}, {"ridicule", kJudge, kObject, "for as"}, {"see", kJudge, 0, "as"},
    {"slam", kJudge, kObject, "for as over"}, {"term", kJudge, kPredicate, ""}, {"thank", kJudge, kObject, "for"},
    {"view", kJudge, 0, "as"}, {"admonish", kJudge, kObject, "for over"}, {"attack", kJudge, 0, "as for over"},
    {"attribute", kJudge, 0, "to"}, {"back", kJudge, kMatter | kGerund, ""}, {"belittle", kJudge, kObject, "as for"},
    {"call out", kJudge, kObject, "for on over"}, {"cast", kJudge, 0, "as"}, {"champion", kJudge, kMatter, "as"},
    {"chastise", kJudge, kObject, "for over"}, {"commend", kJudge, kObject, "for"}, {"depict", kJudge, 0, "as"},
    {"disavow", kJudge, kObject, ""}, {"disparage", kJudge, kObject, "as for"}, {"endorse", kJudge, kObject | kGerund, "for as"},
    {"espouse", kJudge, kMatter, ""}, {"excoriate", kJudge, kObject, "for as over"}, {"extol", kJudge, kObject, "as for"},
    {"favor", kJudge, kMatter | kGerund, ""}, {"favour", kJudge, kMatter | kGerund, ""}, {"identify", kJudge, 0, "as"},
    {"malign", kJudge, kObject, "as for"}, {"oppose", kJudge, kMatter | kGerund, ""}, {"reject", kJudge, kMatter | kGerund, "as"},
    {"renounce", kJudge, kMatter, ""}, {"repudiate", kJudge, kMatter, "as"}, {"salute", kJudge, kObject, "for as"},
    {"scold", kJudge, kObject, "for over"}, {"support", kJudge, kMatter | kGerund, ""}, {"upbraid", kJudge, kObject, "for over"},
    {"vilify", kJudge, kObject, "as for"}, {"welcome", kJudge, kMatter, "as"},
    // Further ways of saying, asking and judging
    {"agonise", kBelieve, kClause, "over about"}, {"agonize", kBelieve, kClause, "over about"}, {"bark", kSay, kClause, "at"},
    {"bellow", kSay, kClause, ""}, {"charge", kJudge, kClause, ""},
    {"coach", kAsk, kObjectInfinitive, ""}, {"contrast", kJudge, 0, "with"},
    {"convince", kSay, kClause | kObjectInfinitive | kAddressee, "of"}, {"debunk", kJudge, kMatter, "as"}, {"decree", kSay, kClause, ""},
    {"demonise", kJudge, kObject, "as"}, {"demonize", kJudge, kObject, "as"}, {"dictate", kAsk, kClause, ""},
    {"diagnose", kJudge, 0, "as"}, {"disapprove", kJudge, 0, "of"}, {"approve", kJudge, 0, "of"},
    {"dislike", kBelieve, kMatter | kGerund, ""}, {"distrust", kBelieve, kObject, ""}, {"envision", kBelieve, kMatter | kGerund, ""},
    {"express", kSay, kObject, ""}, {"fault", kJudge, kObject, "for"}, {"forewarn", kSay, kClause | kAddressee, "of"},
    {"glorify", kJudge, kObject, "as"}, {"hammer", kJudge, 0, "for over as on"}, {"hate", kBelieve, kMatter | kInfinitive | kGerund, ""},
    {"impugn", kJudge, kMatter, ""}, {"issue", kSay, kObject | kText, ""}, {"jest", kSay, kClause, "about"},
    {"knock", kJudge, 0, "for as"}, {"like", kBelieve, kInfinitive | kObjectInfinitive, ""}, {"list", kSay, kMatter, "as among"},
    {"loathe", kBelieve, kMatter | kGerund, ""}, {"long", kBelieve, kInfinitive, "for"}, {"love", kBelieve, kInfinitive | kMatter, ""},
    {"misrepresent", kJudge, kMatter, "as"}, {"mourn", kBelieve, kMatter, ""}, {"pan", kJudge, kMatter, "as for"},
    {"persuade", kSay, kClause | kObjectInfinitive | kAddressee, "of"}, {"pitch", kSay, kMatter, "as"}, {"play down", kSay, kMatter, ""},
    {"downplay", kSay, kMatter, "as"}, {"ponder", kBelieve, kClause | kMatter | kGerund, ""}, {"preview", kSay, kMatter, ""},
    {"promote", kJudge, 0, "as"}, {"publish", kSay, kObject | kText, ""}, {"push", kAsk, 0, "for"},
    {"push back", kSay, kClause, "on against at"}, {"rattle off", kSay, kObject, ""}, {"reaffirm", kSay, kClause | kObject, ""},
    {"rebuff", kJudge, kMatter, "as"}, {"recite", kSay, kClause | kObject, ""}, {"refute", kJudge, kClause | kMatter, "as"},
    {"release", kSay, kObject | kText, ""}, {"resent", kBelieve, kMatter | kGerund, ""}, {"reprimand", kJudge, kObject, "for over"},
    {"riff", kSay, kClause, "on about"}, {"second", kSay, kMatter, ""}, {"seek", kBelieve, kInfinitive, ""},
    {"shrug off", kJudge, kMatter, "as"}, {"brush off", kJudge, kMatter, "as"}, {"side", kJudge, 0, "with against"},
    {"slander", kJudge, kObject, "as"}, {"smear", kJudge, kObject, "as"}, {"spurn", kJudge, kMatter, "as"},
    {"stereotype", kJudge, 0, "as"}, {"strive", kBelieve, kInfinitive, ""}, {"swipe", kJudge, 0, "at over"},
    {"sympathise", kBelieve, 0, "with"}, {"sympathize", kBelieve, 0, "with"}, {"taunt", kJudge, kClause | kObject, "for as over"},
    {"tease", kSay, kClause | kObject, "about for"}, {"toy", kBelieve, 0, "with"}, {"treat", kJudge, 0, "as"},
    {"trash", kJudge, kObject, "as for"}, {"validate", kJudge, kMatter, ""}, {"vouch", kSay, 0, "for"}, {"weigh in", kSay, kClause, "on"},
    {"yearn", kBelieve, kInfinitive, "for"}, {"admire", kBelieve, kObject, "for"}, {"address", kSay, kMatter, ""},
    {"articulate", kSay, kMatter, ""}, {"balk", kJudge, 0, "at"}, {"bristle", kJudge, 0, "at"}, {"care", kBelieve, 0, "about"},
    {"celebrate", kJudge, kMatter, "as"}, {"challenge", kJudge, kMatter, "on over"}, {"come out", kSay, 0, "against for"},
    {"contemplate", kBelieve, kMatter | kGerund, ""}, {"contradict", kSay, kClause | kMatter, ""},
    {"document", kShow, kClause | kObject, ""}, {"embrace", kJudge, kMatter, "as"}, {"frame", kJudge, 0, "as"},
    {"herald", kJudge, kMatter, "as"}, {"hold", kBelieve, kClause, ""}, {"lobby", kAsk, kObjectInfinitive, "for against"},
    {"mull", kBelieve, kMatter | kGerund, ""}, {"notice", kBelieve, kClause, ""}, {"peg", kJudge, 0, "as"},
    {"react", kSay, kClause, "to"}, {"relish", kBelieve, kMatter | kGerund, ""}, {"retweet", kSay, kObject, ""},
    {"rip", kJudge, 0, "for as over"}, {"savage", kJudge, kObject, "for as"}, {"share", kSay, kObject | kText, ""},
    {"speak out", kSay, 0, "against about on for"}, {"unveil", kSay, kObject | kText, ""}, {"weigh", kBelieve, kMatter | kGerund, ""},
    // Showing
    {"demonstrate", kShow, kClause, ""}, {"find", kShow, kClause | kObject | kPredicate, ""}, {"prove", kShow, kClause, ""},
    {"read", kShow, kClause, ""}, {"show", kShow, kClause | kObject, ""}, {"allow", kShow, kClause, ""},
    {"learn", kShow, kClause, "about of"},
    // Citing
    {"cite", kCite, kMatter, ""}, {"quote", kCite, 0, ""},
}));
// clang-format on

// clang-format off
constexpr std::array kNouns = by_lemma(std::to_array<Cue>({
    {"accusation", kJudge, kClause, "of"}, {"admission", kSay, kClause, "of"}, {"advice", kAsk, kInfinitive, ""},
    {"allegation", kSay, kClause, "of"}, {"announcement", kSay, kClause, "of about"}, {"appeal", kAsk, kInfinitive, "for"},
    {"argument", kSay, kClause, "for against about"}, {"assertion", kSay, kClause, ""}, {"assessment", kBelieve, kClause, "of"},
    {"assumption", kBelieve, kClause, ""}, {"assurance", kPromise, kClause, "of"}, {"belief", kBelieve, kClause, "in"},
    {"boast", kSay, kClause, ""}, {"call", kAsk, kInfinitive, "for"}, {"charge", kJudge, kClause, ""},
    {"claim", kSay, kClause | kInfinitive, "of about"}, {"comment", kSay, kClause, "about on"}, {"complaint", kSay, kClause, "about"},
    {"concern", kBelieve, kClause, "about over"}, {"conclusion", kSay, kClause, ""}, {"confidence", kBelieve, kClause, "in"},
    {"confirmation", kSay, kClause, "of"}, {"contention", kSay, kClause, ""}, {"conviction", kBelieve, kClause, ""},
    {"declaration", kSay, kClause, ""}, {"demand", kAsk, kClause | kInfinitive, "for"}, {"denial", kSay, kClause, "of"},
    {"estimate", kBelieve, kClause, "of"}, {"expectation", kBelieve, kClause, ""}, {"explanation", kSay, kClause, "of for"},
    {"fear", kBelieve, kClause, ""}, {"finding", kShow, kClause, ""}, {"forecast", kBelieve, kClause, ""},
    {"guarantee", kPromise, kClause, "of"}, {"hint", kSay, kClause, ""}, {"hope", kBelieve, kClause | kInfinitive, "for of"},
    {"impression", kBelieve, kClause, "of"}, {"indication", kSay, kClause, ""}, {"insistence", kSay, kClause, "on"},
    {"instruction", kAsk, kClause | kInfinitive, ""}, {"message", kSay, kClause, "of about on"}, {"notion", kBelieve, kClause, ""},
    {"observation", kSay, kClause, ""}, {"opinion", kBelieve, kClause, "of on about"}, {"order", kAsk, kClause | kInfinitive, ""},
    {"plea", kAsk, kClause | kInfinitive, "for"}, {"pledge", kPromise, kClause | kInfinitive, "of"},
    {"prediction", kBelieve, kClause, "of about"}, {"promise", kPromise, kClause | kInfinitive, "of"},
    {"proposal", kAsk, kClause | kInfinitive, ""}, {"recommendation", kAsk, kClause, "for on"}, {"refusal", kPromise, kInfinitive, ""},
    {"remark", kSay, kClause, "about on"}, {"report", kSay, kClause, ""}, {"request", kAsk, kClause | kInfinitive, ""},
    {"revelation", kSay, kClause, ""}, {"statement", kSay, kClause, "on about"}, {"suggestion", kSay, kClause, "of"},
    {"suspicion", kBelieve, kClause, ""}, {"testimony", kSay, kClause, "about on"}, {"threat", kPromise, kClause | kInfinitive, "of"},
    {"view", kBelieve, kClause, ""}, {"vow", kPromise, kClause | kInfinitive, ""},
    {"warning", kSay, kClause, "of about against"}, {"worry", kBelieve, kClause, "about"}, {"acknowledgment", kSay, kClause, "of"},
    {"apology", kSay, kClause, "for"}, {"commitment", kPromise, kClause | kInfinitive, ""}, {"criticism", kJudge, kClause, "of over"},
    {"desire", kBelieve, kInfinitive, "for"}, {"determination", kPromise, kInfinitive, ""}, {"doubt", kBelieve, kClause, "about"},
    {"intention", kBelieve, kInfinitive, "of"}, {"objection", kSay, kClause, "to"}, {"optimism", kBelieve, kClause, "about"},
    {"plan", kBelieve, kInfinitive, ""}, {"question", kAsk, kClause, "about over"}, {"regret", kBelieve, kClause, "for over about"},
    {"skepticism", kBelieve, kClause, "about of"}, {"willingness", kPromise, kInfinitive, ""},
    {"wish", kBelieve, kClause | kInfinitive, "for"}, {"attitude", kBelieve, kClause, "toward towards about to"},
    {"backing", kJudge, 0, "for of"}, {"case", kSay, kClause, "for against"}, {"characterization", kJudge, 0, "of"},
    {"condemnation", kJudge, 0, "of"}, {"condolence", kSay, 0, "to"}, {"defence", kJudge, 0, "of"}, {"description", kJudge, 0, "of"},
    {"disapproval", kJudge, 0, "of"}, {"dissatisfaction", kBelieve, 0, "with over"}, {"endorsement", kJudge, 0, "of"},
    {"exhortation", kAsk, kInfinitive, "to"}, {"idea", kBelieve, kClause, ""}, {"joke", kSay, kClause, "about"},
    {"mention", kSay, 0, "of"}, {"opposition", kJudge, 0, "to"}, {"outrage", kBelieve, 0, "over at about"},
    {"point", kSay, kClause, "about"}, {"position", kBelieve, kLight | kClause, "on"}, {"praise", kJudge, 0, "for of"},
    {"preference", kBelieve, 0, "for"}, {"reference", kSay, 0, "to"}, {"rejection", kJudge, 0, "of"},
    {"response", kSay, kLight | kClause, "to"}, {"reaction", kSay, kLight | kClause, "to"}, {"sense", kBelieve, kClause, ""},
    {"speech", kSay, kLight | kClause, "about on"}, {"stance", kBelieve, kLight | kClause, "on"}, {"support", kJudge, kLight, "for of"},
    {"sympathy", kBelieve, 0, "for"}, {"thought", kBelieve, kClause, "on about"}, {"tweet", kSay, kClause, "about"},
    {"understanding", kBelieve, kClause, "of"}, {"aim", kJudge, kLight, "at"}, {"attention", kSay, kLight, "to"},
    {"comparison", kJudge, kLight, "between of to with"}, {"contrast", kJudge, kLight, "between with"},
    {"distinction", kJudge, kLight, "between"}, {"exception", kJudge, kLight, "to"}, {"issue", kJudge, kLight, "with"},
    {"jab", kJudge, kLight, "at"}, {"note", kSay, kLight | kClause, "of about"}, {"offence", kJudge, kLight, "at"},
    {"offense", kJudge, kLight, "at"}, {"shot", kJudge, kLight, "at"}, {"swipe", kJudge, kLight, "at"},
    {"detail", kSay, kLight, "about of on"}, {"parallel", kJudge, kLight, "between to with"}, {"pitch", kSay, kLight | kClause, "for to"},
    {"vision", kSay, kLight, "of for"}, {"blame", kJudge, kLight, "on for"},
}));
// clang-format on

// clang-format off
constexpr std::array kAdjectives = by_lemma(std::to_array<Cue>({
    {"adamant", kSay, kClause, ""}, {"afraid", kBelieve, kClause | kInfinitive, "of"}, {"certain", kBelieve, kClause, "of about"},
    {"clear", kSay, kClause, "about"}, {"committed", kPromise, kInfinitive, "to"}, {"concerned", kBelieve, kClause, "about over by with"},
    {"confident", kBelieve, kClause, "in of about"}, {"convinced", kBelieve, kClause, "of"},
    {"determined", kPromise, kClause | kInfinitive, ""}, {"disappointed", kBelieve, kClause | kInfinitive, "in with by about"},
    {"doubtful", kBelieve, kClause, "of about"}, {"eager", kBelieve, kInfinitive, "for"}, {"fearful", kBelieve, kClause, "of"},
    {"glad", kBelieve, kClause | kInfinitive, "about"}, {"grateful", kBelieve, kClause | kInfinitive, "for to"},
    {"happy", kBelieve, kClause | kInfinitive, "with about"}, {"hopeful", kBelieve, kClause, "about of for"},
    {"optimistic", kBelieve, kClause, "about"}, {"pessimistic", kBelieve, kClause, "about"},
    {"pleased", kBelieve, kClause | kInfinitive, "with about by"}, {"proud", kBelieve, kClause | kInfinitive, "of"},
    {"reluctant", kBelieve, kInfinitive, ""}, {"sceptical", kBelieve, kClause, "about of"}, {"skeptical", kBelieve, kClause, "about of"},
    {"sorry", kBelieve, kClause | kInfinitive, "for about"}, {"sure", kBelieve, kClause, "about of"},
    {"surprised", kBelieve, kClause | kInfinitive, "by at about"}, {"unsure", kBelieve, kClause, "about of"},
    {"unwilling", kPromise, kInfinitive, ""}, {"wary", kBelieve, kClause, "of about"}, {"willing", kPromise, kInfinitive, ""},
    {"worried", kBelieve, kClause, "about over by"}, {"angry", kBelieve, kClause, "about over at with"},
    {"ambivalent", kBelieve, 0, "about on"}, {"anxious", kBelieve, kClause | kInfinitive, "about"},
    {"ashamed", kBelieve, kClause | kInfinitive, "of"}, {"aware", kBelieve, kClause, "of"}, {"bullish", kBelieve, 0, "on about"},
    {"critical", kJudge, 0, "of"}, {"cynical", kBelieve, 0, "about"}, {"dismissive", kJudge, 0, "of"},
    {"enthusiastic", kBelieve, 0, "about"}, {"excited", kBelieve, kClause | kInfinitive, "about by"},
    {"frustrated", kBelieve, kClause, "with by over at"}, {"furious", kBelieve, kClause, "about over at with"},
    {"hesitant", kPromise, kInfinitive, ""}, {"hostile", kJudge, 0, "to toward towards"}, {"impressed", kBelieve, kClause, "by with"},
    {"inclined", kBelieve, kInfinitive, ""}, {"insistent", kSay, kClause, "on"}, {"mindful", kBelieve, kClause, "of"},
    {"nervous", kBelieve, kClause, "about"}, {"open", kBelieve, 0, "to"}, {"opposed", kJudge, 0, "to"},
    {"outraged", kBelieve, kClause, "by over at"}, {"outspoken", kSay, 0, "about in against on"},
    {"positive", kBelieve, kClause, "about"}, {"quick", kPromise, kInfinitive, ""},
    {"satisfied", kBelieve, kClause, "with"}, {"scared", kBelieve, kClause, "of"}, {"silent", kSay, 0, "on about"},
    {"supportive", kJudge, 0, "of"}, {"suspicious", kBelieve, kClause, "of"}, {"sympathetic", kBelieve, 0, "to toward towards"},
    {"terrified", kBelieve, kClause, "of"}, {"thankful", kBelieve, kClause | kInfinitive, "for"},
    {"thrilled", kBelieve, kClause | kInfinitive, "with by about"}, {"tired", kBelieve, 0, "of"}, {"troubled", kBelieve, kClause, "by"},
    {"unaware", kBelieve, kClause, "of"}, {"uncertain", kBelieve, kClause, "about of"}, {"uncomfortable", kBelieve, 0, "with"},
    {"comfortable", kBelieve, 0, "with"}, {"unhappy", kBelieve, kClause, "with about"}, {"unimpressed", kBelieve, 0, "by with"},
    {"unequivocal", kSay, kClause, "about in"}, {"upset", kBelieve, kClause, "about over with by"}, {"vocal", kSay, 0, "about in"},
    {"alarmed", kBelieve, kClause, "by about at"}, {"bitter", kBelieve, kClause, "about over"},
    {"careful", kPromise, kInfinitive, "about"}, {"distrustful", kBelieve, 0, "of"}, {"leery", kBelieve, 0, "of about"},
    {"mistrustful", kBelieve, 0, "of"}, {"shocked", kBelieve, kClause | kInfinitive, "by at about"},
    {"unafraid", kBelieve, kInfinitive, "of"}, {"unapologetic", kSay, 0, "about"}, {"unconvinced", kBelieve, kClause, "by of"},
    {"uneasy", kBelieve, 0, "about with over"},
}));
// clang-format on

constexpr std::array kLightVerbs = std::to_array<std::string_view>(
    {"carry",       "convey",  "deliver", "draw",     "express", "file",    "give",  "have",    "hold",      "issue",
     "launch",      "lodge",   "make",    "mount",    "offer",   "pose",    "post",  "present", "publish",   "put",
     "put forward", "put out", "raise",   "reaffirm", "reject",  "release", "renew", "repeat",  "reiterate", "send",
     "share",       "sign",    "state",   "take",     "tell",    "voice",   "write"});
constexpr std::array kNeedSpeaker = std::to_array<std::string_view>(
    {"add",     "allow", "announce",  "confirm", "continue", "counter",  "credit",   "demonstrate", "echo",       "encourage", "expect",
     "figure",  "find",  "guarantee", "hint",    "imply",    "indicate", "invite",   "learn",       "lie",        "name",      "note",
     "observe", "offer", "order",     "paint",   "point",    "post",     "press",    "project",     "promise",    "prove",     "question",
     "rank",    "rate",  "read",      "reason",  "recall",   "refer",    "reflect",  "relate",      "repeat",     "require",   "reveal",
     "see",     "show",  "signal",    "stress",  "submit",   "suggest",  "threaten", "underline",   "underscore", "view",      "want"});
constexpr std::array kHearsay = std::to_array<std::string_view>({"allegedly", "purportedly", "reportedly", "rumoredly", "supposedly"});
constexpr std::array kTexts = std::to_array<std::string_view>(
    {"account",   "ad",      "agency",      "analysis",   "announcement", "article",    "assessment",   "audit",     "bill",
     "blog",      "book",    "broadcaster", "caption",    "channel",      "column",     "communique",   "complaint", "correspondent",
     "data",      "datum",   "dispatch",    "document",   "editorial",    "email",      "estimate",     "evidence",  "figure",
     "filing",    "finding", "footage",     "forecast",   "headline",     "indictment", "intelligence", "interview", "investigation",
     "journal",   "law",     "leaflet",     "letter",     "magazine",     "media",      "medium",       "memo",      "message",
     "monitor",   "network", "news",        "newspaper",  "note",         "number",     "outlet",       "paper",     "plan",
     "poll",      "polling", "post",        "press",      "projection",   "proposal",   "publication",  "radio",     "record",
     "release",   "report",  "research",    "resolution", "result",       "review",     "rumor",        "rumour",    "sign",
     "site",      "source",  "statement",   "station",    "statistics",   "study",      "summary",      "survey",    "television",
     "testimony", "text",    "transcript",  "tweet",      "video",        "website",    "witness"});
constexpr std::array kShares =
    std::to_array<std::string_view>({"%", "campaign", "electorate", "half", "majority", "minority", "number", "percent", "plurality",
                                     "portion", "public", "quarter", "share", "third", "two-thirds", "three-quarters"});
constexpr std::array kMeasures =
    std::to_array<std::string_view>({"age", "agreement", "custom", "formula", "law", "need", "norm", "plan", "principle", "procedure",
                                     "rule", "schedule", "size", "standard", "taste", "timetable", "tradition", "value", "wish"});

constexpr bool less(const Cue& cue, std::string_view lemma) { return cue.lemma < lemma; }
constexpr bool same_lemma(const Cue& a, const Cue& b) { return a.lemma == b.lemma; }
static_assert(std::adjacent_find(kVerbs.begin(), kVerbs.end(), same_lemma) == kVerbs.end());
static_assert(std::adjacent_find(kNouns.begin(), kNouns.end(), same_lemma) == kNouns.end());
static_assert(std::adjacent_find(kAdjectives.begin(), kAdjectives.end(), same_lemma) == kAdjectives.end());

template <size_t kSize>
const Cue* find_in(const std::array<Cue, kSize>& table, std::string_view lemma) {
  const auto found = std::lower_bound(table.begin(), table.end(), lemma, less);
  return found == table.end() || found->lemma != lemma ? nullptr : &*found;
}
template <size_t kSize>
bool holds(const std::array<std::string_view, kSize>& table, std::string_view lemma) {
  return std::find(table.begin(), table.end(), lemma) != table.end();
}

}  // namespace

bool has_word(std::string_view list, std::string_view word) {
  if (word.empty()) return false;
  for (size_t at = list.find(word); at != list.npos; at = list.find(word, at + 1)) {
    const size_t end = at + word.size();
    if ((at == 0 || list[at - 1] == ' ') && (end == list.size() || list[end] == ' ')) return true;
  }
  return false;
}

const Cue* find_verb_cue(std::string_view lemma) { return find_in(kVerbs, lemma); }
const Cue* find_verb_cue_by_form(std::string_view form) {
  for (const std::string_view ending : {"ied", "ies", "ed", "es", "ing", "d", "s"}) {
    if (form.size() < ending.size() + 3 || !form.ends_with(ending)) continue;
    const std::string stem(form.substr(0, form.size() - ending.size()));
    const bool doubled = stem[stem.size() - 1] == stem[stem.size() - 2];
    const std::string single = doubled ? stem.substr(0, stem.size() - 1) : stem;
    for (const std::string& lemma : {ending[0] == 'i' && ending != "ing" ? stem + "y" : stem, stem + "e", single}) {
      if (const Cue* cue = find_verb_cue(lemma); cue != nullptr) return cue;
    }
  }
  return nullptr;
}
const Cue* find_noun_cue(std::string_view lemma) { return find_in(kNouns, lemma); }
const Cue* find_adjective_cue(std::string_view lemma) { return find_in(kAdjectives, lemma); }
bool needs_speaker(std::string_view lemma) { return holds(kNeedSpeaker, lemma); }
bool is_light_verb(std::string_view lemma) { return holds(kLightVerbs, lemma); }
bool is_hearsay_adverb(std::string_view lemma) { return holds(kHearsay, lemma); }
bool is_text_noun(std::string_view lemma) { return holds(kTexts, lemma); }
bool is_share_noun(std::string_view lemma) { return holds(kShares, lemma); }
bool is_measure_noun(std::string_view lemma) { return holds(kMeasures, lemma); }
int verb_cue_count() { return static_cast<int>(kVerbs.size()); }
int noun_cue_count() { return static_cast<int>(kNouns.size()); }

}  // namespace annalist
