#include "annalist/read/tokenizer_lexicon.h"

#include <algorithm>
#include <array>

namespace annalist {
namespace {

// Short lists, each searched only after a full stop, hyphen, slash or number has been seen.
constexpr std::array kAlways = std::to_array<std::string_view>(
    {"al",   "approx", "assn", "attn", "aug",  "ave",  "avg",  "blvd", "bros", "ca",   "capt", "cf",   "cmdr", "corp",
     "cpl",  "dec",    "dept", "det",  "dist", "div",  "dr",   "drs",  "esp",  "esq",  "est",  "ext",  "feb",  "gov",
     "govt", "hon",    "hrs",  "inc",  "incl", "insp", "intl", "jan",  "jr",   "lb",   "lbs",  "lt",   "ltd",  "maj",
     "mdm",  "messrs", "mfg",  "mgr",  "mlle", "mme",  "mr",   "mrs",  "ms",   "msgr", "mt",   "nos",  "nov",  "oct",
     "oz",   "pfc",    "ph",   "prof", "pte",  "pty",  "pvt",  "rs",   "rev",  "sen",  "sens", "sept", "sgt",  "spc",
     "sq",   "sr",     "st",   "ste",  "supt", "tel",  "univ", "viz",  "vol",  "vols", "vs"});
constexpr std::array kCapitalized = std::to_array<std::string_view>(
    {"adm",  "ald",  "apr",  "ariz", "atty", "calif", "co",  "col",  "colo", "comm", "conn", "ft",    "gen", "jul",  "jun", "mass",
     "mich", "minn", "okla", "penn", "pres", "que",   "sec", "secy", "sep",  "tenn", "thur", "thurs", "tue", "tues", "wis"});
constexpr std::array kBeforeCapital =
    std::to_array<std::string_view>({"amb", "brig", "cong", "del", "fr", "hr", "lib", "rep", "reps", "sh", "vice-adm"});
constexpr std::array kBeforeNumber =
    std::to_array<std::string_view>({"app", "art", "arts", "c",    "ch", "eq", "fig", "figs", "fri", "mar", "mon",
                                     "no",  "op",  "p",    "para", "pp", "pt", "sat", "sun",  "v",   "wed"});
constexpr std::array kPrefixes = std::to_array<std::string_view>(
    {"a",     "agro",  "ante",  "anti",  "arch",  "bi",    "bio",  "co",    "counter", "cross",  "cyber",  "de",    "e",     "eco",
     "ex",    "extra", "hyper", "inter", "intra", "macro", "mega", "meta",  "micro",   "mid",    "mini",   "mono",  "multi", "neo",
     "non",   "omni",  "over",  "para",  "peri",  "post",  "pre",  "pro",   "proto",   "pseudo", "psycho", "quasi", "re",    "semi",
     "socio", "sub",   "super", "supra", "trans", "tri",   "u",    "ultra", "un",      "uni",    "vice"});
constexpr std::array kHyphenated =
    std::to_array<std::string_view>({"a-ha", "hm-mm", "mm-hm", "mm-hmm", "o-kay", "oh-oh", "uh-huh", "uh-oh", "uh-uh"});
constexpr std::array kShort =
    std::to_array<std::string_view>({"a",  "ad", "ah", "ai", "am", "an", "as", "at", "be", "by", "do", "eh", "eu", "go", "he", "hi",
                                     "hm", "i",  "if", "in", "is", "it", "ma", "me", "mm", "my", "no", "of", "oh", "ok", "on", "or",
                                     "ox", "pa", "pm", "so", "to", "tv", "uh", "uk", "um", "un", "up", "us", "we", "ya"});
constexpr std::array kSlashed = std::to_array<std::string_view>({"a/c", "b/c", "c/o", "h/w", "n/a", "s/he", "s/w", "w/e", "w/o"});
constexpr std::array kUnits =
    std::to_array<std::string_view>({"am",  "b",   "bn", "cc",  "cm", "ft", "gb",  "ghz", "h",  "hrs", "hz",  "in",  "k",    "kb",
                                     "kg",  "khz", "km", "kph", "kw", "lb", "lbs", "m",   "mb", "mg",  "mhz", "min", "mins", "ml",
                                     "mln", "mm",  "mn", "mph", "mw", "oz", "pm",  "sec", "tb", "tn",  "trn", "yr",  "yrs"});
constexpr std::array kDomains = std::to_array<std::string_view>(
    {"ae", "at",  "au", "be", "biz", "br",   "ca",  "ch", "cn", "co", "com", "cz", "de", "dk",  "edu", "eu",  "fi",   "fr", "gov",
     "gr", "hk",  "hu", "ie", "il",  "info", "int", "io", "ir", "it", "jp",  "kr", "lb", "mil", "mx",  "net", "news", "nl", "no",
     "nz", "org", "pl", "ps", "pt",  "ru",   "sa",  "se", "sg", "sy", "tr",  "tv", "tw", "ua",  "uk",  "us",  "za"});
constexpr std::array kFiles =
    std::to_array<std::string_view>({"asp", "aspx", "cfm", "csv", "doc", "docx", "exe", "gif", "htm", "html", "jpeg", "jpg", "mov", "mp3",
                                     "mp4", "pdf",  "php", "png", "ppt", "pptx", "rtf", "txt", "wav", "xls",  "xlsx", "xml", "zip"});
constexpr std::array kApostrophe = std::to_array<std::string_view>(
    {"bout", "cause", "d", "em", "fraid", "ll", "m", "n", "nother", "re", "s", "til", "till", "tis", "twas", "ve"});
constexpr std::array kOpeners = std::to_array<std::string_view>(
    {"a",    "after",     "all",  "although", "an",   "and",     "as",    "at",    "because", "but",     "by",   "for",
     "from", "he",        "her",  "his",      "how",  "however", "i",     "if",    "in",      "instead", "it",   "its",
     "many", "meanwhile", "most", "my",       "no",   "now",     "on",    "one",   "or",      "our",     "she",  "since",
     "so",   "some",      "such", "that",     "the",  "their",   "then",  "there", "these",   "they",    "this", "those",
     "to",   "under",     "we",   "what",     "when", "where",   "while", "who",   "why",     "with",    "yet",  "you"});
constexpr std::array kCurrencies = std::to_array<std::string_view>({"a", "au", "c", "ca", "can", "hk", "nt", "nz", "r", "s", "us", "z"});

template <size_t kSize>
bool holds(const std::array<std::string_view, kSize>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

}  // namespace

Abbreviation abbreviation_kind(std::string_view word) {
  if (word.size() > 8) return Abbreviation::kNone;
  if (holds(kAlways, word)) return Abbreviation::kAlways;
  if (holds(kCapitalized, word)) return Abbreviation::kCapitalized;
  if (holds(kBeforeCapital, word)) return Abbreviation::kBeforeCapital;
  if (holds(kBeforeNumber, word)) return Abbreviation::kBeforeNumber;
  return Abbreviation::kNone;
}

bool keeps_hyphen(std::string_view prefix) { return holds(kPrefixes, prefix); }
bool is_hyphenated_word(std::string_view word) { return holds(kHyphenated, word); }
bool is_short_word(std::string_view word) { return holds(kShort, word); }
bool is_slashed_word(std::string_view word) { return holds(kSlashed, word); }
bool is_unit(std::string_view letters) { return holds(kUnits, letters); }
bool is_top_level_domain(std::string_view letters) { return holds(kDomains, letters); }
bool is_file_ending(std::string_view letters) { return holds(kFiles, letters); }
bool starts_with_apostrophe(std::string_view word) { return holds(kApostrophe, word); }
bool is_sentence_opener(std::string_view word) { return holds(kOpeners, word); }
bool is_currency_prefix(std::string_view letters) { return holds(kCurrencies, letters); }

}  // namespace annalist
