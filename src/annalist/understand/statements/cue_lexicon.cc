#include "annalist/understand/statements/cue_lexicon.h"

#include <algorithm>
#include <array>
#include <string>

namespace annalist {
namespace {

using enum CueClass;

// clang-format off
constexpr std::array kVerbs = std::to_array<Cue>({
    // Saying
    {"acknowledge", kSay, kClause, ""}, {"add", kSay, kClause, ""}, {"admit", kSay, kClause, "to"},
    {"affirm", kSay, kClause, ""}, {"allege", kSay, kClause, ""}, {"allude", kSay, 0, "to"},
    {"announce", kSay, kClause | kObject, ""}, {"answer", kSay, kClause, ""}, {"argue", kSay, kClause, "for against"},
    {"assert", kSay, kClause, ""}, {"assure", kSay, kClause | kAddressee, ""}, {"attest", kSay, kClause, ""},
    {"aver", kSay, kClause, ""}, {"avow", kSay, kClause, ""},
    {"blog", kSay, kClause, "about"}, {"bluster", kSay, kClause, ""}, {"boast", kSay, kClause, "about of"},
    {"brag", kSay, kClause, "about of"}, {"caution", kSay, kClause | kAddressee, "against"}, {"chant", kSay, kClause | kObject, ""},
    {"chide", kSay, kClause, ""}, {"claim", kSay, kClause | kInfinitive, ""}, {"clarify", kSay, kClause, ""},
    {"comment", kSay, kClause, "on about"}, {"complain", kSay, kClause, "about of"}, {"concede", kSay, kClause, ""},
    {"conclude", kSay, kClause, ""}, {"confess", kSay, kClause, "to"}, {"confide", kSay, kClause, ""},
    {"confirm", kSay, kClause | kObject, ""}, {"contend", kSay, kClause, ""}, {"continue", kSay, kClause, ""},
    {"counter", kSay, kClause, ""}, {"cry", kSay, kClause, ""}, {"declare", kSay, kClause | kPredicate | kObject, ""},
    {"deny", kSay, kClause | kObject, ""}, {"disclose", kSay, kClause, ""}, {"echo", kSay, kClause, ""},
    {"elaborate", kSay, kClause, "on"}, {"emphasise", kSay, kClause, ""}, {"emphasize", kSay, kClause, ""},
    {"exclaim", kSay, kClause, ""}, {"explain", kSay, kClause, ""}, {"gloat", kSay, kClause, "about"},
    {"hint", kSay, kClause, "at"}, {"imply", kSay, kClause, ""}, {"indicate", kSay, kClause, ""},
    {"inform", kSay, kClause | kAddressee, "about of"}, {"insinuate", kSay, kClause, ""}, {"insist", kSay, kClause, "on"},
    {"interject", kSay, kClause, ""}, {"joke", kSay, kClause, "about"}, {"lament", kSay, kClause | kObject, ""},
    {"laud", kJudge, kObject, "for as"}, {"lie", kSay, 0, "about"}, {"maintain", kSay, kClause, ""},
    {"mention", kSay, kClause | kObject, ""}, {"mumble", kSay, kClause, ""}, {"murmur", kSay, kClause, ""},
    {"muse", kSay, kClause, "about on"}, {"mutter", kSay, kClause, ""}, {"narrate", kSay, kClause, ""},
    {"note", kSay, kClause, ""}, {"notify", kSay, kClause | kAddressee, "of about"}, {"object", kSay, kClause, "to"},
    {"observe", kSay, kClause, ""}, {"opine", kSay, kClause, "on"}, {"point out", kSay, kClause, ""},
    {"point", kSay, 0, "to"}, {"post", kSay, kClause, ""}, {"preach", kSay, kClause, ""},
    {"proclaim", kSay, kClause | kPredicate, ""}, {"pronounce", kSay, kPredicate, ""}, {"protest", kSay, kClause, ""},
    {"quip", kSay, kClause, ""}, {"rant", kSay, kClause, "about against"},
    {"reassure", kSay, kClause | kAddressee, "about"}, {"rebut", kSay, kClause | kObject, ""}, {"recall", kSay, kClause, ""},
    {"recount", kSay, kClause | kObject, ""}, {"refer", kSay, 0, "to"}, {"reflect", kSay, kClause, "on"},
    {"reiterate", kSay, kClause | kObject, ""}, {"rejoin", kSay, kClause, ""}, {"relate", kSay, kClause, ""},
    {"remark", kSay, kClause, "on"}, {"remind", kSay, kClause | kAddressee, "of about"}, {"repeat", kSay, kClause, ""},
    {"reply", kSay, kClause, ""}, {"report", kSay, kClause, "on"}, {"respond", kSay, kClause, ""},
    {"restate", kSay, kClause | kObject, ""}, {"retort", kSay, kClause, ""}, {"reveal", kSay, kClause, ""},
    {"say", kSay, kClause, ""}, {"scoff", kSay, kClause, "at"}, {"scream", kSay, kClause, ""},
    {"shout", kSay, kClause, ""}, {"signal", kSay, kClause, ""}, {"sneer", kSay, kClause, "at"},
    {"snap", kSay, kClause, ""}, {"specify", kSay, kClause, ""}, {"speak", kSay, 0, "about of against"},
    {"state", kSay, kClause, ""}, {"stipulate", kSay, kClause, ""}, {"stress", kSay, kClause | kObject, ""},
    {"submit", kSay, kClause, ""}, {"suggest", kShow, kClause, ""}, {"summarize", kSay, kClause, ""},
    {"swear", kPromise, kClause | kInfinitive, ""}, {"talk", kSay, 0, "about of"}, {"tell", kSay, kClause | kObjectInfinitive | kAddressee, "about of"},
    {"testify", kSay, kClause, "about"}, {"tout", kJudge, kObject, "as"}, {"trumpet", kSay, kClause | kObject, ""},
    {"tweet", kSay, kClause, "about"}, {"underline", kSay, kClause | kObject, ""}, {"underscore", kSay, kClause | kObject, ""},
    {"utter", kSay, kClause | kObject, ""}, {"voice", kSay, kObject, ""}, {"volunteer", kSay, kClause, ""},
    {"warn", kSay, kClause | kObjectInfinitive | kAddressee, "of about against"}, {"whisper", kSay, kClause, ""},
    {"write", kSay, kClause, "about"}, {"yell", kSay, kClause, ""},
    {"apologise", kSay, kClause, "for"}, {"apologize", kSay, kClause, "for"}, {"bemoan", kSay, kClause | kObject, ""},
    {"chime in", kSay, kClause, ""}, {"concur", kSay, kClause, ""}, {"deadpan", kSay, kClause, ""},
    {"detail", kSay, kMatter, ""}, {"disagree", kSay, kClause, "with on about"}, {"discuss", kSay, kMatter, ""},
    {"dispute", kSay, kClause | kMatter, ""}, {"email", kSay, kClause, ""}, {"enthuse", kSay, kClause, "about"},
    {"fire back", kSay, kClause, "at"}, {"fume", kSay, kClause, "about over"}, {"gripe", kSay, kClause, "about"},
    {"groan", kSay, kClause, ""}, {"grumble", kSay, kClause, "about"}, {"gush", kSay, kClause, "about"},
    {"highlight", kSay, kClause | kMatter, ""}, {"hit back", kSay, kClause, "at"}, {"hypothesize", kSay, kClause, ""},
    {"invoke", kSay, kMatter, ""}, {"lash out", kSay, kClause, "at against"}, {"lay out", kSay, kMatter, ""},
    {"marvel", kSay, kClause, "at"}, {"moan", kSay, kClause, "about"}, {"outline", kSay, kMatter, ""},
    {"posit", kSay, kClause, ""}, {"reference", kSay, kMatter, ""},
    {"regret", kBelieve, kClause | kMatter, ""}, {"rule", kSay, kClause, ""}, {"rule out", kSay, kMatter, ""},
    {"shoot back", kSay, kClause, ""}, {"spell out", kSay, kClause | kMatter, ""}, {"sum up", kSay, kClause, ""},
    {"text", kSay, kClause, ""}, {"theorize", kSay, kClause, ""}, {"thunder", kSay, kClause, ""}, {"vent", kSay, kClause, "about"},
    // Asking
    {"appeal", kAsk, kInfinitive, "for to"}, {"ask", kAsk, kClause | kObjectInfinitive | kInfinitive | kAddressee, "for about"},
    {"beg", kAsk, kObjectInfinitive | kInfinitive, "for"}, {"beseech", kAsk, kObjectInfinitive, ""}, {"call", kAsk, kPredicate, "for on upon"},
    {"counsel", kAsk, kClause | kObjectInfinitive, "against"}, {"demand", kAsk, kClause | kInfinitive | kObject, ""},
    {"encourage", kAsk, kObjectInfinitive, ""}, {"entreat", kAsk, kObjectInfinitive, ""}, {"exhort", kAsk, kObjectInfinitive, ""},
    {"implore", kAsk, kObjectInfinitive | kClause, ""}, {"inquire", kAsk, kClause, "about"}, {"instruct", kAsk, kClause | kObjectInfinitive, ""},
    {"invite", kAsk, kObjectInfinitive, ""}, {"order", kAsk, kClause | kObjectInfinitive, ""}, {"petition", kAsk, kObjectInfinitive, "for"},
    {"plead", kAsk, kClause | kInfinitive, "for"}, {"press", kAsk, kObjectInfinitive, "for"}, {"propose", kAsk, kClause | kInfinitive | kObject, ""},
    {"query", kAsk, kClause, ""}, {"question", kAsk, kClause | kObject, ""}, {"recommend", kAsk, kClause | kObject, ""},
    {"request", kAsk, kClause | kObjectInfinitive | kObject, ""}, {"urge", kAsk, kClause | kObjectInfinitive | kObject, ""},
    {"advise", kAsk, kClause | kObjectInfinitive | kAddressee, "against"}, {"advocate", kAsk, kClause | kObject, "for"},
    {"wonder", kAsk, kClause, "about"},
    // Promising and refusing
    {"agree", kPromise, kClause, ""}, {"commit", kPromise, kInfinitive, "to"}, {"guarantee", kPromise, kClause | kInfinitive, ""},
    {"offer", kPromise, kInfinitive, ""}, {"pledge", kPromise, kClause | kInfinitive | kObject, ""},
    {"promise", kPromise, kClause | kInfinitive | kAddressee | kObject, ""}, {"refuse", kPromise, kInfinitive, ""},
    {"threaten", kPromise, kClause | kInfinitive, ""}, {"undertake", kPromise, kInfinitive, ""}, {"vow", kPromise, kClause | kInfinitive | kObject, ""},
    {"decline", kPromise, kInfinitive, ""},
    // Believing, expecting, feeling
    {"anticipate", kBelieve, kClause | kObject, ""}, {"assess", kBelieve, kClause, ""}, {"assume", kBelieve, kClause, ""},
    {"believe", kBelieve, kClause | kPredicate, ""}, {"calculate", kBelieve, kClause, ""}, {"decide", kBelieve, kClause | kInfinitive, ""},
    {"deem", kJudge, kPredicate, ""}, {"doubt", kBelieve, kClause | kObject, ""}, {"envisage", kBelieve, kObject, ""},
    {"estimate", kBelieve, kClause | kObject, ""}, {"expect", kBelieve, kClause | kInfinitive | kObjectInfinitive, ""}, {"fear", kBelieve, kClause | kObject, ""},
    {"feel", kBelieve, kClause, ""}, {"figure", kBelieve, kClause, ""}, {"forecast", kBelieve, kClause | kObject, ""},
    {"foresee", kBelieve, kClause | kObject, ""}, {"guess", kBelieve, kClause, ""}, {"hope", kBelieve, kClause | kInfinitive, "for"},
    {"imagine", kBelieve, kClause, ""}, {"intend", kBelieve, kInfinitive | kObjectInfinitive, ""}, {"judge", kBelieve, kClause | kPredicate, ""},
    {"know", kBelieve, kClause, ""}, {"predict", kBelieve, kClause | kObject, ""}, {"presume", kBelieve, kClause, ""},
    {"project", kBelieve, kClause, ""}, {"realise", kBelieve, kClause, ""}, {"realize", kBelieve, kClause, ""},
    {"reason", kBelieve, kClause, ""}, {"reckon", kBelieve, kClause, ""}, {"speculate", kBelieve, kClause, "about"},
    {"suppose", kBelieve, kClause, ""}, {"surmise", kBelieve, kClause, ""}, {"suspect", kBelieve, kClause, "of"},
    {"think", kBelieve, kClause | kPredicate, "about of"}, {"understand", kBelieve, kClause, ""}, {"want", kBelieve, kInfinitive | kObjectInfinitive | kMatter, ""},
    {"aim", kBelieve, kInfinitive, ""}, {"bet", kBelieve, kClause, ""}, {"determine", kBelieve, kClause, ""},
    {"dread", kBelieve, kClause | kMatter, ""}, {"perceive", kBelieve, 0, "as"}, {"plan", kBelieve, kInfinitive, ""},
    {"prefer", kBelieve, kClause | kInfinitive | kMatter, ""}, {"recognise", kBelieve, kClause, ""},
    {"recognize", kBelieve, kClause, ""}, {"remember", kBelieve, kClause, ""}, {"resolve", kPromise, kClause | kInfinitive, ""},
    {"trust", kBelieve, kClause, ""},
    {"wish", kBelieve, kClause | kInfinitive | kObjectInfinitive, ""}, {"worry", kBelieve, kClause, "about"},
    // Judging
    {"accuse", kJudge, 0, "of"}, {"applaud", kJudge, kObject, "for"}, {"assail", kJudge, kObject, "for as over"},
    {"berate", kJudge, kObject, "for over"}, {"blame", kJudge, kObject, "for on"}, {"blast", kJudge, kObject, "for as over"},
    {"brand", kJudge, kPredicate, "as"}, {"castigate", kJudge, kObject, "for"}, {"characterise", kJudge, 0, "as"},
    {"characterize", kJudge, 0, "as"}, {"compare", kJudge, 0, "to with"}, {"condemn", kJudge, kObject, "for as over"},
    {"congratulate", kJudge, kObject, "on for"}, {"consider", kJudge, kClause | kPredicate, "as"}, {"credit", kJudge, 0, "for with"},
    {"criticise", kJudge, kObject, "for as over"}, {"criticize", kJudge, kObject, "for as over"}, {"decry", kJudge, kObject, "as"},
    {"defend", kJudge, kObject, "as"}, {"denounce", kJudge, kObject, "for as over"}, {"deplore", kJudge, kObject, "as"},
    {"deride", kJudge, kObject, "as for"}, {"describe", kJudge, kClause | kObject, "as"}, {"dismiss", kJudge, 0, "as"},
    {"dub", kJudge, kPredicate, ""}, {"hail", kJudge, kObject, "as for"}, {"label", kJudge, kPredicate, "as"},
    {"lambast", kJudge, kObject, "for as"}, {"lambaste", kJudge, kObject, "for as"}, {"liken", kJudge, 0, "to"},
    {"mock", kJudge, kObject, "for as"}, {"name", kJudge, 0, "as"}, {"paint", kJudge, 0, "as"},
    {"portray", kJudge, 0, "as"}, {"praise", kJudge, kObject, "for as"}, {"rail", kJudge, 0, "against at"},
    {"rank", kJudge, 0, "as among"}, {"rate", kJudge, kPredicate, "as among"}, {"rebuke", kJudge, kObject, "for over"},
    {"regard", kJudge, 0, "as"}, {"ridicule", kJudge, kObject, "for as"}, {"see", kJudge, 0, "as"},
    {"slam", kJudge, kObject, "for as over"}, {"term", kJudge, kPredicate, ""}, {"thank", kJudge, 0, "for"},
    {"view", kJudge, 0, "as"},
    {"admonish", kJudge, kObject, "for over"}, {"attack", kJudge, 0, "as"}, {"attribute", kJudge, 0, "to"},
    {"back", kJudge, kMatter, ""}, {"belittle", kJudge, kObject, "as for"}, {"call out", kJudge, kObject, "for on over"},
    {"cast", kJudge, 0, "as"}, {"champion", kJudge, kMatter, "as"}, {"chastise", kJudge, kObject, "for over"},
    {"commend", kJudge, kObject, "for"}, {"depict", kJudge, 0, "as"}, {"disavow", kJudge, kObject, ""},
    {"disparage", kJudge, kObject, "as for"}, {"endorse", kJudge, kObject, "for as"}, {"espouse", kJudge, kMatter, ""},
    {"excoriate", kJudge, kObject, "for as over"}, {"extol", kJudge, kObject, "as for"}, {"favor", kJudge, kMatter, ""},
    {"favour", kJudge, kMatter, ""}, {"identify", kJudge, 0, "as"}, {"malign", kJudge, kObject, "as for"},
    {"oppose", kJudge, kMatter, ""}, {"reject", kJudge, kMatter, "as"}, {"renounce", kJudge, kMatter, ""},
    {"repudiate", kJudge, kMatter, "as"}, {"salute", kJudge, kObject, "for as"}, {"scold", kJudge, kObject, "for over"},
    {"support", kJudge, kMatter, ""}, {"upbraid", kJudge, kObject, "for over"}, {"vilify", kJudge, kObject, "as for"},
    {"welcome", kJudge, kMatter, "as"},
    // Showing
    {"demonstrate", kShow, kClause, ""}, {"find", kShow, kClause | kObject, ""}, {"prove", kShow, kClause, ""},
    {"read", kShow, kClause, ""}, {"show", kShow, kClause | kObject, ""}, {"allow", kShow, kClause, ""}, {"learn", kShow, kClause, ""},
    // Citing
    {"cite", kCite, 0, ""}, {"quote", kCite, 0, ""},
});
// clang-format on

// clang-format off
constexpr std::array kNouns = std::to_array<Cue>({
    {"accusation", kJudge, kClause, "of"}, {"admission", kSay, kClause, "of"}, {"advice", kAsk, kInfinitive, ""},
    {"allegation", kSay, kClause, "of"}, {"announcement", kSay, kClause, ""}, {"appeal", kAsk, kInfinitive, "for"},
    {"argument", kSay, kClause, ""}, {"assertion", kSay, kClause, ""}, {"assessment", kBelieve, kClause, ""},
    {"assumption", kBelieve, kClause, ""}, {"assurance", kPromise, kClause, "of"}, {"belief", kBelieve, kClause, "in"},
    {"boast", kSay, kClause, ""}, {"call", kAsk, kInfinitive, "for"}, {"charge", kJudge, kClause, ""},
    {"claim", kSay, kClause | kInfinitive, "of"}, {"comment", kSay, kClause, ""}, {"complaint", kSay, kClause, "about"},
    {"concern", kBelieve, kClause, "about over"}, {"conclusion", kSay, kClause, ""}, {"confidence", kBelieve, kClause, "in"},
    {"confirmation", kSay, kClause, ""}, {"contention", kSay, kClause, ""}, {"conviction", kBelieve, kClause, ""},
    {"declaration", kSay, kClause, ""}, {"demand", kAsk, kClause | kInfinitive, "for"}, {"denial", kSay, kClause, "of"},
    {"estimate", kBelieve, kClause, ""}, {"expectation", kBelieve, kClause, ""}, {"explanation", kSay, kClause, ""},
    {"fear", kBelieve, kClause, "of about"}, {"finding", kShow, kClause, ""}, {"forecast", kBelieve, kClause, ""},
    {"guarantee", kPromise, kClause, "of"}, {"hint", kSay, kClause, ""}, {"hope", kBelieve, kClause | kInfinitive, "for of"},
    {"impression", kBelieve, kClause, ""}, {"indication", kSay, kClause, ""}, {"insistence", kSay, kClause, "on"},
    {"instruction", kAsk, kClause | kInfinitive, ""}, {"message", kSay, kClause, ""}, {"notion", kBelieve, kClause, ""},
    {"observation", kSay, kClause, ""}, {"opinion", kBelieve, kClause, ""}, {"order", kAsk, kClause | kInfinitive, ""},
    {"plea", kAsk, kClause | kInfinitive, "for"}, {"pledge", kPromise, kClause | kInfinitive, "of"}, {"prediction", kBelieve, kClause, ""},
    {"promise", kPromise, kClause | kInfinitive, "of"}, {"proposal", kAsk, kClause | kInfinitive, "for"}, {"recommendation", kAsk, kClause, ""},
    {"refusal", kPromise, kInfinitive, ""}, {"remark", kSay, kClause, ""}, {"report", kSay, kClause, ""},
    {"request", kAsk, kClause | kInfinitive, "for"}, {"revelation", kSay, kClause, ""}, {"statement", kSay, kClause, ""},
    {"suggestion", kSay, kClause, ""}, {"suspicion", kBelieve, kClause, ""}, {"testimony", kSay, kClause, ""},
    {"threat", kPromise, kClause | kInfinitive, ""}, {"view", kBelieve, kClause, ""}, {"vow", kPromise, kClause | kInfinitive, ""},
    {"warning", kSay, kClause, "of about"}, {"worry", kBelieve, kClause, "about"},
    {"acknowledgment", kSay, kClause, "of"}, {"apology", kSay, kClause, "for"},
    {"commitment", kPromise, kClause | kInfinitive, "to"},
    {"criticism", kJudge, kClause, "of"},
    {"desire", kBelieve, kInfinitive, "for"},
    {"determination", kPromise, kInfinitive, ""}, {"doubt", kBelieve, kClause, "about"},
    {"intention", kBelieve, kInfinitive, "of"}, {"objection", kSay, kClause, "to"},
    {"optimism", kBelieve, kClause, "about"}, {"plan", kBelieve, kInfinitive, ""},
    {"question", kAsk, kClause, "about"},
    {"regret", kBelieve, kClause, "for over about"}, {"skepticism", kBelieve, kClause, "about of"},
    {"willingness", kPromise, kInfinitive, ""}, {"wish", kBelieve, kClause | kInfinitive, "for"},
});
// clang-format on

// clang-format off
constexpr std::array kAdjectives = std::to_array<Cue>({
    {"adamant", kSay, kClause, ""}, {"afraid", kBelieve, kClause, ""},
    {"certain", kBelieve, kClause, ""}, {"clear", kSay, kClause, ""},
    {"committed", kPromise, kInfinitive, ""}, {"concerned", kBelieve, kClause, ""},
    {"confident", kBelieve, kClause, ""}, {"convinced", kBelieve, kClause, ""},
    {"determined", kPromise, kClause | kInfinitive, ""},
    {"disappointed", kBelieve, kClause, ""},
    {"doubtful", kBelieve, kClause, ""}, {"eager", kBelieve, kInfinitive, ""},
    {"fearful", kBelieve, kClause, ""}, {"glad", kBelieve, kClause, ""},
    {"grateful", kBelieve, kClause, ""}, {"happy", kBelieve, kClause, ""},
    {"hopeful", kBelieve, kClause, ""},
    {"optimistic", kBelieve, kClause, ""}, {"pessimistic", kBelieve, kClause, ""},
    {"pleased", kBelieve, kClause, ""}, {"proud", kBelieve, kClause, ""},
    {"reluctant", kBelieve, kInfinitive, ""}, {"sceptical", kBelieve, kClause, ""},
    {"skeptical", kBelieve, kClause, ""}, {"sorry", kBelieve, kClause, ""},
    {"sure", kBelieve, kClause, ""},
    {"surprised", kBelieve, kClause, ""}, {"unsure", kBelieve, kClause, ""},
    {"unwilling", kPromise, kInfinitive, ""}, {"wary", kBelieve, kClause, ""},
    {"willing", kPromise, kInfinitive, ""}, {"worried", kBelieve, kClause, ""},
});
// clang-format on

constexpr std::array kLightVerbs = std::to_array<std::string_view>(
    {"carry", "convey",   "deliver", "express", "file",  "give",   "have",      "issue", "launch", "lodge", "make",  "post",  "publish",
     "raise", "reaffirm", "reject",  "release", "renew", "repeat", "reiterate", "send",  "share",  "sign",  "state", "voice", "write"});
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
constexpr std::array kMeasures =
    std::to_array<std::string_view>({"age", "agreement", "custom", "formula", "law", "need", "norm", "plan", "principle", "procedure",
                                     "rule", "schedule", "size", "standard", "taste", "timetable", "tradition", "value", "wish"});

template <size_t kSize>
const Cue* find_in(const std::array<Cue, kSize>& table, std::string_view lemma) {
  const auto found = std::find_if(table.begin(), table.end(), [&](const Cue& cue) { return cue.lemma == lemma; });
  return found == table.end() ? nullptr : &*found;
}
template <size_t kSize>
bool holds(const std::array<std::string_view, kSize>& table, std::string_view lemma) {
  return std::find(table.begin(), table.end(), lemma) != table.end();
}

}  // namespace

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
bool is_measure_noun(std::string_view lemma) { return holds(kMeasures, lemma); }
int verb_cue_count() { return static_cast<int>(kVerbs.size()); }
int noun_cue_count() { return static_cast<int>(kNouns.size()); }

}  // namespace annalist
