#include "annalist/ingest/language.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "annalist/base/utf8.h"
#include "annalist/ingest/shingles.h"

namespace annalist {
namespace {

constexpr size_t kReadBytes = 20000;  // the beginning is enough
constexpr size_t kFewWords = 10;
constexpr double kEnglishShare = 0.15;  // running English has a third, headlines and lists a sixth
constexpr double kOtherShare = 0.12;

struct FunctionWords {
  std::string_view language;
  std::array<std::string_view, 24> words;  // folded
};
constexpr FunctionWords kFunctionWords[] = {
    {"en", {"the", "of", "and", "to",   "in", "a",   "that", "is", "for", "on",   "with", "was",
            "as",  "by", "at",  "from", "it", "his", "has",  "be", "are", "have", "said", "this"}},
    {"de", {"der", "die",  "und", "das", "den",  "von", "zu",   "mit", "ist",  "im",  "dem",  "nicht",
            "ein", "eine", "auf", "fur", "sich", "des", "auch", "es",  "dass", "als", "wird", "bei"}},
    {"fr", {"le",  "la",   "les",  "de",  "des", "et",  "du", "en",  "un", "une",  "est", "que",
            "qui", "dans", "pour", "pas", "au",  "sur", "ne", "par", "ce", "avec", "il",  "sont"}},
    {"es", {"el",  "la",  "los",  "las", "de", "del", "que", "y",    "en", "un",  "una", "es",
            "por", "con", "para", "se",  "su", "al",  "lo",  "como", "no", "mas", "ha",  "sus"}},
    {"pt", {"o",   "os",  "da", "do", "dos", "das", "que", "e",    "em",   "um",  "uma", "para",
            "com", "nao", "no", "na", "por", "ao",  "se",  "mais", "como", "foi", "sao", "pelo"}},
    {"it", {"il",   "di",  "che", "e",    "la", "per", "un", "una", "del",   "della", "non", "con",
            "sono", "gli", "nel", "alla", "da", "si",  "le", "dei", "anche", "piu",   "ha",  "come"}},
    {"nl", {"de",  "het", "een", "van", "en",  "dat", "niet", "op",   "te",   "zijn", "voor",  "met",
            "die", "aan", "er",  "om",  "ook", "als", "bij",  "naar", "maar", "nog",  "wordt", "uit"}},
    {"tr", {"ve", "bir", "bu",    "da",    "de",  "icin", "ile", "olarak",   "cok", "daha", "gibi", "olan",
            "en", "ne",  "kadar", "sonra", "ama", "dedi", "ise", "olduğunu", "var", "her",  "o",    "ki"}},
    {"id", {"yang", "dan",    "di",   "ini",  "itu",    "dengan",   "untuk", "dari", "pada",   "tidak", "dalam",   "ke",
            "akan", "adalah", "oleh", "juga", "karena", "tersebut", "ada",   "bisa", "mereka", "telah", "sebagai", "saya"}},
};

// A language for a script that carries but one great language, by ranges of code points.
std::string_view script_language(char32_t c) {
  if (c >= 0x0400 && c <= 0x052F) return "ru";
  if (c >= 0x0590 && c <= 0x05FF) return "he";
  if (c >= 0x0600 && c <= 0x06FF)
    return c == 0x067E || c == 0x0686 || c == 0x0698 || c == 0x06AF || c == 0x06CC || c == 0x06A9 ? "fa" : "ar";
  if (c >= 0x0370 && c <= 0x03FF) return "el";
  if (c >= 0x0900 && c <= 0x097F) return "hi";
  if (c >= 0x3040 && c <= 0x30FF) return "ja";
  if (c >= 0xAC00 && c <= 0xD7AF) return "ko";
  if (c >= 0x4E00 && c <= 0x9FFF) return "zh";
  return c < 0x0250 ? "latin" : "und";
}

std::string by_script(std::string_view text) {
  std::unordered_map<std::string_view, size_t> counts;
  size_t letters = 0;
  for (size_t at = 0; at < text.size();) {
    const CodePoint c = decode_utf8(text, at);
    at += c.bytes;
    if (!is_letter(c.value)) continue;
    ++letters;
    ++counts[script_language(c.value)];
  }
  if (letters == 0) return "und";
  if (counts["latin"] * 2 >= letters) return "latin";
  if (counts["ja"] * 10 >= letters) return "ja";
  if (counts["fa"] * 25 >= letters) return "fa";  // letters that Arabic does not have
  std::string_view best = "und";
  for (const std::string_view language : {"ru", "he", "ar", "el", "hi", "ko", "zh"}) {
    if (counts[language] > counts[best] || best == "und") best = language;
  }
  return std::string(counts[best] * 3 >= letters ? best : "und");
}

}  // namespace

std::string guess_language(std::string_view text) {
  size_t end = std::min(text.size(), kReadBytes);
  while (end < text.size() && end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  text = text.substr(0, end);
  std::string script = by_script(text);
  if (script != "latin") return script;
  const std::vector<std::string> words = folded_words(text);
  if (words.size() < kFewWords) return "en";
  std::string_view best = "und";
  double best_share = 0;
  for (const FunctionWords& language : kFunctionWords) {
    const auto known = [&](const std::string& w) {
      return std::find(language.words.begin(), language.words.end(), w) != language.words.end();
    };
    const double share = static_cast<double>(std::count_if(words.begin(), words.end(), known)) / static_cast<double>(words.size());
    if (share > best_share) {
      best_share = share;
      best = language.language;
    }
  }
  return std::string(best_share >= (best == "en" ? kEnglishShare : kOtherShare) ? best : "und");
}

}  // namespace annalist
