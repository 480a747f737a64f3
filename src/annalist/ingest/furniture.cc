#include "annalist/ingest/furniture.h"

#include <array>
#include <string>
#include <unordered_map>

#include "annalist/base/utf8.h"
#include "annalist/ingest/ascii.h"
#include "annalist/ingest/furniture_phrases.h"

namespace annalist {
namespace {

using namespace furniture_phrases;

std::string_view trim_line(std::string_view line) {
  const auto mark = [](char c) {
    return c == ' ' || c == '\t' || c == '.' || c == ':' || c == '|' || c == '*' || c == '-' || c == '>' || c == '<' || c == '!' ||
           c == '+' || c == '#' || c == '[' || c == ']' || c == '/';
  };
  while (!line.empty() && mark(line.front())) line.remove_prefix(1);
  bool count = true;  // "Comments (12)", "Share 5"
  while (!line.empty() && count) {
    count = false;
    while (!line.empty() && mark(line.back())) line.remove_suffix(1);
    for (const std::string_view arrow : {"\xC2\xBB", "\xE2\x80\xBA", "\xE2\x86\x92", "\xE2\x80\xA6", "\xE2\x96\xB6", "\xE2\x96\xBC"}) {
      if (line.ends_with(arrow)) {
        line.remove_suffix(arrow.size());
        count = true;
      }
    }
  }
  return line;
}

std::string plain_quotes(std::string_view line) {
  std::string out;
  for (size_t at = 0; at < line.size(); ++at) {
    const bool quote = line.substr(at).starts_with("\xE2\x80\x99") || line.substr(at).starts_with("\xE2\x80\x98");
    out += quote ? '\'' : ascii_lower(line[at]);
    at += quote ? 2U : 0U;
  }
  return out;
}

const std::unordered_map<std::string_view, FurnitureKind>& whole_lines() {
  static const auto table = [] {
    std::unordered_map<std::string_view, FurnitureKind> out;
    for (const Phrase& phrase : kFurnitureWhole) out.emplace(phrase.words, phrase.kind);
    return out;
  }();
  return table;
}

FurnitureKind whole_kind(std::string_view lower) {
  const auto& table = whole_lines();
  if (const auto it = table.find(lower); it != table.end()) return it->second;
  // The same with a count before or behind: "12 Comments", "Comments (3)", "Share 5".
  size_t end = lower.size();
  while (end > 0 && (is_ascii_digit(lower[end - 1]) || lower[end - 1] == '(' || lower[end - 1] == ')' || lower[end - 1] == ' ')) --end;
  size_t begin = 0;
  while (begin < end && (is_ascii_digit(lower[begin]) || lower[begin] == ' ')) ++begin;
  const auto it = table.find(lower.substr(begin, end - begin));
  return it == table.end() ? FurnitureKind::kNone : it->second;
}

bool names_agency(std::string_view text) {
  for (const std::string_view agency : kPictureAgencies) {
    if (text == agency || text.ends_with(std::string("/") + std::string(agency)) ||
        text.ends_with(std::string("via ") + std::string(agency)))
      return true;
  }
  return false;
}

}  // namespace

FurnitureKind furniture_kind(std::string_view line) {
  const std::string_view bare = trim_line(trim(line));
  const size_t words = count_words(bare);
  if (words == 0 || words > 40) return FurnitureKind::kNone;
  const std::string lower = plain_quotes(bare);
  if (const FurnitureKind kind = whole_kind(lower); kind != FurnitureKind::kNone) return kind;
  const std::string full = plain_quotes(trim(line));
  for (const Opening& opening : kFurnitureOpenings) {
    if (words <= opening.most_words && full.starts_with(opening.words)) return opening.kind;
  }
  for (const std::string_view phrase : kFurnitureAnywhere) {
    if (lower.find(phrase) != std::string::npos) return FurnitureKind::kPrompt;
  }
  return FurnitureKind::kNone;
}

bool is_photo_credit(std::string_view line) {
  if (count_words(line) > 14) return false;
  std::string lower = plain_quotes(trim(line));
  for (const std::string_view opening : kPictureCreditOpenings) {
    if (lower.starts_with(opening)) return true;
  }
  while (!lower.empty() && (lower.back() == ')' || lower.back() == '.' || lower.back() == ']')) lower.pop_back();
  while (!lower.empty() && (lower.front() == '(' || lower.front() == '[')) lower.erase(0, 1);
  return names_agency(lower);
}

bool has_caption_marks(std::string_view line) {
  const std::string lower = plain_quotes(trim(line));
  for (const std::string_view mark : {"(photo by",
                                      "(photo:",
                                      "[photo",
                                      "photo credit:",
                                      "photo:",
                                      "photo/",
                                      "file photo",
                                      "(image:",
                                      "(image credit",
                                      "image credit:",
                                      "(file photo",
                                      "(file)",
                                      "(credit:",
                                      "/getty images",
                                      "via getty images",
                                      "via ap)",
                                      "via reuters)",
                                      "editorial use only",
                                      "(l)",
                                      "(r)",
                                      "(c)",
                                      "(left)",
                                      "(right)",
                                      "(centre)",
                                      "(center)",
                                      "(2nd r)",
                                      "(2nd l)",
                                      "(3rd r)",
                                      "(3rd l)",
                                      "(2nd left)",
                                      "(2nd right)",
                                      "(3rd left)",
                                      "(3rd right)",
                                      "pictured in this",
                                      "seen in this"}) {
    if (lower.find(mark) != std::string::npos) return true;
  }
  // "... in Tehran, March 26, 2024. (AFP)" or "[Reuters]"
  const char close = lower.empty() ? ' ' : lower.back();
  if (close != ')' && close != ']') return false;
  const size_t open = lower.find_last_of(close == ')' ? '(' : '[');
  return open != std::string::npos && open > 0 && names_agency(std::string_view(lower).substr(open + 1, lower.size() - open - 2));
}

}  // namespace annalist
