#include "annalist/ingest/language.h"

#include <cld2/public/encodings.h>

#include <cstdio>
// (CLD2's header needs what stands above it.)
#include <cld2/public/compact_lang_det.h>

#include <algorithm>
#include <array>
#include <vector>

#include "annalist/base/utf8.h"
#include "annalist/ingest/shingles.h"

namespace annalist {
namespace {

constexpr size_t kReadBytes = 20000;  // of a longer text, so much of its beginning and as much of its middle
constexpr size_t kFewWords = 8;       // words in small letters that tell a language; names tell none
constexpr int kEnglishPercent = 30;
constexpr double kEnglishShare = 0.15;  // running English has a third of function words, headlines and lists a sixth

constexpr std::array<std::string_view, 36> kEnglishWords = {"the",  "of",   "and",  "to",   "in",    "a",    "that", "is",    "for",
                                                            "on",   "with", "was",  "as",   "by",    "at",   "from", "it",    "his",
                                                            "has",  "be",   "are",  "have", "said",  "this", "he",   "they",  "who",
                                                            "will", "not",  "were", "an",   "which", "been", "but",  "their", "would"};

// The whole of a short text, the beginning and the middle of a long one.
std::string sample(std::string_view text) {
  const auto boundary = [&](size_t at) {
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) ++at;
    return at;
  };
  if (text.size() <= 2 * kReadBytes) return std::string(text);
  const size_t middle = boundary(text.size() / 2);
  return std::string(text.substr(0, boundary(kReadBytes))) + "\n" +
         std::string(text.substr(middle, boundary(middle + kReadBytes) - middle));
}

// Of the letters, whether more are of other scripts than Latin; and the words in Latin letters that begin small, one after the other.
struct Letters {
  bool any = false;
  bool mostly_latin = false;
  std::string small_words;
  size_t small_count = 0;
};
Letters look_at_letters(std::string_view text) {
  Letters out;
  size_t latin = 0, other = 0;
  for (size_t at = 0; at < text.size();) {
    const CodePoint first = decode_utf8(text, at);
    if (!is_letter(first.value)) {
      at += first.bytes;
      continue;
    }
    const size_t begin = at;
    while (at < text.size()) {
      const CodePoint c = decode_utf8(text, at);
      if (!is_letter(c.value) && c.value != '\'' && c.value != 0x2019) break;
      ++(c.value < 0x250 || (c.value >= 0x1E00 && c.value < 0x1F00) ? latin : other);
      at += c.bytes;
    }
    if (first.value < 0x250 && is_lower(first.value)) {
      out.small_words += text.substr(begin, at - begin);
      out.small_words += ' ';
      ++out.small_count;
    }
  }
  out.any = latin + other > 0;
  out.mostly_latin = latin >= other;
  return out;
}

double english_share(std::string_view text) {
  const std::vector<std::string> words = folded_words(text);
  if (words.empty()) return 0;
  const auto known = [](const std::string& w) { return std::find(kEnglishWords.begin(), kEnglishWords.end(), w) != kEnglishWords.end(); };
  return static_cast<double>(std::count_if(words.begin(), words.end(), known)) / static_cast<double>(words.size());
}

struct Detected {
  std::string language;  // "und" when nothing is found
  int english = 0;       // percent of the text
};
Detected detect(std::string_view text) {
  CLD2::Language languages[3];
  int percents[3];
  int bytes = 0;
  bool reliable = false;
  const CLD2::Language best =
      CLD2::DetectLanguageSummary(text.data(), static_cast<int>(text.size()), true, languages, percents, &bytes, &reliable);
  Detected out;
  int most = 0;
  out.language = "und";
  for (int i = 0; i < 3; ++i) {
    if (languages[i] == CLD2::ENGLISH) out.english = percents[i];
    else if (languages[i] != CLD2::UNKNOWN_LANGUAGE && percents[i] > most) {
      most = percents[i];
      out.language = CLD2::LanguageCode(languages[i]);
    }
  }
  if (!reliable && best == CLD2::ENGLISH && out.language == "und") out.english = 0;  // its word for not knowing
  if (out.language == "iw") out.language = "he";                                     // as BCP 47 has them today
  if (out.language == "jw") out.language = "jv";
  return out;
}

// The language that a script is of for the most part, for texts too short for the detector; "und" for other scripts.
std::string by_script(std::string_view text) {
  struct Script {
    char32_t from, to;
    std::string_view language;
  };
  static constexpr std::array<Script, 9> kScripts = {{{0x0370, 0x03FF, "el"},
                                                      {0x0400, 0x052F, "ru"},
                                                      {0x0590, 0x05FF, "he"},
                                                      {0x0600, 0x06FF, "ar"},
                                                      {0x0900, 0x097F, "hi"},
                                                      {0x0E00, 0x0E7F, "th"},
                                                      {0x3040, 0x30FF, "ja"},
                                                      {0x4E00, 0x9FFF, "zh"},
                                                      {0xAC00, 0xD7AF, "ko"}}};
  std::array<size_t, kScripts.size()> counts{};
  for (size_t at = 0; at < text.size();) {
    const CodePoint c = decode_utf8(text, at);
    at += c.bytes;
    for (size_t i = 0; i < kScripts.size(); ++i) counts[i] += c.value >= kScripts[i].from && c.value <= kScripts[i].to ? 1U : 0U;
  }
  const auto most = std::max_element(counts.begin(), counts.end());
  return *most == 0 ? "und" : std::string(kScripts[static_cast<size_t>(most - counts.begin())].language);
}

}  // namespace

std::string guess_language(std::string_view whole) {
  const std::string text = sample(whole);
  const Letters letters = look_at_letters(text);
  if (!letters.any) return "und";
  const Detected found = detect(text);
  if (!letters.mostly_latin) {
    if (found.english >= kEnglishPercent) return "en";
    return found.language == "und" ? by_script(text) : found.language;
  }
  if (letters.small_count < kFewWords) return "en";
  if (found.english >= kEnglishPercent || english_share(text) >= kEnglishShare) return "en";
  return detect(letters.small_words).english >= kEnglishPercent ? "en" : found.language;
}

bool is_english(std::string_view language) { return language == "en" || language == "und"; }

}  // namespace annalist
